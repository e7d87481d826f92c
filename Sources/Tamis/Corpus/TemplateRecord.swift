/// A row to be sorted: that a document with a line of this key has this vote, or that the document holds the key.
///
/// Each document gives four rows for each of its keys, one per permutation and one for itself. Rows are sorted by key, then
/// value, as unsigned integers; then `TemplateCounter` counts them.
public struct TemplateRecord: Sendable, Hashable {
    /// The template key, mixed with the site where that is known: `Templates.seed(_:site:)`.
    public let key: UInt64
    /// The permutation in the upper two bits and 62 bits of the smallest hash; or 3 there and the document's number.
    public let value: UInt64

    /// A vote: the smallest shingle hash of a document, under one of three permutations.
    public init(key: UInt64, permutation: Int, smallestHash: UInt64) {
        precondition((0..<3).contains(permutation), "there are three permutations")
        self.key = key
        value = UInt64(permutation) << 62 | smallestHash >> 2
    }

    /// A document that holds the key.
    public init(key: UInt64, document: UInt32) {
        self.key = key
        value = Self.documentColumn << 62 | UInt64(document)
    }

    /// A row as it was stored.
    public init(key: UInt64, value: UInt64) {
        (self.key, self.value) = (key, value)
    }

    static let documentColumn: UInt64 = 3

    /// The permutation, or 3 for a document.
    var column: Int { Int(value >> 62) }

    /// The number of the document.
    var document: UInt32 { UInt32(truncatingIfNeeded: value) }
}
