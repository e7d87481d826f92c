/// An article as it was read.
///
/// Its bytes never change; rules annotate them.
public struct Document: Sendable, Hashable {
    /// The record's own identifier, or its place in the input where it has none.
    public let id: String
    /// Where it was published, as far as the input says.
    public let site: String?
    /// Its headline, as far as the input gives it apart from the text.
    public let title: String?
    /// Its language, as far as the input says.
    public let language: Language?
    /// The text in UTF-8.
    ///
    /// Bytes that are not valid UTF-8 are kept and treated as characters of their own.
    public let utf8: [UInt8]

    /// Makes a document of `utf8`.
    public init(id: String, site: String? = nil, title: String? = nil, language: Language? = nil, utf8: [UInt8]) {
        self.id = id
        self.site = site
        self.title = title
        self.language = language
        self.utf8 = utf8
    }

    /// The same document with a language.
    func with(language: Language?) -> Document {
        Document(id: id, site: site, title: title, language: language, utf8: utf8)
    }

    /// The same document with another text.
    func with(utf8: [UInt8]) -> Document {
        Document(id: id, site: site, title: title, language: language, utf8: utf8)
    }
}
