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
    /// The columns of the table, all filled but for those of gaps and runs.
    let columns: tamis_line_columns

    /// The lines of the main span.
    var span: Range<Int> { Int(columns.span_start)..<Int(columns.span_end) }
    /// Words of prose in the text.
    var proseWordCount: Int { Int(columns.prose_words) }

    /// Puts the lines of a table into context, where the scores of these by themselves and of their words are.
    init(_ table: LineTable) {
        self.table = table
        lineCount = table.lineCount
        var columns = table.columns
        tamis_put_into_context_on(tamis_cpu_chosen(), &columns)
        self.columns = columns
    }

    /// Writes the values that are common to lines of a gap or a run, and finds the lists.
    func writeCommonSlots() -> LineRuns {
        writeGaps()
        return LineRuns(self)
    }

    /// Writes what is common to the lines of each gap: the lines between one line of prose and the next.
    private func writeGaps() {
        let columns = columns
        var start = 0
        while start < lineCount {
            var end = start
            var phraseCount = 0
            while end < lineCount, end == start || columns.prose_behind[end] != 0 {
                if columns.phrase_kind[end] != 0 { phraseCount &+= 1 }
                end &+= 1
            }
            let count = end &- start
            let place = columns.prose_behind[start] != 0 ? 0 : end == lineCount ? 32 : 16
            let score = place &+ scoreBin(sum(start..<end, of: columns.score_sum) / count, width: 28, count: 16)
            let phrases = place &+ shareBin(phraseCount &* 2, of: count, steps: 14)
            for index in start..<end {
                columns.gap_score[index] = UInt8(truncatingIfNeeded: score)
                columns.gap_phrases[index] = UInt8(truncatingIfNeeded: phrases)
            }
            start = end
        }
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
