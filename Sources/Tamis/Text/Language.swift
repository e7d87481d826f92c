/// A language by its code: the primary part of a tag, in lower case, two letters where there are two.
///
/// `en`, `EN-us`, `eng` and `eng_Latn` are all `en`.
public struct Language: Sendable, Hashable, CustomStringConvertible {
    /// The code.
    public let code: String

    /// Takes the language of a tag of ISO 639 or BCP 47; nil where it has no primary part of two or three letters.
    public init?(tag: String) {
        let primary = tag.utf8.prefix { $0.isASCIILetter }.map { $0 | 0x20 }
        let rest = tag.utf8.dropFirst(primary.count).first
        guard (2...3).contains(primary.count), rest == nil || rest == 0x2D || rest == 0x5F else { return nil }
        let code = String(decoding: primary, as: UTF8.self)
        self.code = Language.shortCodes.first { $0.long == code }?.short ?? code
    }

    /// The code.
    public var description: String { code }

    /// Codes of three letters, bibliographic ones included, that have one of two.
    private static let shortCodes: [(long: String, short: String)] = [
        ("eng", "en"), ("deu", "de"), ("ger", "de"), ("fra", "fr"), ("fre", "fr"), ("spa", "es"), ("ita", "it"),
        ("por", "pt"), ("nld", "nl"), ("dut", "nl"), ("rus", "ru"), ("zho", "zh"), ("chi", "zh"), ("cmn", "zh"),
        ("jpn", "ja"), ("arb", "ar"), ("ara", "ar"), ("ces", "cs"), ("cze", "cs"), ("dan", "da"), ("ell", "el"),
        ("fin", "fi"), ("heb", "he"), ("hin", "hi"), ("hun", "hu"), ("ind", "id"), ("kor", "ko"), ("nob", "no"),
        ("nor", "no"), ("pol", "pl"), ("ron", "ro"), ("rum", "ro"), ("swe", "sv"), ("tha", "th"), ("tur", "tr"),
        ("ukr", "uk"), ("vie", "vi"),
    ]
}
