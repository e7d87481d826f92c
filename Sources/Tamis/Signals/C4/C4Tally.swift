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
    /// The rule by which the first line that drops the document does so.
    private(set) var documentRule: C4Lines.DocumentRule?
    /// For each line whether it stays.
    private(set) var keeps: [Bool] = []

    init() {}

    init(_ text: SplitText) {
        C4Lines(text: text).forEach { outcome in
            lineCount += 1
            documentRule = documentRule ?? outcome.documentRule
            keeps.append(outcome.decision == .kept)
            guard outcome.decision == .kept else { return }
            keptLineCount += 1
            keptCharacterCount += outcome.kept.characterCount
            sentenceCount += outcome.kept.sentenceCount
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
