/// What the Gopher filters of datatrove measure, with words between white space.
public struct DatatroveTally: Sendable {
    /// Pieces between runs of line feeds; the empty pieces at the ends of a text count.
    public private(set) var lines = DuplicateTally.Level()
    /// Pieces of the stripped text between runs of two or more line feeds.
    public private(set) var paragraphs = DuplicateTally.Level()
    /// Characters of the most frequent run of 2, 3 and 4 words with one space between words, times how often it stands;
    /// nil without such runs.
    public private(set) var topCharacterCounts: [Int?] = [nil, nil, nil]
    /// Characters of later copies of runs of 5 to 10 words.
    public private(set) var repeatCharacterCounts = [Int](repeating: 0, count: 6)

    /// Words between white space.
    public private(set) var wordCount = 0
    /// Words that are not wholly datatrove's punctuation.
    public private(set) var nonSymbolWordCount = 0
    /// Characters of these words.
    public private(set) var nonSymbolCharacterCount = 0
    /// Words with a letter.
    public private(set) var alphabeticWordCount = 0
    /// How many of the eight stop words stand in the text.
    public private(set) var distinctStopWordCount = 0
    /// Number signs.
    public private(set) var hashCount = 0
    /// Triples of full stops, and `…`.
    public private(set) var ellipsisCount = 0
    /// Lines of any line end, blank ones included.
    public private(set) var splitLineCount = 0
    /// Lines that begin with `•` or `-`.
    public private(set) var bulletLineCount = 0
    /// Lines that end in an ellipsis.
    public private(set) var ellipsisLineCount = 0

    init() {}

    mutating func addRepetition(_ text: SplitText, _ splitWords: SplitWords, table: inout HashTable) {
        guard !text.utf8.isEmpty else { return }
        lines = .init(text.lineRuns, characters: text.characters, table: &table)
        paragraphs = .init(text.blankLineSeparated, characters: text.characters, table: &table)
        splitWords.joined.withUnsafeBufferPointer { bytes in
            splitWords.offsets.withUnsafeBufferPointer { offsets in
                addRepeats(JoinedWords(bytes: bytes.baseAddress, offsets: offsets), of: splitWords.words, text)
            }
        }
    }

    private mutating func addRepeats(_ joined: consuming JoinedWords, of words: [Word], _ text: SplitText) {
        words.withUnsafeBufferPointer { words in
            for length in 5...10 {
                if length > 5 { joined.extend() }
                repeatCharacterCounts[length - 5] = joined.repeats().reduce(0) {
                    $0 + text.characters.count(in: words[Int($1)..<(Int($1) + length)])
                }
            }
        }
    }

    /// Takes up the runs of 2 to 4 words of `words`, which are `runs` now.
    mutating func add(_ runs: borrowing WordRuns, of words: UnsafeBufferPointer<Word>, _ text: SplitText) {
        let length = runs.length
        guard length <= 4 else { return }
        topCharacterCounts[length - 2] = runs.mostFrequent.map { top in
            let run = words[top.position..<(top.position + length)]
            return (text.characters.count(in: run) + length - 1) * top.count
        }
    }

    mutating func addQuality(_ text: SplitText, _ words: SplitWords) {
        wordCount = words.words.count
        hashCount = text.blocks.count(UInt8(ascii: "#"), in: text.utf8)
        ellipsisCount = text.ellipsisCount
        nonSymbolWordCount = wordCount
        nonSymbolCharacterCount = words.characterCount(of: text)
        alphabeticWordCount = wordCount
        distinctStopWordCount = words.distinctStopWordCount
        // All other words begin with a letter.
        for index in words.odd {
            let word = words.words[Int(index)].range
            let kind = text.kind(of: word)
            alphabeticWordCount -= kind.isAlphabetic ? 0 : 1
            guard kind.isSymbol else { continue }
            nonSymbolWordCount -= 1
            nonSymbolCharacterCount -= text.characters.count(in: word)
        }
        addLines(text)
    }

    private mutating func addLines(_ text: SplitText) {
        text.forEachLine { line in
            splitLineCount += 1
            let content = text.stripped(line)
            guard !content.isEmpty else { return }
            let isBullet = text.utf8[content.lowerBound] == UInt8(ascii: "-") || text.hasBullet(at: content)
            bulletLineCount += isBullet ? 1 : 0
            ellipsisLineCount += text.endsInEllipsis(content) ? 1 : 0
        }
    }
}
