/// What the sections of an index's file hold, in this order.
enum IndexSection: Int, CaseIterable {
    /// The lower halves of exact keys, each with its document's number.
    case exactKeys
    /// Hashes of canonical addresses, each with its document's number.
    case addressKeys
    /// Band keys and paragraph keys, each with its document's number.
    case keys
    /// The numbers of documents, each with the place of its record, which holds the shingles.
    case records

    /// How many pairs a block holds: small blocks where single pairs are looked up.
    var blockCapacity: Int {
        self == .records ? 255 : 4095
    }
}
