import Tamis

/// What one document gives to the comparison.
struct DocumentFacts: Sendable {
    let record: Int
    let id: [UInt8]
    let site: String?
    let fingerprint: Fingerprint
    /// The hash of the canonical address, where an address is known.
    let addressKey: UInt64?
    /// The document's preference as `OrderKey` has it, and the hash of its raw record; 0 where the input's order decides.
    let preference: UInt64
    let recordHash: UInt64
}

/// The fingerprints of all documents of a run, in sorters and stores that keep to a memory budget.
final class FingerprintStore {
    /// Where the documents stand in the inputs.
    private(set) var table = DocumentTable()
    /// Where the documents come from.
    private(set) var sources = SourceTable()
    /// The order of the documents; empty where it is that of the input.
    private(set) var order = DocumentOrder()
    /// The second halves of the exact keys, by document.
    private(set) var exactKeyHighs: [UInt64] = []
    /// The first half of the exact key, with the document.
    let exactKeys: PairSorter
    /// The hash of the canonical address, with the document.
    let addressKeys: PairSorter
    /// The keys of bands and of long paragraphs, with the document.
    let bandKeys: PairSorter
    /// The shingles of each document, with repeats, in the order of the text.
    let shingles: SequenceStore
    /// The ids of the documents.
    let ids: StringStore
    /// What an index is given of each document: which of site, exact key and address are known, the exact key, the
    /// address, and all band and paragraph keys; empty where no index is added to.
    let entries: SequenceStore
    /// The bytes of all inputs.
    let inputDigest = Digest()
    private let keepsInputOrder: Bool
    private let keepsEntries: Bool

    /// An empty store; the ids of the documents may be known from an earlier pass.
    init(_ options: CorpusOptions, ids: StringStore) {
        self.ids = ids
        let share = options.memoryBytes / 16
        exactKeys = PairSorter(memoryBytes: share, keepsRepeats: false)
        addressKeys = PairSorter(memoryBytes: share, keepsRepeats: false)
        bandKeys = PairSorter(memoryBytes: share * 4, keepsRepeats: false)
        shingles = SequenceStore(memoryBytes: share * 4)
        entries = SequenceStore(memoryBytes: share)
        keepsEntries = options.addsToIndex
        keepsInputOrder = options.preference == .first
    }

    /// Adds the next document of the input.
    func append(_ facts: DocumentFacts, of file: InputName) throws {
        let document = UInt64(table.count)
        if ids.count == table.count { try ids.append(facts.id) }
        if !keepsInputOrder {
            order.add(preference: facts.preference, id: facts.id.span, recordHash: facts.recordHash)
        }
        table.append(file: file.number, record: facts.record)
        sources.append(facts.site ?? file.path)
        let fingerprint = facts.fingerprint
        exactKeyHighs.append(fingerprint.exactKey?.high ?? 0)
        if let key = fingerprint.exactKey { try exactKeys.append(KeyedValue(key: key.low, value: document)) }
        if let key = facts.addressKey { try addressKeys.append(KeyedValue(key: key, value: document)) }
        try bandKeys.append(keys: fingerprint.bandKeys, value: document)
        try bandKeys.append(keys: fingerprint.paragraphKeys, value: document)
        try shingles.append(fingerprint.shingles)
        guard keepsEntries else { return }
        let known: UInt64 =
            (facts.site == nil ? 0 : 1) | (fingerprint.exactKey == nil ? 0 : 2) | (facts.addressKey == nil ? 0 : 4)
        let exactKey = fingerprint.exactKey
        try entries.append(
            [known, exactKey?.low ?? 0, exactKey?.high ?? 0, facts.addressKey ?? 0] + fingerprint.bandKeys
                + fingerprint.paragraphKeys)
    }
}
