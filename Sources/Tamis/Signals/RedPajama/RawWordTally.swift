import CKernels

// RedPajama's raw words are NLTK's WordPunct, `\w+|[^\w\s]+`:
//
//     "Don't stop…"     Don  '  t  stop  …

/// What the raw words of a text add up to.
struct RawWordTally: Sendable {
    /// Words and runs of other characters.
    private(set) var count = 0
    /// Words with a letter A–Z or a–z.
    private(set) var latinCount = 0
    /// Words with upper-case letters and none of lower or title case.
    private(set) var upperCaseCount = 0

    init() {}

    init(_ text: SplitText) {
        var offset = 0
        while offset < text.utf8.count {
            let scalar = DecodedScalar(text.utf8, at: offset, end: text.utf8.count)
            offset = scalar.properties.isWhiteSpace ? offset + scalar.length : add(text, from: offset)
        }
    }

    /// Counts the word that begins at `start`; returns where it ends.
    private mutating func add(_ text: SplitText, from start: Int) -> Int {
        var offset = start
        var kind: Bool?
        var isLatin = false
        var hasUpper = false
        var hasLower = false
        while offset < text.utf8.count {
            let scalar = DecodedScalar(text.utf8, at: offset, end: text.utf8.count)
            let properties = scalar.properties
            let isWord = Self.isWordCharacter(scalar)
            // White space is Unicode's here: the engine's `\s` has no U+001C.
            guard !properties.isWhiteSpace, kind == nil || kind == isWord else { break }
            kind = isWord
            isLatin = isLatin || (scalar.value < 0x80 && UInt8(scalar.value).isASCIILetter)
            hasUpper = hasUpper || properties.isUppercase
            hasLower = hasLower || properties.isLowercase || properties.category == TAMIS_CATEGORY_LT
            offset += scalar.length
        }
        count += 1
        latinCount += isLatin ? 1 : 0
        upperCaseCount += hasUpper && !hasLower ? 1 : 0
        return offset
    }

    /// `\w` of the engine that NLTK 3.10 uses: letters, marks, digits, connectors and joiners, but not `½` or `①`.
    private static func isWordCharacter(_ scalar: DecodedScalar) -> Bool {
        if scalar.value < 0x80 {
            let byte = UInt8(scalar.value)
            return byte.isASCIILetter || byte.isASCIIDigit || byte == 0x5F
        }
        let properties = scalar.properties
        return properties.isLetter || properties.isMark || properties.isDecimalDigit
            || properties.category == TAMIS_CATEGORY_PC || scalar.value == 0x200C || scalar.value == 0x200D
            || Unicode.Scalar(scalar.value)?.properties.isAlphabetic == true
    }
}
