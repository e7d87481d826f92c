// The second look. Scores of lines by themselves are summed over windows, the main span is the run of lines with the
// largest sum, and every line learns where it stands:
//
//     line                       score   span     distance to prose
//     Home                         +90   before   2 lines to the next
//     World                        +70   before   1
//     The council met on Monday …  -95   inside   0
//     It will meet again when …    -99   inside   0
//     Share this                  +120   after    1 line from the last

import CKernels

/// What the lines of a text say about each other.
///
/// A class, so that asking for a number needs no check for other owners.
final class LineContext {
    let table: LineTable
    let lineCount: Int
    /// The columns of the table, all filled but for those of `LineSlot.gapScore` to `.introduction` and of runs.
    private(set) var columns: tamis_line_columns

    /// The lines of the main span.
    var span: Range<Int> { Int(columns.span_start)..<Int(columns.span_end) }
    /// Words of prose in the text.
    var proseWordCount: Int { Int(columns.prose_words) }

    /// 64 units are a factor of e in the odds.
    static let unit = 64
    static let scoreLimit = 5 * Int32(unit)
    static let wordingLimit: Int32 = 160
    static let farAway: Int32 = 1 << 20
    /// The evidence that a phrase of the table is.
    private static let phraseEvidence: Int32 = 120
    /// Words that speak for furniture in a line.
    private static let strongEvidence: Int32 = 96

    /// Puts the lines of a table into context, where the scores of these by themselves and of their words are.
    init(_ table: LineTable) {
        self.table = table
        lineCount = table.lineCount
        columns = table.columns
        sum()
        lookBack()
    }

    /// What the lines before a line have together.
    private struct Sums {
        var score: Int32 = 0
        var wording: Int32 = 0
        var evidence: Int32 = 0
        var sentence: Int32 = 0
        var prose: Int32 = 0
        var shared: Int32 = 0
        var content: Int32 = 0

        @inline(__always)
        func write(_ columns: tamis_line_columns, _ index: Int) {
            columns.score_sum[index] = score
            columns.wording_sum[index] = wording
            columns.evidence_sum[index] = evidence
            columns.sentence_sum[index] = sentence
            columns.prose_sum[index] = prose
            columns.shared_sum[index] = shared
            columns.content_sum[index] = content
        }
    }

    /// Holds scores within their limits, and finds what stands before each line and the main span.
    private func sum() {
        let columns = columns
        var before = Sums()
        for index in -Int(TAMIS_COLUMN_MARGIN)..<0 { before.write(columns, index) }
        var last = -1
        var peak = -Self.wordingLimit
        var wordCount: Int32 = 0
        var best = (sum: 0, range: 0..<0)
        var running = (sum: 0, start: 0)
        for index in 0..<lineCount {
            let score = max(-Self.scoreLimit, min(columns.score[index], Self.scoreLimit))
            let wording = max(-Self.wordingLimit, min(columns.wording[index], Self.wordingLimit))
            let isPhrase = columns.rows[index].phrase_kind != 0
            let evidence = isPhrase ? max(wording, Self.phraseEvidence) : wording
            let words = min(columns.word_count[index], 60)
            let sight = columns.sight[index]
            let isProse = sight == LineSight.prose.rawValue && score < -32
            if isProse {
                last = index
                peak = -Self.wordingLimit
            }
            columns.score[index] = score
            columns.wording[index] = wording
            columns.evidence[index] = evidence
            columns.prose_behind[index] = last < 0 ? Self.farAway : Int32(truncatingIfNeeded: index &- last)
            columns.since_peak[index] = peak
            before.write(columns, index)
            if !isProse { peak = max(peak, evidence) }
            wordCount &+= words
            before.score &+= score
            before.wording &+= wording
            before.evidence &+= evidence > Self.strongEvidence ? 1 : 0
            before.sentence &+= sight <= LineSight.sentence.rawValue ? 1 : 0
            before.prose &+= isProse ? words : 0
            let shared = UInt32(truncatingIfNeeded: columns.shared[index])
            before.shared &+= shared < 29 ? Int32(bitPattern: shared % 5) : 0
            before.content &+= shared < 29 ? Int32(bitPattern: shared / 5) : 4
            // A line counts for the span as its words do, and a short one not for nothing.
            let gain = Int(-score &- 16) &* Int(min(words, 40) &+ 4)
            if running.sum <= 0 { running = (0, index) }
            running.sum &+= gain
            if running.sum > best.sum { best = (running.sum, running.start..<index &+ 1) }
        }
        for index in lineCount..<lineCount + Int(TAMIS_COLUMN_MARGIN) { before.write(columns, index) }
        lookAtPage(span: best.range, wordCount: Int(wordCount), proseWordCount: before.prose)
    }

    /// Notes what holds for all lines.
    private func lookAtPage(span: Range<Int>, wordCount: Int, proseWordCount: Int32) {
        columns.span_start = Int32(truncatingIfNeeded: span.lowerBound)
        columns.span_end = Int32(truncatingIfNeeded: span.upperBound)
        columns.prose_words = proseWordCount
        var shortCount = 0
        for index in span where columns.sight[index] >= LineSight.short.rawValue { shortCount += 1 }
        let proseShare = shareBin(Int(proseWordCount), of: wordCount, steps: 7)
        columns.page_prose = Int32(proseShare * 8 + shareBin(span.count, of: lineCount, steps: 7))
        columns.short_share = Int32(shareBin(shortCount, of: span.count, steps: 7))
    }

    /// Finds what stands behind each line.
    private func lookBack() {
        let columns = columns
        var next = -1
        var peak = -Self.wordingLimit
        var share = proseShare(before: lineCount)
        for index in stride(from: lineCount - 1, through: 0, by: -1) {
            let isProse = columns.prose_behind[index] == 0
            if isProse {
                next = index
                peak = -Self.wordingLimit
                share = proseShare(before: index)
            }
            columns.prose_before[index] = share
            columns.until_peak[index] = peak
            columns.prose_ahead[index] = next < 0 ? Self.farAway : Int32(truncatingIfNeeded: next &- index)
            if !isProse { peak = max(peak, columns.evidence[index]) }
        }
    }

    private func proseShare(before index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: shareBin(Int(columns.prose_sum[index]), of: proseWordCount, steps: 7))
    }

    /// What the lines of a range have together, by a column of sums.
    @inline(__always)
    func sum(_ lines: Range<Int>, of column: UnsafeMutablePointer<Int32>) -> Int {
        Int(column[lines.upperBound] &- column[lines.lowerBound])
    }

    /// Whether the second look has nothing to say about a line: prose that the first look is sure of.
    @inline(__always)
    func isCertainProse(_ index: Int) -> Bool {
        columns.score[index] < Self.certainScore && columns.sight[index] == LineSight.prose.rawValue
    }

    /// Odds of 1 to 100.
    private static let certainScore: Int32 = -300

    /// A line's values of all slots.
    func values(ofLine index: Int) -> [UInt8] {
        let own = withUnsafeBytes(of: columns.rows[index]) { Array($0) }
        return own
            + [UInt8](unsafeUninitializedCapacity: Int(TAMIS_AROUND_SLOTS)) { values, count in
                withUnsafePointer(to: columns) { columns in
                    tamis_values_around_on(tamis_cpu_chosen(), columns, index, values.baseAddress)
                }
                count = Int(TAMIS_AROUND_SLOTS)
            }
    }
}
