import CKernels

// Example: "It's 3.14, 東京!" has the words It's, 3.14, 東 and 京.

/// Finds words: UAX #29 words with a letter or number; each letter of a script without spaces is a word.
struct WordBreaker {
    let utf8: UnsafeBufferPointer<UInt8>
    /// Where the text to look at ends.
    let end: Int

    /// The first word at or after `offset`.
    func word(from offset: Int) -> ByteRange? {
        var start = offset
        while start < end {
            let scalar = DecodedScalar(utf8, at: start, end: end)
            let properties = scalar.properties
            let next = start + scalar.length
            if properties.isSingleCharacterWord { return start..<skipExtenders(from: next) }
            if Self.startsWord(properties.wordClass) {
                let word = wordEnd(from: next, after: properties)
                if word.isAlphanumeric { return start..<word.end }
                start = word.end
            } else if properties.isAlphanumeric {
                return start..<skipExtenders(from: next)
            } else {
                start = next
            }
        }
        return nil
    }

    /// Follows the rules WB5–WB13b from a letter, digit or connector.
    private func wordEnd(from first: Int, after properties: ScalarProperties) -> (end: Int, isAlphanumeric: Bool) {
        var last = properties.wordClass
        var isAlphanumeric = properties.isAlphanumeric
        var offset = first
        while offset < end {
            // ASCII letters and digits join each other and everything else that starts a word.
            let byte = utf8[offset]
            if byte.isASCIILetter || byte.isASCIIDigit {
                last = byte.isASCIIDigit ? TAMIS_WORD_NUMERIC : TAMIS_WORD_ALETTER
                isAlphanumeric = true
                offset += 1
                continue
            }
            let scalar = DecodedScalar(utf8, at: offset, end: end)
            let properties = scalar.properties
            let wordClass = properties.wordClass
            let next = offset + scalar.length
            if Self.extends(wordClass) {
                offset = next
            } else if Self.joins(last, wordClass), !properties.isSingleCharacterWord {
                last = wordClass
                isAlphanumeric = isAlphanumeric || properties.isAlphanumeric
                offset = next
            } else if let (bridged, letter) = bridge(from: last, over: wordClass, to: next) {
                last = letter
                offset = bridged
            } else {
                break
            }
        }
        return (offset, isAlphanumeric)
    }

    /// WB6–7c, WB11–12: a letter (digit) goes on behind one apostrophe, full stop or the like before a letter (digit).
    private func bridge(from last: Int, over middle: Int, to offset: Int) -> (end: Int, last: Int)? {
        let isQuoteInHebrew = last == TAMIS_WORD_HEBREW_LETTER && middle == TAMIS_WORD_SINGLE_QUOTE
        let joinsLetters = Self.isLetter(last) && Self.joinsLetters(middle)
        let joinsDigits = last == TAMIS_WORD_NUMERIC && Self.joinsDigits(middle)
        let joinsHebrew = last == TAMIS_WORD_HEBREW_LETTER && middle == TAMIS_WORD_DOUBLE_QUOTE
        guard joinsLetters || joinsDigits || joinsHebrew else { return nil }
        let start = skipExtenders(from: offset)
        if start < end {
            let scalar = DecodedScalar(utf8, at: start, end: end)
            let properties = scalar.properties
            let next = properties.wordClass
            let isJoined =
                joinsLetters && Self.isLetter(next) || joinsDigits && next == TAMIS_WORD_NUMERIC
                || joinsHebrew && next == TAMIS_WORD_HEBREW_LETTER
            if isJoined, !properties.isSingleCharacterWord { return (start + scalar.length, next) }
        }
        return isQuoteInHebrew ? (offset, middle) : nil
    }

    /// WB4: extenders, formats and joiners belong to what stands before them.
    private func skipExtenders(from offset: Int) -> Int {
        var offset = offset
        while offset < end, utf8[offset] >= 0x80 {
            let scalar = DecodedScalar(utf8, at: offset, end: end)
            guard Self.extends(scalar.properties.wordClass) else { break }
            offset += scalar.length
        }
        return offset
    }

    private static func extends(_ wordClass: Int) -> Bool {
        wordClass == TAMIS_WORD_EXTEND || wordClass == TAMIS_WORD_FORMAT || wordClass == TAMIS_WORD_ZWJ
    }

    private static func isLetter(_ wordClass: Int) -> Bool {
        wordClass == TAMIS_WORD_ALETTER || wordClass == TAMIS_WORD_HEBREW_LETTER
    }

    private static func startsWord(_ wordClass: Int) -> Bool {
        isLetter(wordClass) || wordClass == TAMIS_WORD_NUMERIC || wordClass == TAMIS_WORD_EXTENDNUMLET
    }

    /// WB5, WB8–10, WB13a–b.
    private static func joins(_ last: Int, _ next: Int) -> Bool { startsWord(last) && startsWord(next) }

    private static func joinsLetters(_ wordClass: Int) -> Bool {
        wordClass == TAMIS_WORD_MIDLETTER || wordClass == TAMIS_WORD_MIDNUMLET || wordClass == TAMIS_WORD_SINGLE_QUOTE
    }

    private static func joinsDigits(_ wordClass: Int) -> Bool {
        wordClass == TAMIS_WORD_MIDNUM || wordClass == TAMIS_WORD_MIDNUMLET || wordClass == TAMIS_WORD_SINGLE_QUOTE
    }
}
