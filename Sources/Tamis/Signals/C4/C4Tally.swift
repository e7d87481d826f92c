/// What C4's rules leave of a text.
public struct C4Tally: Sendable {
    /// Lines of any line end, blank ones included.
    public private(set) var lineCount = 0
    /// Lines that stay.
    public private(set) var keptLineCount = 0
    /// Characters of these without citations.
    public private(set) var keptCharacterCount = 0
    /// Sentences of these: runs without `.`, `?` or `!` that hold a letter or digit.
    public private(set) var sentenceCount = 0
    /// Lines for which C4 drops the document because of `lorem ipsum`.
    public private(set) var loremIpsumLineCount = 0
    /// Lines for which C4 drops the document because of `{`.
    public private(set) var curlyBracketLineCount = 0
    /// Whether the first line for which C4 drops the document is one with `lorem ipsum`.
    public private(set) var loremIpsumIsFirst = false

    init() {}

    init(_ text: SplitText) {
        C4Lines(text: text).forEach { _, decision, kept in
            lineCount += 1
            switch decision {
            case .kept:
                keptLineCount += 1
                keptCharacterCount += kept.characterCount
                sentenceCount += kept.sentenceCount
            case .loremIpsum:
                loremIpsumIsFirst = loremIpsumIsFirst || curlyBracketLineCount == 0
                loremIpsumLineCount += 1
            case .curlyBracket: curlyBracketLineCount += 1
            default: break
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Characters, each byte that is not UTF-8 counted as one.
    var characterCount: Int {
        var count = 0
        var offset = firstNonASCII(from: 0, to: self.count)
        count = offset
        while offset < self.count {
            offset += DecodedScalar(self, at: offset, end: self.count).length
            count += 1
        }
        return count
    }

    /// Matches of `\b[^.!?]+[.!?]*`: stretches without `.`, `!` and `?` that hold a letter, number or `_`.
    var sentenceCount: Int {
        var count = 0
        var isCounted = false
        var offset = 0
        while offset < self.count {
            let byte = self[offset]
            if byte < 0x80 {
                offset += 1
                if byte == 0x2E || byte == 0x21 || byte == 0x3F {
                    isCounted = false
                } else if !isCounted, byte.isASCIILetter || byte.isASCIIDigit || byte == 0x5F {
                    isCounted = true
                    count += 1
                }
                continue
            }
            let scalar = DecodedScalar(self, at: offset, end: self.count)
            if !isCounted, scalar.properties.isAlphanumeric {
                isCounted = true
                count += 1
            }
            offset += scalar.length
        }
        return count
    }
}
