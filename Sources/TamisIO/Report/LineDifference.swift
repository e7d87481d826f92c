// Two texts side by side, line by line:
//
//     the river rises      the river rises      both
//     we left at noon      we left at one       a line of each, at the same place
//     it rained                                 only in the first

/// The lines of two texts, those that both hold side by side.
struct LineDifference {
    /// A row: a line of either text or of both.
    struct Row: Equatable {
        let first: [UInt8]?
        let second: [UInt8]?

        /// Whether the lines are the same.
        var isSame: Bool { first != nil && first == second }
    }

    /// The rows, in the order of the texts.
    let rows: [Row]

    /// Lines beyond which texts are not compared; the table below has this many squared.
    private static let lineLimit = 120

    /// Compares the texts by their longest common subsequence of lines; quadratic in a bounded number of lines.
    init(_ first: [UInt8], _ second: [UInt8]) {
        let a = Self.lines(of: first)
        let b = Self.lines(of: second)
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var rows: [Row] = []
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if i < a.count, j < b.count, a[i] == b[j] {
                rows.append(Row(first: a[i], second: b[j]))
                (i, j) = (i + 1, j + 1)
            } else if j == b.count || i < a.count && lengths[i + 1][j] >= lengths[i][j + 1] {
                rows.append(Row(first: a[i], second: nil))
                i += 1
            } else {
                rows.append(Row(first: nil, second: b[j]))
                j += 1
            }
        }
        self.rows = Self.paired(rows)
    }

    /// Lines of the first text with those of the second that stand at the same place beside them.
    private static func paired(_ rows: [Row]) -> [Row] {
        var paired: [Row] = []
        var (first, second) = ([[UInt8]](), [[UInt8]]())
        func flush() {
            for index in 0..<max(first.count, second.count) {
                paired.append(
                    Row(
                        first: index < first.count ? first[index] : nil,
                        second: index < second.count ? second[index] : nil))
            }
            (first, second) = ([], [])
        }
        for row in rows {
            if row.isSame {
                flush()
                paired.append(row)
            } else {
                if let line = row.first { first.append(line) }
                if let line = row.second { second.append(line) }
            }
        }
        flush()
        return paired
    }

    private static func lines(of text: [UInt8]) -> [[UInt8]] {
        text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(lineLimit).map { Array($0) }
    }
}
