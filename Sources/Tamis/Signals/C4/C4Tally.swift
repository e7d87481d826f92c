/// What C4's rules leave of a text.
public struct C4Tally: Sendable {
    /// Lines of any line end, blank ones included.
    public private(set) var lineCount = 0
    /// Lines that stay.
    public private(set) var keptLineCount = 0
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
            let isWhole = outcome.kept.count == outcome.content.count
            sentenceCount += isWhole ? text.sentenceCount(in: outcome.content) : outcome.kept.sentenceCount
        }
    }
}

extension SplitText {
    /// Matches of `\b[^.!?]+[.!?]*` in a range: stretches without `.`, `!` and `?` that hold a letter, number or `_`.
    func sentenceCount(in range: ByteRange) -> Int {
        var count = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let start = blocks.first(from: offset, to: range.upperBound) { $0.word | $0.non_ascii }
            guard start < range.upperBound else { return count }
            // Most stretches begin with an ASCII letter; others are looked at character by character.
            if utf8[start] < 0x80 {
                count += 1
                offset = blocks.first(from: start, to: range.upperBound) { $0.terminal }
            } else {
                let scalar = DecodedScalar(utf8, at: start, end: range.upperBound)
                offset = start + scalar.length
                guard scalar.properties.isAlphanumeric else { continue }
                count += 1
                offset = blocks.first(from: offset, to: range.upperBound) { $0.terminal }
            }
        }
        return count
    }
}

extension UnsafeBufferPointer<UInt8> {
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
