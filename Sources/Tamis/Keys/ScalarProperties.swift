import CKernels

/// What the Unicode Character Database (version 15) says of a scalar, in one word of bits.
///
/// An invalid byte (a value above U+10FFFF) has no property at all.
public struct ScalarProperties: Sendable {
    let bits: UInt32

    /// Looks up `scalar`.
    @inline(__always)
    public init(of scalar: UInt32) {
        bits = tamis_unicode_properties(scalar)
    }

    /// White space: Unicode's White_Space, line ends included.
    public var isWhiteSpace: Bool { has(TAMIS_WHITE_SPACE) }
    /// A letter: general category L.
    public var isLetter: Bool { isCategory(in: Self.letters) }
    /// A combining mark: general category M.
    public var isMark: Bool { isCategory(in: Self.marks) }
    /// A decimal digit of any script: general category Nd.
    public var isDecimalDigit: Bool { isCategory(in: 1 << TAMIS_CATEGORY_ND) }
    /// A number of any kind: general category N.
    public var isNumber: Bool { isCategory(in: Self.numbers) }
    /// A letter or number of any kind; what makes a word a word.
    public var isAlphanumeric: Bool { isCategory(in: Self.letters | Self.numbers) }
    /// Punctuation: general category P.
    public var isPunctuation: Bool { isCategory(in: Self.punctuation) }
    /// A symbol: general category S.
    public var isSymbol: Bool { isCategory(in: Self.symbols) }
    /// Punctuation or a symbol.
    public var isPunctuationOrSymbol: Bool { isCategory(in: Self.punctuation | Self.symbols) }
    /// A control character: general category Cc.
    public var isControl: Bool { isCategory(in: 1 << TAMIS_CATEGORY_CC) }
    /// Unicode's Uppercase.
    public var isUppercase: Bool { has(TAMIS_UPPERCASE) }
    /// Unicode's Lowercase.
    public var isLowercase: Bool { has(TAMIS_LOWERCASE) }
    /// A letter or sign of the Latin or the Greek script.
    public var isLatinOrGreek: Bool { has(TAMIS_LATIN_OR_GREEK) }
    /// A letter of a script without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar): a word of its own.
    public var isSingleCharacterWord: Bool { has(TAMIS_SINGLE_CHARACTER_WORD) }
    /// Invisible and without width; a line of these and white space is blank.
    public var isZeroWidth: Bool { has(TAMIS_ZERO_WIDTH) }
    /// Extended_Pictographic: emoji and the like.
    public var isPictographic: Bool { has(TAMIS_PICTOGRAPHIC) }

    /// Whether its canonical combining class is not 0.
    var isCombining: Bool { has(TAMIS_COMBINING) }
    /// Whether the foldings drop it.
    var isDropped: Bool { has(TAMIS_DROPPED) }
    /// Whether the exact folding copies it, whatever its neighbours.
    var isExactInert: Bool { has(TAMIS_EXACT_INERT) }
    /// Whether the near folding copies it, whatever its neighbours.
    var isNearInert: Bool { has(TAMIS_NEAR_INERT) }
    /// Whether the near folding has a blank for it, whatever its neighbours.
    var isNearBlank: Bool { has(TAMIS_NEAR_BLANK) }
    /// A combining mark that composes with nothing and has no case: the exact folding copies it where it is in order.
    var isExactMark: Bool { has(TAMIS_EXACT_MARK) }
    /// Its Word_Break value, one of `TAMIS_WORD_…`.
    var wordClass: Int { Int(tamis_word_class(bits)) }
    /// Its Sentence_Break value, one of `TAMIS_SENTENCE_…`.
    var sentenceClass: Int { Int(tamis_sentence_class(bits)) }
    /// Its general category, one of `TAMIS_CATEGORY_…`.
    var category: Int { Int(tamis_category(bits)) }

    @inline(__always)
    private func has(_ flag: Int) -> Bool { bits & UInt32(flag) != 0 }

    @inline(__always)
    private func isCategory(in set: UInt32) -> Bool { set >> UInt32(category) & 1 != 0 }

    // Computed, for a stored static would be asked for its initialisation at every use.
    private static var letters: UInt32 { categories(TAMIS_CATEGORY_LU, TAMIS_CATEGORY_LO) }
    private static var marks: UInt32 { categories(TAMIS_CATEGORY_MN, TAMIS_CATEGORY_ME) }
    private static var numbers: UInt32 { categories(TAMIS_CATEGORY_ND, TAMIS_CATEGORY_NO) }
    private static var punctuation: UInt32 { categories(TAMIS_CATEGORY_PC, TAMIS_CATEGORY_PO) }
    private static var symbols: UInt32 { categories(TAMIS_CATEGORY_SM, TAMIS_CATEGORY_SO) }

    @inline(__always)
    private static func categories(_ first: Int, _ last: Int) -> UInt32 {
        (2 << UInt32(last)) - (1 << UInt32(first))
    }
}
