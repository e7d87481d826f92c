/// What dolma's Gopher tagger (version 1) measures: words between white space, lines between line feeds.
public struct DolmaTally: Sendable {
    /// Words.
    public private(set) var wordCount = 0
    /// Characters of all words.
    public private(set) var wordCharacterCount = 0
    /// The median of the words' lengths; 0 without words.
    public private(set) var medianWordLength = 0.0
    /// Words with `#` or `…`.
    public private(set) var symbolWordCount = 0
    /// Words with a letter.
    public private(set) var alphabeticWordCount = 0
    /// Words that are one of the eight stop words.
    public private(set) var stopWordCount = 0
    /// Lines, blank ones and the one behind the last line feed included.
    public private(set) var lines = DuplicateTally.Level()
    /// Lines that begin with `*` or `-`.
    public private(set) var bulletLineCount = 0
    /// Lines that end with `…`.
    public private(set) var ellipsisLineCount = 0
    /// Characters of the words of the most frequent run of 2, 3 and 4 words, times its copies; nil without runs.
    public private(set) var topCharacterCounts: [Int?] = [nil, nil, nil]
    /// Characters of the words of all runs of 5 to 10 words, each run in full; nil without runs.
    public private(set) var runCharacterCounts: [Int?] = Array(repeating: nil, count: 6)
    /// The same for runs that stand more than once.
    public private(set) var repeatCharacterCounts = [Int](repeating: 0, count: 6)

    /// Characters of the words before each word, so that the length of a run is one subtraction.
    private var charactersBefore: [Int] = [0]

    init() {}

    init(_ text: SplitText, _ words: SplitWords, table: inout HashTable) {
        words.words.withUnsafeBufferPointer { addWords(text, $0) }
        for piece in text.pieces.map(\.range) {
            if let first = piece.isEmpty ? nil : text.utf8[piece.lowerBound], first == 0x2A || first == 0x2D {
                bulletLineCount += 1
            }
            ellipsisLineCount += text.hasSuffix("…", in: piece) ? 1 : 0
        }
        lines = .init(text.pieces, characters: text.characters, table: &table)
    }

    private mutating func addWords(_ text: SplitText, _ words: UnsafeBufferPointer<Word>) {
        wordCount = words.count
        var lengths: [Int] = []
        lengths.reserveCapacity(words.count)
        charactersBefore.reserveCapacity(words.count + 1)
        for word in words {
            let length = text.characters.count(in: word.range)
            lengths.append(length)
            wordCharacterCount += length
            charactersBefore.append(wordCharacterCount)
            symbolWordCount += text.holdsSymbol(word.range) ? 1 : 0
            alphabeticWordCount += text.kind(of: word.range).isAlphabetic ? 1 : 0
            stopWordCount += text.stopWordBit(word.range) == 0 ? 0 : 1
        }
        guard !lengths.isEmpty else { return }
        lengths.sort()
        medianWordLength = Double(lengths[(lengths.count - 1) / 2] + lengths[lengths.count / 2]) / 2
    }

    /// Takes up the runs of 2 to 10 words of `words`, which are `runs` now.
    mutating func add(_ runs: borrowing WordRuns, of words: UnsafeBufferPointer<Word>, _ text: SplitText) {
        let length = runs.length
        guard words.count >= length else { return }
        func characterCount(_ position: Int) -> Int { charactersBefore[position + length] - charactersBefore[position] }
        if length <= 4 {
            topCharacterCounts[length - 2] = runs.mostFrequent.map { characterCount($0.position) * $0.count }
        } else {
            runCharacterCounts[length - 5] = (0...(words.count - length)).reduce(0) { $0 + characterCount($1) }
            var repeats = 0
            runs.forEachRepeatedPosition { repeats += characterCount($0) }
            repeatCharacterCounts[length - 5] = repeats
        }
    }
}

extension SplitText {
    /// Whether `range` holds `#` or `…`.
    fileprivate func holdsSymbol(_ range: ByteRange) -> Bool {
        range.contains { utf8[$0] == 0x23 || utf8[$0] == 0xE2 && utf8.hasBytes("…", at: $0) }
    }
}
