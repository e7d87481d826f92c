// Example: thirty nominees such as "Ann Lee, The Bridge" look like a menu to a judge of single lines. None of them holds a word
// of site furniture, as a menu's "Home", "About us" or "Subscribe" would, and few stand elsewhere on the page: the run is a list
// of the article. The credit of a picture between two of them, one line, does not end the list.

/// Runs of lines that are neither sentences nor furniture by their words: what lists, tables and menus are made of.
struct LineRuns {
    /// Whether each line lies in a run that is a list or table of an article.
    private(set) var isList: [Bool]

    /// Fewer lines than this prove nothing.
    private static let fewestLines = 6
    /// The mean score of the words of a list under which it is no furniture: of a long one, which as a menu would have words of
    /// furniture for certain, and of a short one.
    private static func wordingLimit(_ lineCount: Int) -> Int { lineCount < 20 ? -50 : -15 }

    /// Runs with no more than one line between one and the next.
    private struct Chain {
        var lines = 0..<0
        /// Without the lines between the runs.
        var lineCount = 0
        var copyCount = 0
        var wordingSum = 0
    }

    /// Finds the runs and writes the values of the slots that are common to the lines of one.
    init(_ context: LineContext) {
        let columns = context.columns
        isList = []
        var chain = Chain()
        var start = 0
        while start < context.lineCount {
            var end = start
            var copyCount = 0
            while end < context.lineCount, Self.isPlain(end, context) {
                if columns.copies[end] & 3 != 0 { copyCount &+= 1 }
                end &+= 1
            }
            if end == start {
                columns.run_wording[start] = 36
                columns.run_copies[start] = 0
                columns.run_score[start] = 24
                start &+= 1
                continue
            }
            let count = end &- start
            let wordingSum = context.sum(start..<end, of: columns.wording_sum)
            let wording = wordingSum / count
            let length = count < 4 ? 0 : count < 10 ? 1 : 2
            let wordingValue = scoreBin(wording, width: 6, count: 24) &* 3 &+ length
            let score = context.sum(start..<end, of: columns.score_sum) / count
            let scoreValue = scoreBin(score, width: 24, count: 16) &* 3 &+ length
            let step = count < 3 ? 0 : count < 6 ? 1 : count < 12 ? 2 : 3
            let copiesValue = shareBin(copyCount, of: count, steps: 5) &* 4 &+ step
            for index in start..<end {
                columns.run_wording[index] = UInt8(truncatingIfNeeded: wordingValue)
                columns.run_copies[index] = UInt8(truncatingIfNeeded: copiesValue)
                columns.run_score[index] = UInt8(truncatingIfNeeded: scoreValue)
            }
            chain.lines = (chain.lines.isEmpty ? start : chain.lines.lowerBound)..<end
            chain.lineCount += count
            chain.copyCount += copyCount
            chain.wordingSum += wordingSum
            if !Self.goesOn(behind: end, context) {
                take(chain, context)
                chain = Chain()
            }
            start = end
        }
    }

    /// Whether line `index` lies in a list or table of an article.
    @inline(__always)
    func contains(_ index: Int) -> Bool { !isList.isEmpty && isList[index] }

    /// Notes that some lines are a list of the article.
    mutating func note(_ lines: Range<Int>, of context: LineContext) {
        if isList.isEmpty { isList = Array(repeating: false, count: context.lineCount) }
        for index in lines { isList[index] = true }
    }

    /// Notes the lines of a chain that is a list.
    private mutating func take(_ chain: Chain, _ context: LineContext) {
        guard chain.lineCount >= Self.fewestLines,
            chain.wordingSum < Self.wordingLimit(chain.lineCount) * chain.lineCount,
            chain.copyCount * 5 < chain.lineCount * 2
        else { return }
        if isList.isEmpty { isList = Array(repeating: false, count: context.lineCount) }
        for index in chain.lines where Self.isPlain(index, context) { isList[index] = true }
    }

    /// Whether a run that ends before line `end` goes on behind that line.
    private static func goesOn(behind end: Int, _ context: LineContext) -> Bool {
        end + 1 < context.lineCount && context.columns.sight[end] >= LineSight.long.rawValue
            && isPlain(end + 1, context)
    }

    @inline(__always)
    private static func isPlain(_ index: Int, _ context: LineContext) -> Bool { context.columns.is_plain[index] != 0 }
}
