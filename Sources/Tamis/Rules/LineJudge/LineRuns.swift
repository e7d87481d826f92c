// Example: thirty lines such as "June 10 – Tampa, Amphitheatre" look like a menu to a judge of single lines. None of them holds a
// word of site furniture, as a menu's "Home", "About us" or "Subscribe" would, and none stands elsewhere on the page: the run
// is a list of the article.

/// Runs of lines that are neither sentences nor furniture by their words: what lists, tables and menus are made of.
struct LineRuns {
    /// Whether each line lies in a run that is a list or table of an article.
    private(set) var isList: [Bool]

    /// Fewer lines than this prove nothing.
    private static let fewestLines = 16
    /// The mean score of the words of a run under which it is no furniture.
    private static let wordingLimit = -26

    /// Finds the runs and writes the values of the slots that are common to the lines of one.
    init(_ context: LineContext) {
        let table = context.table
        isList = []
        var start = 0
        while start < context.lineCount {
            var end = start
            var copyCount = 0
            while end < context.lineCount, Self.isPlain(end, context) {
                if table.value(.copies, ofLine: end) & 3 != 0 { copyCount += 1 }
                end += 1
            }
            if end == start {
                table.set(.runWording, ofLine: start, to: 36)
                table.set(.runScore, ofLine: start, to: 24)
                start += 1
                continue
            }
            let count = end - start
            let wording = context.sum(context.wordingSums, start, end) / count
            let length = count < 4 ? 0 : count < 10 ? 1 : 2
            let wordingValue = scoreBin(wording, width: 6, count: 24) * 3 + length
            let scoreValue =
                scoreBin(context.sum(context.scoreSums, start, end) / count, width: 24, count: 16) * 3 + length
            let step = count < 3 ? 0 : count < 6 ? 1 : count < 12 ? 2 : 3
            let copiesValue = shareBin(copyCount, of: count, steps: 5) * 4 + step
            for index in start..<end {
                table.set(.runWording, ofLine: index, to: wordingValue)
                table.set(.runScore, ofLine: index, to: scoreValue)
                table.set(.runCopies, ofLine: index, to: copiesValue)
            }
            if count >= Self.fewestLines, wording < Self.wordingLimit, copyCount * 5 < count * 2 {
                if isList.isEmpty { isList = Array(repeating: false, count: context.lineCount) }
                for index in start..<end { isList[index] = true }
            }
            start = end
        }
    }

    @inline(__always)
    private static func isPlain(_ index: Int, _ context: LineContext) -> Bool {
        guard context.table.sights[index] >= LineSight.long.rawValue,
            context.table.value(.phraseKind, ofLine: index) == 0
        else { return false }
        let wording = context.wordings[index]
        return wording <= 83 || wording < LineContext.wordingLimit && context.table.wordCounts[index] > 5
    }
}
