// Example: thirty lines such as "June 10 – Tampa, Amphitheatre" look like a menu to a judge of single lines. None of them holds a
// word of site furniture, as a menu's "Home", "About us" or "Subscribe" would: the run is a list, and the odds must be higher.

/// The runs of short lines that are lists and tables of an article more likely than menus.
struct ListGuard {
    /// Whether each line lies in such a run.
    private let isList: [Bool]

    /// Fewer lines than this prove nothing.
    private static let fewestLines = 12
    /// The mean score of the words of a run from which on it may be furniture.
    private static let wordingLimit = 5
    /// How much higher the score of a line must be: a factor of 4.5 in the odds.
    private static let margin: Int32 = 96

    /// Finds the runs of lines that are not sentences, without a phrase of the table, whose words do not speak for furniture.
    init(_ verdicts: LineJudge.Verdicts) {
        let table = verdicts.table
        var isList = [Bool](repeating: false, count: table.lineCount)
        var start = 0
        while start < table.lineCount {
            var end = start
            var phraseCount = 0
            while end < table.lineCount, table.sights[end] >= LineSight.short.rawValue {
                phraseCount += table.value(.phraseKind, ofLine: end) != 0 ? 1 : 0
                end += 1
            }
            if end - start >= Self.fewestLines, phraseCount == 0,
                Int(verdicts.context.wordingSums[end] - verdicts.context.wordingSums[start])
                    < Self.wordingLimit * (end - start)
            {
                for index in start..<end { isList[index] = true }
            }
            start = max(end, start + 1)
        }
        self.isList = isList
    }

    /// What the threshold of line `index` is raised by.
    func margin(forLine index: Int) -> Int32 { isList[index] ? Self.margin : 0 }
}
