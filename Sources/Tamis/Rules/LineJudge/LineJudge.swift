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

    /// Judges every line of `text`, whose words must be there; linear in its length.
    func verdicts(of text: SegmentedDocument, hits: PhraseHits) -> Verdicts {
        let table = LineTable(text, hits: hits)
        let context = withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * table.lineCount) { scores in
            let wordingScores = UnsafeMutableBufferPointer(rebasing: scores[table.lineCount...])
            takeFirstLook(at: table, scores, wordingScores)
            return LineContext(
                table, scores: UnsafeBufferPointer(scores), wordingScores: UnsafeBufferPointer(wordingScores))
        }
        let runs = context.writeSlots()
        return Verdicts(table: table, context: context, runs: runs, scores: secondLook(at: context))
    }

    /// Finds the score of each line by itself, and the part of it that its words make.
    private func takeFirstLook(
        at table: LineTable, _ scores: UnsafeMutableBufferPointer<Int32>,
        _ wordingScores: UnsafeMutableBufferPointer<Int32>
    ) {
        let weights = weights
        for index in 0..<table.lineCount {
            let wordings = table.wordings + index &* LineTable.wordingLimit
            var wording: Int32 = 0
            for place in 0..<Int(table.wordingCounts[index]) {
                wording &+= Int32(weights.wordings[Int(wordings[place])])
            }
            let row = table.values + index &* LineSlot.count
            var score = weights.lineBias &+ wording
            for slot in 0..<LineSlot.lineCount {
                score &+= Int32(weights.lineValues[weights.lineStarts[slot] &+ Int(row[slot])])
            }
            scores[index] = score
            wordingScores[index] = wording
        }
    }

    /// The score of each line among the others; of certain prose the score by itself.
    private func secondLook(at context: LineContext) -> [Int32] {
        let table = context.table
        let weights = weights
        let output = SIMD16<Int32>(truncatingIfNeeded: weights.output)
        let limit = SIMD16(repeating: LineWeights.hiddenLimit)
        return [Int32](unsafeUninitializedCapacity: table.lineCount) { scores, count in
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
    /// The judge with the weights of the table.
    static let shared: LineJudge = {
        let weights = LineWeights.encoded.withUTF8Buffer { LineWeights(encoded: $0) }
        guard let weights else { preconditionFailure("the table of weights is of another version") }
        return LineJudge(weights: weights)
    }()
}
