// The second look. Scores of lines by themselves are summed over windows, the main span is the run of lines with the
// largest sum, and every line learns where it stands:
//
//     line                       score   span     distance to prose
//     Home                         +90   before   2 lines to the next
//     World                        +70   before   1
//     The council met on Monday …  -95   inside   0
//     It will meet again when …    -99   inside   0
//     Share this                  +120   after    1 line from the last

/// What the lines of a text say about each other.
///
/// A class, so that its columns are freed once and asking for a number needs no check for other owners.
final class LineContext {
    let table: LineTable
    let lineCount: Int
    /// The lines of the main span.
    private(set) var span = 0..<0
    /// Words of prose in the text.
    private(set) var proseWordCount = 0

    /// What is known of a line among the others.
    struct Line {
        /// The score of the line by itself, held within ± `scoreLimit`.
        var score: Int32 = 0
        /// The part that the line's words make, held within ± `wordingLimit`.
        var wording: Int32 = 0
        /// How strongly words or a phrase speak for furniture.
        var evidence: Int32 = 0
        /// How many lines it is to the last prose before the line and the next behind it, 0 for prose itself.
        var proseBehind: Int32 = 0
        var proseAhead: Int32 = 0
        /// The strongest evidence between the last prose and the line, and between the line and the next prose.
        var sincePeak: Int32 = 0
        var untilPeak: Int32 = 0
        /// The sums of the lines before.
        var before = Sums()
    }

    /// What some lines have together.
    struct Sums {
        var score: Int32 = 0
        var wording: Int32 = 0
        /// Lines that have words of furniture; lines that end like a sentence; words of prose.
        var evidence: Int32 = 0
        var sentence: Int32 = 0
        var prose: Int32 = 0
        /// Words that the prose has too, of how many.
        var shared: Int32 = 0
        var content: Int32 = 0
    }

    /// The lines; `margin` more on either side have only sums, so that windows need not end where the text does.
    let lines: UnsafeMutablePointer<Line>
    private static let margin = 16

    /// 64 units are a factor of e in the odds.
    static let unit = 64
    static let scoreLimit = 5 * Int32(unit)
    static let wordingLimit: Int32 = 160
    static let farAway: Int32 = 1 << 20
    /// The evidence that a phrase of the table is.
    private static let phraseEvidence: Int32 = 120
    /// Words that speak for furniture in a line.
    private static let strongEvidence: Int32 = 96

    /// Puts the scores of lines by themselves into context.
    init(_ table: LineTable, scores: UnsafeBufferPointer<Int32>, wordingScores: UnsafeBufferPointer<Int32>) {
        self.table = table
        lineCount = table.lineCount
        lines = .allocate(capacity: lineCount + 2 * Self.margin) + Self.margin
        sum(scores, wordingScores)
        lookBack()
    }

    deinit { (lines - Self.margin).deallocate() }

    private func sum(_ rawScores: UnsafeBufferPointer<Int32>, _ rawWordings: UnsafeBufferPointer<Int32>) {
        var before = Sums()
        (lines - Self.margin).initialize(repeating: Line(), count: Self.margin)
        var last = -1
        var peak = -Self.wordingLimit
        var best = (sum: 0, range: 0..<0)
        var running = (sum: 0, start: 0)
        for index in 0..<lineCount {
            let score = max(-Self.scoreLimit, min(rawScores[index], Self.scoreLimit))
            let wording = max(-Self.wordingLimit, min(rawWordings[index], Self.wordingLimit))
            let isPhrase = table.value(.phraseKind, ofLine: index) != 0
            let evidence = isPhrase ? max(wording, Self.phraseEvidence) : wording
            let words = min(table.wordCounts[index], 60)
            let sight = table.sights[index]
            let isProse = sight == LineSight.prose.rawValue && score < -32
            if isProse {
                last = index
                peak = -Self.wordingLimit
            }
            let proseBehind = last < 0 ? Self.farAway : Int32(truncatingIfNeeded: index &- last)
            (lines + index).initialize(
                to: Line(
                    score: score, wording: wording, evidence: evidence, proseBehind: proseBehind, sincePeak: peak,
                    before: before))
            if !isProse { peak = max(peak, evidence) }
            before.score &+= score
            before.wording &+= wording
            before.evidence &+= evidence > Self.strongEvidence ? 1 : 0
            before.sentence &+= sight <= LineSight.sentence.rawValue ? 1 : 0
            before.prose &+= isProse ? words : 0
            let shared = UInt32(truncatingIfNeeded: table.value(.shared, ofLine: index))
            before.shared &+= shared < 29 ? Int32(bitPattern: shared % 5) : 0
            before.content &+= shared < 29 ? Int32(bitPattern: shared / 5) : 4
            // A line counts for the span as its words do, and a short one not for nothing.
            let gain = Int(-score &- 16) &* Int(min(words, 40) &+ 4)
            if running.sum <= 0 { running = (0, index) }
            running.sum &+= gain
            if running.sum > best.sum { best = (running.sum, running.start..<index &+ 1) }
        }
        (lines + lineCount).initialize(repeating: Line(before: before), count: Self.margin)
        span = best.range
        proseWordCount = Int(before.prose)
    }

    private func lookBack() {
        var next = -1
        var peak = -Self.wordingLimit
        for index in stride(from: lineCount - 1, through: 0, by: -1) {
            let isProse = lines[index].proseBehind == 0
            if isProse {
                next = index
                peak = -Self.wordingLimit
            }
            lines[index].untilPeak = peak
            lines[index].proseAhead = next < 0 ? Self.farAway : Int32(truncatingIfNeeded: next - index)
            if !isProse { peak = max(peak, lines[index].evidence) }
        }
    }

    /// What the lines of a window have together, which is at most `margin` lines longer than the text on either side.
    @inline(__always)
    func sum(_ lower: Int, _ upper: Int, of number: (Sums) -> Int32) -> Int {
        Int(number(lines[upper].before) &- number(lines[lower].before))
    }

    /// The mean score of the lines of a window that there are.
    @inline(__always)
    func mean(_ lower: Int, _ upper: Int) -> Int {
        let count = min(upper, lineCount) &- max(lower, 0)
        return count > 0 ? sum(lower, upper) { $0.score } / count : 0
    }
}
