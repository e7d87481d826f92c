import CKernels

// Example: "Dr. Who paid $3.50. Did he? “Yes.” He did." has four sentences: the first full stop is an abbreviation's,
// the second a decimal point.

/// Finds sentences by the rules of UAX #29, with a guard for abbreviations.
///
/// Line ends count as spaces: inside a paragraph they can only come from hard wrapping.
struct SentenceBreaker {
    let utf8: UnsafeBufferPointer<UInt8>
    /// The paragraph's end.
    let end: Int

    /// Where the sentence after the one that starts at `start` begins; `end` when there is none.
    func nextSentence(from start: Int) -> Int {
        var offset = start
        var last = TAMIS_SENTENCE_OTHER
        while offset < end {
            let scalar = DecodedScalar(utf8, at: offset, end: end)
            let sentenceClass = scalar.properties.sentenceClass
            let next = offset + scalar.length
            switch sentenceClass {
            case TAMIS_SENTENCE_EXTEND, TAMIS_SENTENCE_FORMAT: offset = next
            case TAMIS_SENTENCE_ATERM, TAMIS_SENTENCE_STERM:
                let after = boundary(
                    after: next, of: sentenceClass, last: last, token: start..<offset)
                if after.isBoundary { return after.offset }
                last = after.offset == next ? sentenceClass : TAMIS_SENTENCE_OTHER
                offset = after.offset
            default:
                last = sentenceClass
                offset = next
            }
        }
        return end
    }

    /// Judges a terminator that ends at `first`: rules SB6–SB11.
    private func boundary(
        after first: Int, of terminator: Int, last: Int, token: ByteRange
    ) -> (offset: Int, isBoundary: Bool) {
        let isFullStop = terminator == TAMIS_SENTENCE_ATERM
        if isFullStop {
            let next = sentenceClass(at: skip(from: first) { _ in false }).value
            let isInWord =
                next == TAMIS_SENTENCE_UPPER && (last == TAMIS_SENTENCE_UPPER || last == TAMIS_SENTENCE_LOWER)
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
        let isAbbreviation = Abbreviations.holdsSentence(utf8, token: token, next: next..<end)
        return (next, !isAbbreviation)
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
