// A page is told from extracted text by its lines of certain furniture: a page has many, or some of them before the article.
// What is left of a page after a cleaning has few, so it is judged like extracted text, and a second cleaning finds nothing.
//
// What a line of a page must reach depends on how much would be lost with it and on where it is: at `standard`, which is 44, a
// label outside the main span goes from 4 on, a sentence inside it from 144 on. Where much of the prose is elsewhere, or there is
// hardly any, the main span may be the wrong one: then lines outside it need more.

/// The lines of a text that the judge takes for page furniture.
///
/// A class, so that asking for each line copies nothing.
final class FurnitureLines {
    private let judge: LineJudge
    private let verdicts: LineJudge.Verdicts
    private let level: FurnitureLevel
    /// What lines outside the main span must reach beyond the others.
    private let doubt: Int32

    /// Judges the lines of `text`; nil where they cannot be judged.
    ///
    /// - Parameter readings: Of the lines of `text` and of others perhaps; nil where there are none yet.
    init?(
        of text: SegmentedDocument, hits: PhraseHits, readings: LineReadings?, level: FurnitureLevel, judge: LineJudge
    ) {
        guard Self.canJudge(text) else { return nil }
        self.judge = judge
        verdicts = judge.verdicts(of: text, readings ?? judge.readings(of: text, hits: hits))
        self.level = level
        doubt = Self.isDoubtful(verdicts.context) ? 60 : 0
    }

    /// Whether the main span is doubtful: it has less than three fifths of the words of prose, or there are few.
    private static func isDoubtful(_ context: LineContext) -> Bool {
        let wordCount = context.sum(context.span, of: context.columns.prose_sum)
        return context.proseWordCount <= 60 || wordCount * 5 < context.proseWordCount * 3
    }

    /// Whether the lines of `text` can be judged: not in one too short to tell or with more lines than sums are exact for, nor in
    /// one that is hard-wrapped.
    static func canJudge(_ text: SegmentedDocument) -> Bool {
        lineCounts.contains(text.lines.count) && !text.isHardWrapped && !text.words.isEmpty
    }

    private static let lineCounts = 5...1 << 22

    /// What a line of a page must reach beyond the level's threshold, from prose to bare: outside the main span and inside.
    private static let cautionsOutside: [Int32] = [60, 20, 20, 0, -40, -20]
    private static let cautionsInside: [Int32] = [100, 100, 20, 20, 10, 10]

    /// Whether line `index` lies where an article begins: some lines before the main span, or among its first.
    func isNearStart(_ index: Int) -> Bool {
        let span = verdicts.context.span
        return !span.isEmpty && index >= span.lowerBound - 12 && index < span.lowerBound + 6
    }

    /// The lines that go, in order, and why.
    func taken(isNamed: Bool) -> [(line: Int, reason: String)] {
        let (inside, outside) = thresholds
        let span = verdicts.context.span
        var taken: [(line: Int, reason: String)] = []
        for (line, score) in verdicts.scores.enumerated() {
            let sight = Int(verdicts.context.columns.sight[line])
            guard score > (span.contains(line) ? inside[sight] : outside[sight]), !verdicts.runs.contains(line) else {
                continue
            }
            taken.append((line, reason(forLine: line, score, isNamed: isNamed)))
        }
        return taken
    }

    /// The scores from which on lines go, from prose to bare: inside the main span and outside.
    private var thresholds: (inside: [Int32], outside: [Int32]) {
        guard verdicts.isPage else {
            let same = Self.cautionsInside.map { _ in level.extractThreshold }
            return (same, same)
        }
        let threshold = level.pageThreshold + judge.caution
        return (
            Self.cautionsInside.map { threshold + $0 }, Self.cautionsOutside.map { threshold + $0 + doubt }
        )
    }

    private func reason(forLine line: Int, _ score: Int32, isNamed: Bool) -> String {
        let odds = Self.odds.last { $0.score <= score }?.text ?? "line judge, odds over 1 to 1"
        guard isNamed else { return odds }
        let themes = judge.loudestThemes(ofLine: line, in: verdicts)
        return "\(odds): \(themes.joined(separator: ", "))"
    }

    /// Odds in words, by the score that makes them.
    private static let odds: [(score: Int32, text: String)] = [
        (45, "line judge, odds over 2 to 1"), (103, "line judge, odds over 5 to 1"),
        (148, "line judge, odds over 10 to 1"),
        (192, "line judge, odds over 20 to 1"), (251, "line judge, odds over 50 to 1"),
        (295, "line judge, odds over 100 to 1"), (398, "line judge, odds over 500 to 1"),
    ]
}
