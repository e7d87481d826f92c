// C4 keeps lines that look like sentences:
//
//     Read our privacy policy.        dropped: policy
//     Menu                            dropped: no terminal punctuation
//     He won.[3] All cheered.[citation needed]     kept as "He won. All cheered."
//
// The order of the rules is datatrove's, which counts words before it removes citations.

/// The line rules of C4 as datatrove applies them.
struct C4Lines {
    /// What becomes of a line.
    enum Decision: Sendable, Equatable {
        /// It stays, without white space at its ends and without citations.
        case kept
        /// A word has more than 1000 characters.
        case longWord
        /// It does not end in `.`, `?`, `!`, `"` or `'`, or ends in three full stops.
        case noTerminalPunctuation
        /// It has fewer than three words.
        case fewWords
        /// It holds `javascript`.
        case javascript
        /// It holds a phrase of terms and cookie notices.
        case policy
    }

    /// Why the document is dropped because of a line.
    enum DocumentRule: Sendable, Equatable {
        /// The line holds `lorem ipsum`.
        case loremIpsum
        /// It holds `{`.
        case curlyBracket
    }

    /// A line and what becomes of it.
    struct Outcome {
        /// The line without its line end.
        let line: ByteRange
        /// The line without white space at its ends.
        let content: ByteRange
        /// What its own rules say.
        let decision: Decision
        /// The rule by which it drops the document; nil where an earlier rule has dropped the line.
        let documentRule: DocumentRule?
        /// What stays of it.
        let kept: UnsafeBufferPointer<UInt8>
    }

    let text: SplitText
    private static let longestWord = 1000
    private static let fewestWords = 3

    /// Gives `body` every line with what becomes of it.
    func forEach(_ body: (Outcome) -> Void) {
        var places = C4Phrase.places(in: text.utf8)[...]
        text.forEachLine { line in
            let content = text.stripped(line)
            let bytes = UnsafeBufferPointer(rebasing: text.utf8[content])
            var phrases: C4Phrase = has("{", in: content) ? .curlyBracket : []
            while let place = places.first, place.offset < line.upperBound {
                phrases.formUnion(place.kind)
                places.removeFirst()
            }
            let kept = has("[", in: content) ? Citations.removed(from: bytes) : nil
            if let kept, kept.count < bytes.count {
                kept.withUnsafeBufferPointer { body(outcome(line, content, kept: $0, C4Phrase.found(in: $0))) }
            } else {
                let phrases = text.blocks.hasKelvin ? C4Phrase.found(in: bytes) : phrases
                body(outcome(line, content, kept: bytes, phrases))
            }
        }
    }

    /// Whether `sign`, a bracket, stands in `range`.
    private func has(_ sign: Unicode.Scalar, in range: ByteRange) -> Bool {
        var offset = range.lowerBound
        while true {
            offset = text.blocks.first(from: offset, to: range.upperBound) { $0.sign }
            guard offset < range.upperBound else { return false }
            if UInt32(text.utf8[offset]) == sign.value { return true }
            offset += 1
        }
    }

    private func outcome(
        _ line: ByteRange, _ content: ByteRange, kept: UnsafeBufferPointer<UInt8>, _ phrases: C4Phrase
    ) -> Outcome {
        func outcome(_ decision: Decision, _ documentRule: DocumentRule? = nil) -> Outcome {
            Outcome(line: line, content: content, decision: decision, documentRule: documentRule, kept: kept)
        }
        if hasLongWord(content) { return outcome(.longWord) }
        if !Self.endsSentence(kept) { return outcome(.noTerminalPunctuation) }
        if hasFewWords(content) { return outcome(.fewWords) }
        if phrases.contains(.javascript) {
            return outcome(.javascript, phrases.contains(.loremIpsum) ? .loremIpsum : nil)
        }
        let rule: DocumentRule? =
            phrases.contains(.loremIpsum) ? .loremIpsum : phrases.contains(.curlyBracket) ? .curlyBracket : nil
        return outcome(phrases.contains(.policy) ? .policy : .kept, rule)
    }

    /// Whether the line has fewer words than a line must have.
    private func hasFewWords(_ range: ByteRange) -> Bool {
        var offset = range.lowerBound
        for _ in 1..<Self.fewestWords {
            let end = text.blocks.first(from: offset, to: range.upperBound) { $0.space }
            offset = text.blocks.first(from: end, to: range.upperBound) { ~$0.space }
        }
        return offset >= range.upperBound
    }

    /// Whether a word of the line has more characters than a word may have.
    private func hasLongWord(_ range: ByteRange) -> Bool {
        var start = range.lowerBound
        while range.upperBound - start > Self.longestWord {
            // Where a blank stands in each stretch of that many bytes, no word is as long.
            let stretch = start..<(start + Self.longestWord)
            if let blank = stretch.last(where: { text.utf8[$0] == 0x20 }) {
                start = blank + 1
                continue
            }
            var end = start
            while end < range.upperBound, text.spaceLength(at: end) == 0 { end += 1 }
            if text.characters.count(in: start..<end) > Self.longestWord { return true }
            start = end + (end < range.upperBound ? text.spaceLength(at: end) : 0)
        }
        return false
    }

    private static func endsSentence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        switch line.last {
        case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case UInt8(ascii: "."): line.count < 3 || line[line.count - 2] != 0x2E || line[line.count - 3] != 0x2E
        default: false
        }
    }
}

/// The citations of encyclopaedias: `[3]`, `[]`, `[edit]` and `[citation needed]`.
enum Citations {
    /// `line` without them; looks once at every byte, so what is left may hold a new one.
    static func removed(from line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(line.count)
        var offset = 0
        while offset < line.count {
            let next = line[(offset + 1)...].firstIndex(of: UInt8(ascii: "[")) ?? line.count
            if line[offset] == UInt8(ascii: "["), let end = end(of: line, from: offset + 1) {
                offset = end
            } else {
                result.append(contentsOf: line[offset..<next])
                offset = next
            }
        }
        return result
    }

    /// Where the citation ends whose bracket opens before `start`; nil where there is none.
    static func end(of line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        for word in ["edit]", "citation needed]"] as [StaticString]
        where line.hasBytes(word, at: start) {
            return start + word.utf8CodeUnitCount
        }
        var offset = start
        while offset < line.count {
            let scalar = DecodedScalar(line, at: offset, end: line.count)
            guard scalar.properties.isDecimalDigit else { return scalar.value == 0x5D ? offset + 1 : nil }
            offset += scalar.length
        }
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `bytes` stand at `offset`.
    @inline(__always)
    func hasBytes(_ bytes: StaticString, at offset: Int) -> Bool {
        let length = bytes.utf8CodeUnitCount
        guard count - offset >= length else { return false }
        for index in 0..<length where self[offset + index] != bytes.utf8Start[index] { return false }
        return true
    }
}
