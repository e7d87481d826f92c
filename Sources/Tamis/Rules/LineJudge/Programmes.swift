// Example: behind an article about a band stand thirty lines such as "June 9 – Leeds, Corn Hall" and "June 11 – York, The Barn".
// Each could be a teaser; but news and archives go back in time from one line to the next, and a programme goes forward:
//
//     June 9 – Leeds, Corn Hall        forward        June 11: Bridge closed again      back: furniture perhaps
//     June 11 – York, The Barn         forward        June 9: A new mayor
//     June 12 – Hull, The Pier         a programme    June 4: The market returns

/// The lists of a text that say what happens when: concerts, matches, time tables, the days of a journey.
struct Programmes {
    /// The lines from the first day or time of each list to what happens at the last.
    private(set) var lists: [Range<Int>] = []

    /// Fewer days than this prove nothing.
    private static let fewestMoments = 6
    /// Between a day and the next there may be so many lines: the place, the house, the price.
    private static let mostLinesBetween = 3

    /// Finds the lists among the lines of `text` that are neither sentences nor phrases of the table.
    init(in text: SegmentedDocument, _ table: LineTable) {
        // Most lines with digits stand in too small a company to be asked what they name.
        let columns = table.columns
        var candidates: [Int] = []
        for index in 0..<table.lineCount {
            if columns.sight[index] < LineSight.long.rawValue || columns.phrase_kind[index] != 0 {
                takeLists(of: &candidates, before: index, in: text)
            } else if columns.rows[index].digits >= Self.leastDigits {
                if let last = candidates.last, index - last > Self.mostLinesBetween + 1 {
                    takeLists(of: &candidates, before: index, in: text)
                }
                candidates.append(index)
            }
        }
        takeLists(of: &candidates, before: table.lineCount, in: text)
    }

    /// Notes the lists among lines with digits of which each is near the next, and begins anew.
    @inline(__always)
    private mutating func takeLists(of candidates: inout [Int], before end: Int, in text: SegmentedDocument) {
        guard !candidates.isEmpty else { return }
        takeLists(of: candidates, before: end, in: text)
        candidates.removeAll(keepingCapacity: true)
    }

    private mutating func takeLists(of candidates: [Int], before end: Int, in text: SegmentedDocument) {
        guard candidates.count >= Self.fewestMoments else { return }
        var moments: [(line: Int, order: Int)] = []
        for index in candidates {
            guard let order = Moment.order(namedBy: text.lines[index], in: text) else { continue }
            if let last = moments.last, index - last.line > Self.mostLinesBetween + 1 {
                take(moments, before: index)
                moments.removeAll(keepingCapacity: true)
            }
            moments.append((index, order))
        }
        take(moments, before: end)
    }

    /// The least value of the slot `digits` of a line that has a digit.
    private static let leastDigits: UInt8 = 4

    /// Notes the lines of a list that goes forward, but for the turn of a year or the next day's times.
    ///
    /// - Parameter end: The line before which the list ends at the latest.
    private mutating func take(_ moments: [(line: Int, order: Int)], before end: Int) {
        guard moments.count >= Self.fewestMoments else { return }
        var (forwardCount, backCount, fewestLines) = (0, 0, Self.mostLinesBetween + 1)
        for (moment, next) in zip(moments, moments.dropFirst()) {
            if next.order > moment.order { forwardCount += 1 } else if next.order < moment.order { backCount += 1 }
            fewestLines = min(fewestLines, next.line - moment.line)
        }
        guard forwardCount >= Self.fewestMoments - 1, backCount * 4 <= forwardCount else { return }
        lists.append(moments[0].line..<min(moments[moments.count - 1].line + fewestLines, end))
    }
}
