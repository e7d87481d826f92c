import Tamis

/// What a run adds to an index once its outputs stand under their names: all of it or nothing.
struct IndexUpdate {
    private let index: DocumentIndex
    private let runDigest: String
    private let store: FingerprintStore
    private let findings: DuplicateFindings
    private let earlier: IndexView?
    private let memoryBytes: Int

    init(
        _ index: DocumentIndex, run digest: String, _ store: FingerprintStore, _ findings: DuplicateFindings,
        earlier: IndexView?, memoryBytes: Int
    ) {
        self.index = index
        runDigest = digest
        self.store = store
        self.findings = findings
        self.earlier = earlier
        self.memoryBytes = memoryBytes
    }

    /// Adds the documents that stay, and notes those that go; does nothing where the index has this run already.
    func commit() throws {
        guard let addition = try index.begin(run: runDigest, memoryBytes: memoryBytes) else { return }
        let ranks = findings.ranks
        for rank in ranks.indexCount..<UInt32(ranks.count) {
            guard let document = ranks.document(at: rank) else { continue }
            let facts = try store.entry(document)
            if let removal = findings.survivors.removal(of: rank) {
                let survivor = try id(ofRank: removal.survivor)
                try addition.addDuplicate(id: facts.id, site: facts.site, survivor: survivor)
            } else {
                try addition.add(facts)
            }
        }
        try addition.commit()
    }

    private func id(ofRank rank: UInt32) throws -> String {
        guard let document = findings.ranks.document(at: rank) else {
            return try earlier?.entry(ofDocument: Int(rank)).id ?? ""
        }
        return String(decoding: try store.ids.read(document), as: UTF8.self)
    }
}

extension FingerprintStore {
    /// A document as an index takes it.
    fileprivate func entry(_ document: Int) throws -> IndexedDocument {
        let words = try entries.read(document)
        return IndexedDocument(
            id: String(decoding: try ids.read(document), as: UTF8.self),
            site: words[0] & 1 != 0 ? columns.sources.names[columns.sources.source(of: document)] : nil,
            exactKey: words[0] & 2 != 0 ? Key(low: words[1], high: words[2]) : nil,
            addressKey: words[0] & 4 != 0 ? words[3] : nil, keys: Array(words.dropFirst(4)),
            shingles: ShingleSet(try shingles.read(document)).sorted)
    }
}
