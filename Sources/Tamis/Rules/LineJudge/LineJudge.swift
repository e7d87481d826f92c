// A line is judged in two looks. The first sees the line alone: one weight for each answer, one for each word and pair of
// words. The second sees the line among the others, as what the first look said of them, and asks a small network: sixteen
// sums of one weight for each answer, each held between two bounds, then added. All of it is integer arithmetic, so every
// machine gives the same answer.

import CKernels

/// Tells which lines of a text belong to the web site and not to the article.
struct LineJudge: Sendable {
    let weights: LineWeights
    /// What a line of a page must reach beyond its level's threshold: the trainer tries points between the levels.
    var caution: Int32 = 0

    /// What the judge says of the lines of a text.
    struct Verdicts {
        let context: LineContext
        let runs: LineRuns
        /// How strongly each line is furniture; 64 units are a factor of e in the odds.
        let scores: [Int32]
        /// Whether the text is a whole page and not extracted from one.
        let isPage: Bool
    }

    /// Judges every line of `text`, all of which are among `readings`; linear in their number.
    func verdicts(of text: SegmentedDocument, _ readings: LineReadings) -> Verdicts {
        let table = LineTable(text, readings)
        addWeights(to: table)
        let context = LineContext(table)
        var runs = context.writeCommonSlots()
        for list in Programmes(in: text, table).lists { runs.note(list, of: context) }
        var scores = Array(UnsafeBufferPointer(start: context.columns.score, count: context.lineCount))
        takeSecondLook(at: context, runs, &scores) { $0 >= Self.suspectScore }
        // In extracted text, where a line must be furniture beyond doubt, those that are none by themselves stay.
        let isPage = Self.isPage(scores, context, runs)
        if isPage { takeSecondLook(at: context, runs, &scores) { $0 < Self.suspectScore } }
        return Verdicts(context: context, runs: runs, scores: scores, isPage: isPage)
    }

    /// Odds of 2 to 9 that a line is furniture.
    private static let suspectScore: Int32 = -96
    /// Odds of 10 and of 23 to 1.
    private static let likelyScore: Int32 = 150
    private static let certainScore: Int32 = 200

    /// Whether a text is a whole page.
    ///
    /// At least six lines of certain furniture stand before the main span or are a fifth of all; or one stands before it, and
    /// fourteen behind it, or likely ones are a fifth of all, twelve of them outside it. Lists of the article do not count.
    private static func isPage(_ scores: [Int32], _ context: LineContext, _ runs: LineRuns) -> Bool {
        // Where there is no prose, as beside a poem, nobody can tell where the article is.
        guard context.proseWordCount != 0 else { return false }
        let span = context.span
        var (certainCount, headCount, tailCount, likelyCount, likelyOutsideCount) = (0, 0, 0, 0, 0)
        for (index, score) in scores.enumerated() where score > likelyScore && !runs.contains(index) {
            likelyCount += 1
            if !span.contains(index) { likelyOutsideCount += 1 }
            guard score > certainScore else { continue }
            certainCount += 1
            if index < span.lowerBound { headCount += 1 } else if index >= span.upperBound { tailCount += 1 }
        }
        if headCount >= 6 || certainCount >= 6 && certainCount * 5 >= scores.count { return true }
        return headCount >= 1 && (tailCount >= 14 || likelyOutsideCount >= 12 && likelyCount * 5 >= scores.count)
    }

    /// Adds to the score of each line by itself what the slots weigh that ask for other lines.
    private func addWeights(to table: LineTable) {
        let (weights, columns) = (weights, table.columns)
        for index in 0..<table.lineCount {
            let weight =
                weights.lineWeight(.copies, columns.copies[index]) &+ weights.lineWeight(.shared, columns.shared[index])
            columns.score[index] &+= weight
        }
    }

    /// Finds the score among the others of each line whose score by itself is chosen, but for certain prose and lists, which stay.
    @inline(__always)
    private func takeSecondLook(
        at context: LineContext, _ runs: LineRuns, _ scores: inout [Int32], where isChosen: (Int32) -> Bool
    ) {
        let columns = context.columns
        let count = context.lineCount
        let group = Int(TAMIS_LINE_GROUP)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + group) { isAsked in
            for index in 0..<count {
                let isAskedHere =
                    isChosen(columns.score[index]) && !context.isCertainProse(index) && !runs.contains(index)
                isAsked[index] = isAskedHere ? 1 : 0
            }
            for index in count..<count + group { isAsked[index] = 0 }
            guard let isAsked = isAsked.baseAddress else { return }
            scores.withUnsafeMutableBufferPointer { scores in
                if let first = scores.baseAddress { weights.score(columns, isAsked, first) }
            }
        }
    }
}

extension LineJudge {
    /// What the judge needs of the lines of `text`, whose words must be there; see `LineReadings`.
    func readings(
        of text: SegmentedDocument, hits: PhraseHits, origins: [Int] = [], old: LineReadings? = nil
    ) -> LineReadings {
        LineReadings(of: text, hits: hits, weights: weights, origins: origins, old: old)
    }

    /// The judge with the weights of the table.
    static let shared: LineJudge = {
        let weights = LineWeights.encoded.withUTF8Buffer { LineWeights(encoded: $0) }
        guard let weights else { preconditionFailure("the table of weights is of another version") }
        return LineJudge(weights: weights)
    }()
}
