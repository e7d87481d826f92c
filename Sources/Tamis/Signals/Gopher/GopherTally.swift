import CXXHash

/// What DCLM's reading of Gopher's rules measures.
///
/// Runs are of UAX #29 words that begin with a letter or number; averages are of words between white space.
public struct GopherTally: Sendable {
    /// Lines between line feeds, stripped, blank ones left out.
    public private(set) var lines = DuplicateTally.Level()
    /// Blocks between two line feeds, stripped, blank ones left out.
    public private(set) var paragraphs = DuplicateTally.Level()
    /// UAX #29 words that begin with a letter or number.
    public private(set) var wordCount = 0
    /// Characters of these words.
    public private(set) var wordCharacterCount = 0
    /// Characters of the longest of the most frequent runs of 2, 3 and 4 words, times its copies; 0 where none repeats.
    public private(set) var topCharacterCounts = [0, 0, 0]
    /// Characters of the words in any copy of a repeated run of 5 to 10 words, each word once.
    public private(set) var repeatCharacterCounts = [Int](repeating: 0, count: 6)
    /// Words between white space.
    public private(set) var splitWordCount = 0
    /// Characters of these words.
    public private(set) var splitWordCharacterCount = 0
    /// Words between white space without a letter.
    public private(set) var nonAlphabeticWordCount = 0
    /// Words between white space that are one of the eight stop words in any case.
    public private(set) var stopWordCount = 0
    /// `#`, three full stops with or without spaces, and `…`.
    public private(set) var symbolCount = 0
    /// Lines that begin with `●`, `•`, `*` or `-`.
    public private(set) var bulletLineCount = 0
    /// Lines that end in three full stops with or without spaces, or `…`.
    public private(set) var ellipsisLineCount = 0

    init() {}

    init(_ text: SplitText, _ words: SplitWords, table: inout HashTable) {
        addLines(text, table: &table)
        addSplitWords(text, words)
        symbolCount =
            text.blocks.count(UInt8(ascii: "#"), in: text.utf8) + text.ellipsisCount + text.spacedEllipsisCount
        let alphanumeric = Self.alphanumericWords(text)
        wordCount = alphanumeric.count
        alphanumeric.withUnsafeBufferPointer { addRuns(text, $0, table: &table) }
    }

    private mutating func addLines(_ text: SplitText, table: inout HashTable) {
        var segments: [Segment] = []
        text.forEachPiece { piece in
            let line = text.stripped(piece)
            guard !line.isEmpty else { return }
            segments.append(text.segment(line))
            let first = DecodedScalar(text.utf8, at: line.lowerBound, end: line.upperBound).value
            bulletLineCount += [0x25CF, 0x2022, 0x2A, 0x2D].contains(first) ? 1 : 0
            ellipsisLineCount += text.endsInEllipsis(line) || text.hasSuffix(". . .", in: line) ? 1 : 0
        }
        lines = .init(segments, characters: text.characters, table: &table)
        let blocks = text.blankLineSeparated.map { text.stripped($0.range) }.filter { !$0.isEmpty }
        paragraphs = .init(blocks.map(text.segment), characters: text.characters, table: &table)
    }

    private mutating func addSplitWords(_ text: SplitText, _ words: SplitWords) {
        splitWordCount = words.words.count
        for word in words.words {
            splitWordCharacterCount += text.characters.count(in: word.range)
            nonAlphabeticWordCount += text.kind(of: word.range).isAlphabetic ? 0 : 1
            stopWordCount += text.stopWordBit(word.range, ignoresCase: true) == 0 ? 0 : 1
        }
    }

    private static func alphanumericWords(_ text: SplitText) -> [Word] {
        guard text.utf8.count <= UInt32.max else { return [] }
        let breaker = WordBreaker(utf8: text.utf8, end: text.utf8.count)
        var words: [Word] = []
        var offset = 0
        while let range = breaker.word(from: offset) {
            offset = range.upperBound
            let first = DecodedScalar(text.utf8, at: range.lowerBound, end: range.upperBound)
            guard first.properties.isAlphanumeric else { continue }
            words.append(
                Word(
                    start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: offset),
                    hash: tamis_xxh3_64(text.utf8.baseAddress! + range.lowerBound, range.count, 0)))
        }
        return words
    }

    private mutating func addRuns(_ text: SplitText, _ words: UnsafeBufferPointer<Word>, table: inout HashTable) {
        for word in words { wordCharacterCount += text.characters.count(in: word.range) }
        var runs = WordRuns(words, table: &table) { _, _ in }
        for length in 2...10 where words.count >= length {
            runs.extend(to: length, table: &table)
            if length <= 4 {
                let top = runs.longestOfMostFrequent { text.characters.count(in: words[$0..<($0 + length)]) }
                topCharacterCounts[length - 2] = top.map { $0.length * $0.count } ?? 0
            } else {
                var count = 0
                runs.forEachMember { count += text.characters.count(in: words[$0]) }
                repeatCharacterCounts[length - 5] = count
            }
        }
    }
}

extension SplitText {
    /// How often `. . .` stands, without overlap.
    fileprivate var spacedEllipsisCount: Int {
        var count = 0
        var offset = 0
        while offset + 5 <= utf8.count {
            let isFound = utf8[offset] == 0x2E && utf8.hasBytes(". . .", at: offset)
            count += isFound ? 1 : 0
            offset += isFound ? 5 : 1
        }
        return count
    }
}
