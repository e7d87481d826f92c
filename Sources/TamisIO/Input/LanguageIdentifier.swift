import Tamis

#if LanguageIdentification
    import CCLD2
#endif

/// Tells the language of a text by Compact Language Detector 2, where Tamis is built with the package trait
/// `LanguageIdentification`.
public enum LanguageIdentifier {
    /// How many bytes from the beginning of a text are looked at.
    public static let byteLimit = 1 << 16

    /// Tells the language that most of a text is written in, nil where that is not certain; itself nil in a build without
    /// the trait.
    public static var identify: (@Sendable (Span<UInt8>) -> Language?)? {
        #if LanguageIdentification
            { utf8 in
                let beginning = utf8.extracting(first: byteLimit)
                let code = beginning.withUnsafeBufferPointer { bytes in
                    bytes.baseAddress.flatMap { tamis_cld2_language($0, bytes.count) }
                }
                return code.flatMap { language(code: String(cString: $0)) }
            }
        #else
            nil
        #endif
    }

    /// The language of one of the library's codes, of which two are withdrawn from ISO 639.
    static func language(code: String) -> Language? {
        Language(tag: ["iw": "he", "jw": "jv"][code] ?? code)
    }
}
