import Tamis

/// What was decided about the documents of a run, to be asked for by the places of their records.
struct DocumentOutcomes: Sendable {
    private let table: DocumentTable
    private let ids: StringStore
    private let ranks: Ranks
    private let survivors: Survivors

    private let earlier: IndexView?

    init(_ store: FingerprintStore, _ findings: DuplicateFindings, earlier: IndexView?) {
        self.earlier = earlier
        table = store.columns.table
        ids = store.ids
        ranks = findings.ranks
        survivors = findings.survivors
    }

    /// What was decided about the document of a record; nil where it is like no other.
    func outcome(file: Int, record: Int) throws(InputError) -> DocumentOutcome? {
        guard let document = table.document(file: file, record: record) else { return nil }
        return try outcome(of: document)
    }

    /// What was decided about a document; nil where it is like no other.
    func outcome(of document: Int) throws(InputError) -> DocumentOutcome? {
        let rank = ranks.rank(of: document)
        let removal = survivors.removal(of: rank)
        let survivor = removal?.survivor ?? rank
        let size = survivors.clusterSize(of: survivor)
        guard removal != nil || size > 1 else { return nil }
        let id = try id(ofRank: survivor)
        return DocumentOutcome(
            duplication: removal.map { Duplication(rule: $0.rule, survivor: id, similarity: $0.similarity) },
            clusterID: id, clusterSize: size)
    }

    /// The number of the document of a record; nil where there is none.
    func document(file: Int, record: Int) -> Int? {
        table.document(file: file, record: record)
    }

    /// Whether the record of a document holds the text field twice.
    func isTextRepeated(in document: Int) -> Bool { table.isTextRepeated(in: document) }

    /// The rank of the document of a record; nil where there is none.
    func rank(file: Int, record: Int) -> UInt32? {
        table.document(file: file, record: record).map { ranks.rank(of: $0) }
    }

    /// The id of the document at a rank.
    func id(ofRank rank: UInt32) throws(InputError) -> String {
        guard let document = ranks.document(at: rank) else {
            do {
                return try earlier?.entry(ofDocument: Int(rank)).id ?? ""
            } catch {
                throw error as? InputError ?? InputError("\(error)", file: "index")
            }
        }
        return String(decoding: try ids.read(document), as: UTF8.self)
    }
}

/// What was decided about a document that others are like.
struct DocumentOutcome: Sendable {
    /// Why it goes; nil where it stays.
    let duplication: Duplication?
    /// The id of the document of its cluster that stays.
    let clusterID: String
    /// How many documents the cluster holds.
    let clusterSize: Int
}

extension DocumentOutcome? {
    /// Whether the document stays for others that go.
    var isRepresentative: Bool { map { $0.duplication == nil && $0.clusterSize > 1 } ?? false }
}
