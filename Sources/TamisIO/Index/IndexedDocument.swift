import Tamis

/// A document on its way into an index.
public struct IndexedDocument: Sendable {
    /// The document's id.
    public let id: String
    /// Its site, where that is known.
    public let site: String?
    /// The key of its whole text; nil for a text without words.
    public let exactKey: Key?
    /// The hash of its canonical address, where that is known.
    public let addressKey: UInt64?
    /// Its band keys and the keys of its paragraphs.
    public let keys: [UInt64]
    /// Its shingles, in whatever order they are wanted back.
    public let shingles: [UInt64]

    /// Makes a document from its parts.
    public init(
        id: String, site: String?, exactKey: Key?, addressKey: UInt64? = nil, keys: [UInt64], shingles: [UInt64]
    ) {
        self.id = id
        self.site = site
        self.exactKey = exactKey
        self.addressKey = addressKey
        self.keys = keys
        self.shingles = shingles
    }
}

/// What the catalog of an index says of a document.
public struct CatalogEntry: Equatable, Sendable {
    /// Its number: documents have ascending numbers in the order in which they were added.
    public let number: Int
    /// The document's id.
    public let id: String
    /// Its site, where that is known.
    public let site: String?
    /// The number of the run that added it.
    public let run: Int
    /// The id of the document that it duplicates; nil for one that stayed.
    public let survivor: String?
    /// The key of its whole text in 32 hexadecimal digits; nil for a text without words and for a duplicate.
    public let exactKey: String?
}

extension Key {
    /// The key in 32 hexadecimal digits.
    var hexadecimal: String {
        hexadecimalDigits(high) + hexadecimalDigits(low)
    }
}
