import Tamis

/// What the documents of a batch give to the comparison, in flat arrays: small documents come by the thousand.
struct DocumentFacts: Sendable {
    private(set) var rows: [Row] = []
    /// The sites, as they follow each other; nil where a document has none.
    private(set) var sites: [String?] = []
    /// The ids, one after another.
    private(set) var ids: [UInt8] = []
    /// The keys of bands and of long paragraphs, one document's after another's.
    private(set) var keys: [UInt64] = []
    /// The shingles, with repeats, in the order of the texts.
    private(set) var shingles: [UInt64] = []
    /// What cleaning the documents came to, as `PackedWriter` has it; empty where the third pass cleans anew.
    private(set) var cleanings: [UInt8] = []

    /// Makes room for the shingles of `textByteCount` bytes of text.
    init(textByteCount: Int) {
        // A word and a blank take some six bytes.
        shingles.reserveCapacity(textByteCount / 6)
    }

    /// A document: the flat arrays' parts that end here, and what is of one size.
    struct Row: Sendable {
        let record: Int
        /// Whether the record holds the text field twice.
        let isTextRepeated: Bool
        /// Its number among `sites`.
        fileprivate(set) var site = 0
        let exactKey: Key?
        /// The hash of the canonical address, where an address is known.
        let addressKey: UInt64?
        /// The document's preference as `OrderKey` has it, and the hash of its raw record; 0 where the input's order decides.
        let preference: UInt64
        let recordHash: UInt64
        fileprivate(set) var idEnd = 0
        fileprivate(set) var keyEnd = 0
        fileprivate(set) var shingleEnd = 0
        fileprivate(set) var cleaningEnd = 0

        init(
            record: Int, isTextRepeated: Bool, exactKey: Key?, addressKey: UInt64?, preference: UInt64,
            recordHash: UInt64
        ) {
            self.record = record
            self.isTextRepeated = isTextRepeated
            self.exactKey = exactKey
            self.addressKey = addressKey
            self.preference = preference
            self.recordHash = recordHash
        }
    }

    /// Adds the next document.
    mutating func append(_ row: Row, of document: Document, _ fingerprint: Fingerprint, cleaning: [UInt8]) {
        if !isOfLastSite(document) { sites.append(document.site) }
        ids.append(contentsOf: document.id.utf8)
        keys.append(contentsOf: fingerprint.bandKeys)
        keys.append(contentsOf: fingerprint.paragraphKeys)
        shingles.append(contentsOf: fingerprint.shingles)
        cleanings.append(contentsOf: cleaning)
        var row = row
        row.site = sites.count - 1
        row.cleaningEnd = cleanings.count
        (row.idEnd, row.keyEnd, row.shingleEnd) = (ids.count, keys.count, shingles.count)
        rows.append(row)
    }

    private func isOfLastSite(_ document: Document) -> Bool {
        guard let last = sites.last else { return false }
        guard let last, let site = document.site else { return last == nil && document.site == nil }
        return last.hasBytes(of: site)
    }
}
