import Tamis

/// The fingerprints of all documents of a run, in sorters and stores that keep to a memory budget.
final class FingerprintStore {
    /// What is known of each document without a look at its text.
    private(set) var columns: Columns
    /// The lower half of the exact key, with the document.
    let exactKeys: PairSorter
    /// The hash of the canonical address, with the document.
    let addressKeys: PairSorter
    /// The keys of bands and of long paragraphs, with the document.
    private let bandKeys: PairSorter
    /// The short texts, whose band keys are made when all documents are there; nil where an index wants all keys.
    private var shortTexts: ShortTexts?
    /// The shingles of each document, with repeats, in the order of the text.
    let shingles: SequenceStore
    /// The ids of the documents.
    let ids: StringStore
    /// What cleaning each document came to, for the third pass; nil where that cleans anew, or not at all.
    let cleanings: StringStore?
    /// What an index is given of each document: which of site, exact key and address are known, the exact key, the
    /// address, and all band and paragraph keys; empty where no index is added to.
    let entries: SequenceStore
    /// The bytes of all inputs.
    let inputDigest = InputsDigest()
    private let keepsEntries: Bool

    /// An empty store; the ids of the documents may be known from an earlier pass.
    init(_ options: CorpusOptions, ids: StringStore, keepsCleanings: Bool) throws(OutputError) {
        self.ids = ids
        let shares = options.shares
        exactKeys = PairSorter(memoryBytes: shares.exactKeys, keepsRepeats: false)
        addressKeys = PairSorter(memoryBytes: shares.exactKeys, keepsRepeats: false)
        bandKeys = PairSorter(memoryBytes: shares.bandKeys, keepsRepeats: false)
        if options.putsOffShortTexts {
            shortTexts = try ShortTexts(memoryBytes: shares.shortTexts, banding: options.banding)
        }
        shingles = SequenceStore(memoryBytes: shares.shingles)
        cleanings = keepsCleanings ? StringStore(memoryBytes: shares.cleanings) : nil
        entries = SequenceStore(memoryBytes: shares.exactKeys)
        keepsEntries = options.addsToIndex
        columns = Columns(keepsInputOrder: options.preference == .first)
    }

    /// What is of one size for each document, a value for the sake of speed.
    struct Columns {
        /// Where the documents stand in the inputs.
        private(set) var table = DocumentTable()
        /// Where the documents come from.
        private(set) var sources = SourceTable()
        /// The order of the documents; empty where it is that of the input.
        private(set) var order = DocumentOrder()
        /// The upper halves of the exact keys, by document.
        private(set) var exactKeyHighs: [UInt64] = []
        private let keepsInputOrder: Bool

        fileprivate init(keepsInputOrder: Bool) { self.keepsInputOrder = keepsInputOrder }

        fileprivate mutating func append(_ facts: DocumentFacts, of file: InputName) {
            var id = 0
            for row in facts.rows {
                if !keepsInputOrder {
                    order.add(
                        preference: row.preference, id: facts.ids[id..<row.idEnd].span, recordHash: row.recordHash)
                }
                table.append(file: file.number, record: row.record, isTextRepeated: row.isTextRepeated)
                sources.append(facts.sites[row.site] ?? file.path)
                exactKeyHighs.append(row.exactKey?.high ?? 0)
                id = row.idEnd
            }
        }
    }

    /// Adds the next documents of the input.
    func append(_ facts: DocumentFacts, of file: InputName) throws {
        var (id, key, shingle, cleaning) = (0, 0, 0, 0)
        var document = UInt64(columns.table.count)
        columns.append(facts, of: file)
        shortTexts?.add(facts)
        for row in facts.rows {
            if ids.count == document { try ids.append(facts.ids[id..<row.idEnd]) }
            if let exact = row.exactKey { try exactKeys.append(KeyedValue(key: exact.low, value: document)) }
            if let key = row.addressKey { try addressKeys.append(KeyedValue(key: key, value: document)) }
            let keys = facts.keys[key..<row.keyEnd]
            try bandKeys.append(keys: keys, value: document)
            try shingles.append(facts.shingles[shingle..<row.shingleEnd])
            if keepsEntries { try entries.append(Self.entry(row, site: facts.sites[row.site], keys: keys)) }
            try cleanings?.append(facts.cleanings[cleaning..<row.cleaningEnd])
            (id, key, shingle, cleaning) = (row.idEnd, row.keyEnd, row.shingleEnd, row.cleaningEnd)
            document += 1
        }
    }

    /// The keys of bands and of long paragraphs with their documents, without band keys that one short text has alone; once,
    /// when all documents are there.
    func sortedBandKeys() throws -> SortedPairs {
        try shortTexts?.forEach(shingles) { document, keys in
            try bandKeys.append(keys: keys, value: UInt64(document))
        }
        shortTexts = nil
        return try bandKeys.sorted()
    }

    /// What the index is given of a document: which of its keys are known, these, and the keys of bands and paragraphs.
    private static func entry(_ row: DocumentFacts.Row, site: String?, keys: ArraySlice<UInt64>) -> [UInt64] {
        let known: UInt64 =
            (site == nil ? 0 : 1) | (row.exactKey == nil ? 0 : 2) | (row.addressKey == nil ? 0 : 4)
        return [known, row.exactKey?.low ?? 0, row.exactKey?.high ?? 0, row.addressKey ?? 0] + keys
    }
}
