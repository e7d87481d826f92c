/// What RedPajama's line signals are taken from: the line as it stands, its line feed included, and its normalised words.
public struct RedPajamaLine: Sendable {
    /// Characters of the line as it stands.
    public private(set) var characterCount = 0
    /// Characters in upper case of the line as it stands.
    public private(set) var uppercaseCount = 0
    /// Whether it ends, white space passed over, in `.`, `!`, `?` or `”`.
    public private(set) var isTerminal = false
    /// Whether it begins, white space passed over, with one of ten bullets.
    public private(set) var isBullet = false
    /// Normalised words.
    public private(set) var wordCount = 0
    /// Normalised words that are `javascript`.
    public private(set) var javascriptCount = 0
    /// Characters of the normalised words with a space between words.
    public private(set) var normalizedCharacterCount = 0
    /// Numeric characters of the normalised words.
    public private(set) var numericCount = 0

    init(_ range: ByteRange, of text: SplitText) {
        characterCount = text.characters.count(in: range)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = DecodedScalar(text.utf8, at: offset, end: range.upperBound)
            uppercaseCount += scalar.properties.isUppercase ? 1 : 0
            offset += scalar.length
        }
        let content = text.stripped(range)
        guard !content.isEmpty else { return }
        let last = DecodedScalar(text.utf8, endingAt: content.upperBound, start: content.lowerBound)
        isTerminal = [0x2E, 0x21, 0x3F, 0x201D].contains(last.value)
        let first = DecodedScalar(text.utf8, at: content.lowerBound, end: content.upperBound)
        isBullet = Self.bullets.contains(first.value)
    }

    /// •, ‣, ▶, ◀, ◦, ■, □, ▪, ▫ and the en dash.
    private static let bullets: [UInt32] = [
        0x2022, 0x2023, 0x25B6, 0x25C0, 0x25E6, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x2013,
    ]

    mutating func addWords(_ words: ArraySlice<Word>, of utf8: UnsafeBufferPointer<UInt8>) {
        wordCount = words.count
        normalizedCharacterCount = max(0, words.count - 1)
        for word in words {
            if word.range.count == 10, utf8.hasBytes("javascript", at: Int(word.start)) { javascriptCount += 1 }
            var offset = Int(word.start)
            while offset < Int(word.end) {
                let scalar = DecodedScalar(utf8, at: offset, end: Int(word.end))
                normalizedCharacterCount += 1
                numericCount += Self.isNumeric(scalar.value) ? 1 : 0
                offset += scalar.length
            }
        }
    }

    /// A digit, or a character with any other numeric value, such as `½` and `三`.
    private static func isNumeric(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 }
        return Unicode.Scalar(scalar)?.properties.numericType != nil
    }
}

extension NormalizedText {
    /// The lines of `text`, of which these are the words.
    func lines(of text: SplitText) -> [RedPajamaLine] {
        utf8.withUnsafeBufferPointer { utf8 in
            var lines: [RedPajamaLine] = []
            lines.reserveCapacity(lineEnds.count)
            var start = 0
            text.forEachFeedLine { range in
                let end = lineEnds[lines.count]
                var line = RedPajamaLine(range, of: text)
                line.addWords(words[start..<end], of: utf8)
                lines.append(line)
                start = end
            }
            return lines
        }
    }
}
