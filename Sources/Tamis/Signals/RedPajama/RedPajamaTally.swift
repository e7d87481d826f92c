/// What RedPajama's signals of documents measure.
public struct RedPajamaTally: Sendable {
    /// Normalised words.
    public private(set) var wordCount = 0
    /// Characters of all normalised words.
    public private(set) var wordCharacterCount = 0
    /// How many different normalised words there are.
    public private(set) var distinctWordCount = 0
    /// Sum of count · ln count over the different normalised words.
    private var logarithmSum = 0.0
    /// Characters of the words of the most frequent run of 2, 3 and 4 words times how often it stands; 0 if once.
    public private(set) var topCharacterCounts = [0, 0, 0]
    /// Characters of the words in any copy of a repeated run of 5 to 10 words, each word once.
    public private(set) var repeatCharacterCounts = [Int](repeating: 0, count: 6)
    /// How often `lorem ipsum` stands in the normalised text.
    public private(set) var loremIpsumCount = 0

    /// Characters of the text as it stands.
    public private(set) var characterCount = 0
    /// Words and runs of punctuation of the text as it stands.
    public private(set) var rawWordCount = 0
    /// Raw words with a letter A–Z or a–z.
    public private(set) var latinWordCount = 0
    /// Raw words in upper case.
    public private(set) var upperCaseWordCount = 0
    /// Sentences by the pattern `\b[^.!?]+[.!?]*`.
    public private(set) var sentenceCount = 0
    /// `#`, three full stops and `…`.
    public private(set) var symbolCount = 0
    /// `{` and `}`.
    public private(set) var bracketCount = 0
    /// Lines between line feeds.
    public private(set) var lineCount = 0
    /// Lines that end in an ellipsis.
    public private(set) var ellipsisLineCount = 0

    init() {}

    init(_ text: SplitText, _ normalized: NormalizedText, table: inout HashTable) {
        characterCount = text.characters.count
        sentenceCount = text.utf8.sentenceCount
        symbolCount = text.blocks.count(UInt8(ascii: "#"), in: text.utf8) + text.ellipsisCount
        bracketCount =
            text.blocks.count(UInt8(ascii: "{"), in: text.utf8)
            + text.blocks.count(UInt8(ascii: "}"), in: text.utf8)
        let raw = RawWordTally(text)
        (rawWordCount, latinWordCount, upperCaseWordCount) = (raw.count, raw.latinCount, raw.upperCaseCount)
        text.forEachFeedLine { line in
            lineCount += 1
            ellipsisLineCount += text.endsInEllipsis(line.lowerBound..<text.strippedEnd(line)) ? 1 : 0
        }
        let characters = CharacterTally(normalized.utf8)
        wordCharacterCount = characters.count
        normalized.utf8.withUnsafeBufferPointer {
            loremIpsumCount = Self.loremIpsumCount(normalized.words, of: $0)
        }
        normalized.words.withUnsafeBufferPointer { addRuns($0, characters: characters, table: &table) }
    }

    private mutating func addRuns(
        _ words: UnsafeBufferPointer<Word>, characters: CharacterTally, table: inout HashTable
    ) {
        wordCount = words.count
        var sum = 0.0
        let logarithms = CountLogarithms.shared
        var runs = WordRuns(words, table: &table) { _, count in sum += logarithms.product(count) }
        logarithmSum = sum
        distinctWordCount = runs.distinctCount
        for length in 2...10 {
            runs.extend(to: length, table: &table)
            if length <= 4, let top = runs.mostFrequent, top.count > 1 {
                let run = words[top.position..<(top.position + length)]
                topCharacterCounts[length - 2] = characters.count(in: run) * top.count
            } else if length >= 5 {
                var count = 0
                runs.forEachMember { count += characters.count(in: words[$0]) }
                repeatCharacterCounts[length - 5] = count
            }
        }
    }

    /// A word that ends in `lorem` before one that begins with `ipsum`: the normalised text has one space between them.
    private static func loremIpsumCount(_ words: [Word], of utf8: UnsafeBufferPointer<UInt8>) -> Int {
        zip(words, words.dropFirst()).reduce(0) { count, pair in
            let (first, second) = (pair.0.range, pair.1.range)
            guard first.count >= 5, utf8.hasBytes("lorem", at: first.upperBound - 5) else { return count }
            return second.count >= 5 && utf8.hasBytes("ipsum", at: second.lowerBound) ? count + 1 : count
        }
    }

    /// Characters of the normalised text: its words with a space between them.
    public var normalizedCharacterCount: Int { wordCharacterCount + max(0, wordCount - 1) }

    /// The entropy of the normalised words in nats; nil where there are none.
    public var entropy: Double? {
        guard wordCount > 0 else { return nil }
        return max(0, naturalLogarithm(Double(wordCount)) - logarithmSum / Double(wordCount))
    }
}
