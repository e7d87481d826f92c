// A line is judged in two looks. The first sees the line alone: one weight for each answer, one for each word and pair of
// words. The second sees the line among the others, as what the first look said of them, and asks a small network: sixteen
// sums of one weight for each answer, each held between two bounds, then added. All of it is integer arithmetic, so every
// machine gives the same answer.

/// Tells which lines of a text belong to the web site and not to the article.
struct LineJudge: Sendable {
    let weights: LineWeights

    /// What the judge says of the lines of a text.
    struct Verdicts {
        let table: LineTable
        let context: LineContext
        let runs: LineRuns
        /// How strongly each line is furniture; `LineContext.unit` is a factor of e in the odds.
        let scores: [Int32]
    }

    /// Judges every line of `text`, all of which are among `readings`; linear in their number.
    func verdicts(of text: SegmentedDocument, _ readings: LineReadings) -> Verdicts {
        let table = LineTable(text, readings)
        let context = withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * table.lineCount) { scores in
            let wordingScores = UnsafeMutableBufferPointer(rebasing: scores[table.lineCount...])
            takeFirstLook(at: table, readings, scores, wordingScores)
            return LineContext(
                table, scores: UnsafeBufferPointer(scores), wordingScores: UnsafeBufferPointer(wordingScores))
        }
        let runs = context.writeSlots()
        return Verdicts(table: table, context: context, runs: runs, scores: secondLook(at: context))
    }

    /// Finds the score of each line by itself, and the part of it that its words make.
    private func takeFirstLook(
        at table: LineTable, _ readings: LineReadings, _ scores: UnsafeMutableBufferPointer<Int32>,
        _ wordingScores: UnsafeMutableBufferPointer<Int32>
    ) {
        let weights = weights
        for index in 0..<table.lineCount {
            let record = readings.records[Int(table.places[index])]
            let row = table.values + index &* LineSlot.count
            var score = record.score
            for slot in LineSlot.ownCount..<LineSlot.lineCount {
                score &+= Int32(weights.lineValues[weights.lineStarts[slot] &+ Int(row[slot])])
            }
            scores[index] = score
            wordingScores[index] = record.wordingScore
        }
    }

    /// The score of each line among the others; of certain prose the score by itself.
    private func secondLook(at context: LineContext) -> [Int32] {
        let table = context.table
        let weights = weights
        let output = SIMD16<Int32>(truncatingIfNeeded: weights.output)
        let limit = SIMD16(repeating: LineWeights.hiddenLimit)
        return [Int32](filling: table.lineCount) { scores, count in
            count = table.lineCount
            for index in 0..<table.lineCount {
                if context.isCertainProse(index) {
                    scores[index] = context.scores[index]
                    continue
                }
                let row = table.values + (index &* LineSlot.count &+ LineSlot.secondStart)
                var hidden = weights.hiddenBias
                var score = weights.bias
                for slot in 0..<LineSlot.secondCount {
                    let value = weights.starts[slot] &+ Int(row[slot])
                    hidden &+= weights.hidden[value]
                    score &+= Int32(weights.values[value])
                }
                hidden = hidden.clamped(lowerBound: .zero, upperBound: limit)
                let sum = (SIMD16<Int32>(truncatingIfNeeded: hidden) &* output).wrappedSum()
                scores[index] = score &+ (sum >> 7)
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
