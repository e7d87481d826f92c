import CKernels

// Example: "Dr. Who paid $3.50. Did he? “Yes.” He did." has four sentences: the first full stop is an abbreviation's,
// the second a decimal point.

/// Finds sentences by the rules of UAX #29, with a guard for abbreviations.
///
/// Line ends count as spaces: inside a paragraph they can only come from hard wrapping.
struct SentenceBreaker {
    let text: TextBlocks
    /// The paragraph's end.
    let end: Int
    private var utf8: UnsafeBufferPointer<UInt8> { text.utf8 }

    private let abbreviations: Abbreviations

    init(text: TextBlocks, end: Int, abbreviations: Abbreviations = .shared) {
        self.text = text
        self.end = end
        self.abbreviations = abbreviations
    }

    /// Where the sentence after the one that starts at `start` begins; `end` when there is none.
    func nextSentence(from start: Int) -> Int {
        var offset = start
        while true {
            offset = text.first(from: offset, to: end) { $0.terminator }
            guard offset < end else { return end }
            let (terminator, length) = sentenceClass(at: offset)
            if terminator == TAMIS_SENTENCE_ATERM || terminator == TAMIS_SENTENCE_STERM {
                let after = boundary(after: offset + length, of: terminator, sentence: start..<offset)
                if after.isBoundary { return after.offset }
                offset = after.offset
            } else {
                offset += 1
            }
        }
    }

    /// Judges a terminator that ends at `first`: rules SB6–SB11.
    func boundary(
        after first: Int, of terminator: Int, sentence: ByteRange
    ) -> (offset: Int, isBoundary: Bool) {
        let isFullStop = terminator == TAMIS_SENTENCE_ATERM
        if first + 1 < end, utf8[first] == 0x20, utf8[first + 1] &- 0x41 < 26 {
            // A blank and a capital, as nearly everywhere.
            return (first + 1, !(isFullStop && isAbbreviation(sentence, before: first + 1)))
        }
        if isFullStop {
            let next = sentenceClass(at: skip(from: first) { _ in false }).value
            let isInWord = next == TAMIS_SENTENCE_UPPER && endsInLetter(sentence)
            if next == TAMIS_SENTENCE_NUMERIC || isInWord { return (first, false) }
        }
        let closed = skip(from: first) { $0 == TAMIS_SENTENCE_CLOSE }
        let next = skip(from: closed, while: Self.isSpace)
        guard next < end else { return (end, true) }
        switch sentenceClass(at: next).value {
        case TAMIS_SENTENCE_SCONTINUE, TAMIS_SENTENCE_ATERM, TAMIS_SENTENCE_STERM: return (next, false)
        default: break
        }
        guard isFullStop else { return (next, true) }
        let letter = skip(from: next) { !Self.endsLowercaseSearch($0) }
        if letter < end, sentenceClass(at: letter).value == TAMIS_SENTENCE_LOWER { return (next, false) }
        return (next, !isAbbreviation(sentence, before: next))
    }

    private func isAbbreviation(_ sentence: ByteRange, before next: Int) -> Bool {
        abbreviations.holdsSentence(utf8, sentence: sentence, next: next..<end)
    }

    /// SB5: skips scalars whose class satisfies `condition`, and extenders and formats with them.
    private func skip(from start: Int, while condition: (Int) -> Bool) -> Int {
        var offset = start
        while offset < end {
            let (value, length) = sentenceClass(at: offset)
            guard condition(value) || value == TAMIS_SENTENCE_EXTEND || value == TAMIS_SENTENCE_FORMAT else { break }
            offset += length
        }
        return offset
    }

    /// SB7: whether an upper- or lower-case letter, with its extenders, stands before the full stop.
    private func endsInLetter(_ sentence: ByteRange) -> Bool {
        var offset = sentence.upperBound
        while offset > sentence.lowerBound {
            let scalar = DecodedScalar(utf8, endingAt: offset, start: sentence.lowerBound)
            switch scalar.properties.sentenceClass {
            case TAMIS_SENTENCE_EXTEND, TAMIS_SENTENCE_FORMAT: offset -= scalar.length
            case TAMIS_SENTENCE_UPPER, TAMIS_SENTENCE_LOWER: return true
            default: return false
            }
        }
        return false
    }

    private func sentenceClass(at offset: Int) -> (value: Int, length: Int) {
        guard offset < end else { return (TAMIS_SENTENCE_OTHER, 0) }
        let scalar = DecodedScalar(utf8, at: offset, end: end)
        return (scalar.properties.sentenceClass, scalar.length)
    }

    private static func isSpace(_ sentenceClass: Int) -> Bool {
        switch sentenceClass {
        case TAMIS_SENTENCE_SP, TAMIS_SENTENCE_SEP, TAMIS_SENTENCE_CR, TAMIS_SENTENCE_LF: true
        default: false
        }
    }

    /// SB8: a lower-case letter with no other letter or terminator before it continues the sentence.
    private static func endsLowercaseSearch(_ sentenceClass: Int) -> Bool {
        switch sentenceClass {
        case TAMIS_SENTENCE_OLETTER, TAMIS_SENTENCE_UPPER, TAMIS_SENTENCE_LOWER, TAMIS_SENTENCE_ATERM,
            TAMIS_SENTENCE_STERM:
            true
        default: false
        }
    }
}
