/// What the words of a document add up to.
public struct WordTally: Sendable {
    /// How many words there are.
    public private(set) var count = 0
    /// Characters of all words.
    public private(set) var characterCount = 0
    /// How many different words there are, by their near folding.
    public private(set) var distinctCount = 0
    /// How many words stand on the list of function words.
    public private(set) var stopWordCount = 0
    /// Sum of count · ln count over the different words.
    private(set) var logarithmSum = 0.0
    /// Runs of 2, 5 and 20 words.
    public private(set) var runs2 = RunTally()
    /// Runs of 5 words.
    public private(set) var runs5 = RunTally()
    /// Runs of 20 words.
    public private(set) var runs20 = RunTally()
    /// Where the runs of three words begin that stand more than once, in order.
    private(set) var repeatedRuns: [UInt32] = []
    /// Characters of the words that lie in a later copy of a run of five words, each word once.
    public private(set) var excess5CharacterCount = 0

    /// How many runs of n words there are, and how many different ones.
    public struct RunTally: Sendable {
        /// How many runs there are: words − n + 1, or none.
        public internal(set) var count = 0
        /// How many of them are different.
        public internal(set) var distinctCount = 0
    }

    init() {}

    /// Tallies the words; their runs up to the length that `needs` asks for.
    init(_ document: SegmentedDocument, characters: CharacterTally, needs: Measures, table: inout HashTable) {
        document.words.withUnsafeBufferPointer { words in
            count = words.count
            characterCount = characters.count(in: words)
            guard needs.contains(.vocabulary) else { return }
            let stopWords = StopWords.list(for: document.document, characters: characters)
            let logarithms = CountLogarithms.shared
            var stopWordCount = 0
            var logarithmSum = 0.0
            var runs = WordRuns(words, table: &table) { hash, count in
                logarithmSum += logarithms.product(count)
                stopWordCount += stopWords.contains(hash) ? count : 0
            }
            self.stopWordCount = stopWordCount
            self.logarithmSum = logarithmSum
            distinctCount = runs.distinctCount
            guard needs.contains(.wordRuns) else { return }
            runs2 = extend(&runs, to: 2, table: &table)
            _ = extend(&runs, to: 3, table: &table)
            repeatedRuns = runs.startsOfRepeats
            runs5 = extend(&runs, to: 5, table: &table)
            var excess = 0
            runs.forEachExcess { range in
                for word in words[range] {
                    excess += characters.count(in: Int(word.start)..<Int(word.end))
                }
            }
            excess5CharacterCount = excess
            _ = extend(&runs, to: 10, table: &table)
            runs20 = extend(&runs, to: 20, table: &table)
        }
    }

    private func extend(_ runs: inout WordRuns, to length: Int, table: inout HashTable) -> RunTally {
        runs.extend(to: length, table: &table)
        return RunTally(count: runs.count, distinctCount: runs.distinctCount)
    }

    /// The entropy of the words in nats, −Σ p ln p over the different words; nil where there are none.
    public var entropy: Double? {
        guard count > 0 else { return nil }
        return max(0, naturalLogarithm(Double(count)) - logarithmSum / Double(count))
    }
}
