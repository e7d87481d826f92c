// NeMo's runs of words, where the word count is high enough:
//
//     words    a  b  c  a  b  a  b  c      text "a b c a b a  b c"
//     top 2    a b stands three times, twice with one blank: 2 × 3 of 16 characters
//     dup 2    later copies at 3, 5 and 6: the words a b, a b and c with the blanks between them

/// What NeMo Curator's heuristic filters measure: words between white space, lines and paragraphs between line feeds.
public struct NemoTally: Sendable {
    /// ASCII letters and digits, line feeds and `?!,.`.
    public private(set) var alphanumericCount = 0
    /// Digits 0 to 9.
    public private(set) var digitCount = 0
    /// Tabs, line feeds, carriage returns, backspaces and blanks.
    public private(set) var whitespaceCount = 0
    /// Brackets of four kinds.
    public private(set) var bracketCount = 0
    /// Characters of web addresses.
    public private(set) var addressCharacterCount = 0

    /// Words.
    public private(set) var wordCount = 0
    /// Characters of all words.
    public private(set) var wordCharacterCount = 0
    /// Characters of the longest word.
    public private(set) var longestWordCharacterCount = 0
    /// Words that are an ellipsis or a number sign.
    public private(set) var symbolWordCount = 0
    /// Words with a letter.
    public private(set) var alphabeticWordCount = 0
    /// Words that are one of the eight stop words.
    public private(set) var stopWordCount = 0

    /// Lines that are not blank, compared with the white space at their ends.
    public private(set) var lines = DuplicateTally.Level()
    /// Lines that begin with a bullet.
    public private(set) var bulletLineCount = 0
    /// Lines without a mark at their end.
    public private(set) var openLineCount = 0
    /// Lines that end in an ellipsis or in `read more`.
    public private(set) var ellipsisLineCount = 0
    /// Pieces between two line feeds, empty ones included.
    public private(set) var paragraphs = DuplicateTally.Level()
    /// Paragraphs with a phrase of policies and cookie notices.
    public private(set) var policyParagraphCount = 0
    /// Whether a paragraph holds `lorem ipsum`.
    public private(set) var hasLoremIpsum = false

    /// Characters of all places of the most frequent run of 2, 3 and 4 words; nil with fewer words.
    public private(set) var topCharacterCounts: [Int?] = [nil, nil, nil]
    /// Characters of later copies of runs of 5 to 10 words and of the spaces in them; nil with fewer words.
    public private(set) var repeatCharacterCounts = [Int?](repeating: nil, count: 6)

    init() {}

    init(_ text: SplitText, _ words: SplitWords, table: inout HashTable) {
        addCharacters(text.utf8)
        addWords(text, words.words)
        addLines(text, table: &table)
        addParagraphs(text, table: &table)
    }

    private mutating func addCharacters(_ utf8: UnsafeBufferPointer<UInt8>) {
        // Four counters of sixteen bits in a word.
        for start in stride(from: 0, to: utf8.count, by: Int(UInt16.max)) {
            var sum: UInt64 = 0
            kinds.withUnsafeBufferPointer { kinds in
                for offset in start..<min(start + Int(UInt16.max), utf8.count) { sum &+= kinds[Int(utf8[offset])] }
            }
            alphanumericCount += Int(sum & 0xFFFF)
            whitespaceCount += Int(sum >> 16 & 0xFFFF)
            bracketCount += Int(sum >> 32 & 0xFFFF)
            digitCount += Int(sum >> 48)
        }
        for offset in utf8.indices {
            if utf8[offset] == 0xE2, utf8.hasBytes("⟨", at: offset) || utf8.hasBytes("⟩", at: offset) {
                bracketCount += 1
            }
        }
        addressCharacterCount = utf8.addressByteCount
    }

    private mutating func addWords(_ text: SplitText, _ words: [Word]) {
        wordCount = words.count
        for word in words {
            let length = text.characters.count(in: word.range)
            wordCharacterCount += length
            longestWordCharacterCount = max(longestWordCharacterCount, length)
            symbolWordCount += text.isSymbol(word.range, length: length) ? 1 : 0
            alphabeticWordCount += text.hasAlphabetic(word.range) ? 1 : 0
            stopWordCount += text.stopWordBit(word.range) == 0 ? 0 : 1
        }
    }

    private mutating func addLines(_ text: SplitText, table: inout HashTable) {
        let segments = text.nonBlankPieces
        lines = .init(segments, characters: text.characters, table: &table)
        for segment in segments {
            let line = text.stripped(segment.range)
            bulletLineCount += text.beginsWithNemoBullet(line) ? 1 : 0
            openLineCount += text.endsWithNemoMark(line) ? 0 : 1
            ellipsisLineCount += text.endsWithNemoEllipsis(line) ? 1 : 0
        }
    }

    private mutating func addParagraphs(_ text: SplitText, table: inout HashTable) {
        let segments = text.doubleFeedSeparated
        paragraphs = .init(segments, characters: text.characters, table: &table)
        for segment in segments {
            let found = NemoPhrase.found(in: UnsafeBufferPointer(rebasing: text.utf8[segment.range]))
            policyParagraphCount += found.contains(.policy) ? 1 : 0
            hasLoremIpsum = hasLoremIpsum || found.contains(.loremIpsum)
        }
    }

    /// Takes up the runs of 2 to 10 words of `words`, which are `runs` now.
    mutating func add(_ runs: borrowing WordRuns, of words: UnsafeBufferPointer<Word>, _ text: SplitText) {
        let length = runs.length
        if length <= 4 {
            topCharacterCounts[length - 2] = runs.mostFrequent.map {
                text.placeCharacterCount(of: words[$0.position..<($0.position + length)], in: words)
            }
        } else if length <= words.count {
            var count = 0
            runs.forEachExcess { copy in
                count += text.characters.count(in: words[copy]) + min(copy.count, length - 1)
            }
            repeatCharacterCounts[length - 5] = count
        }
    }
}

/// What each byte adds to the four counters.
private let kinds: [UInt64] = (0..<256 as Range<Int>).map { value in
    let byte = UInt8(value)
    let isAlphanumeric = byte.isASCIILetter || byte.isASCIIDigit || "\n?!,.".utf8.contains(byte)
    return (isAlphanumeric ? 1 : 0) | ("\t\n\r\u{8} ".utf8.contains(byte) ? 1 << 16 : 0)
        | ("{}[]()".utf8.contains(byte) ? 1 << 32 : 0)
        | (byte.isASCIIDigit ? 1 << 48 : 0)
}
