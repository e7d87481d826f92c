import Synchronization

/// The documents of an index that a run may see: those of earlier runs that stayed.
///
/// Several threads may read at once, as long as nobody changes the index.
public final class IndexView: @unchecked Sendable {
    private let index: DocumentIndex
    /// Who asks the catalog.
    private let catalogAccess = Mutex<Void>(())
    private let files: [RunFile]
    private let firstDocuments: [Int]
    /// The numbers of the documents are below this; a batch's documents come after them.
    public let documentLimit: Int
    /// How many documents there are.
    public let documentCount: Int

    init(_ index: DocumentIndex, documentLimit: Int) {
        self.index = index
        self.documentLimit = documentLimit
        let entries = index.catalog.files
        let visible = entries.indices.filter { entries[$0].documents.lowerBound < documentLimit }
        files = visible.map { index.files[$0] }
        firstDocuments = visible.map { entries[$0].documents.lowerBound }
        documentCount = index.catalog.runs.filter { $0.documents.lowerBound < documentLimit }
            .reduce(0) { $0 + $1.documentCount }
    }

    /// A digest of the runs whose documents are seen, and of how many of these are left.
    var digest: String {
        let runs = index.catalog.runs.filter { $0.documents.lowerBound < documentLimit }
        return Digest(of: runs.map { "\($0.digest) \($0.documents) \($0.documentCount)" }).hexadecimal
    }

    /// The lower halves of exact keys, each with a document's number.
    public var exactKeys: SortedPairs { pairs(.exactKeys) }

    /// Hashes of canonical addresses, each with a document's number.
    public var addressKeys: SortedPairs { pairs(.addressKeys) }

    /// Band keys and paragraph keys, each with a document's number.
    public var keys: SortedPairs { pairs(.keys) }

    private func pairs(_ section: IndexSection) -> SortedPairs {
        SortedPairs(
            files.map { $0.sections[section.rawValue].run }, keepsRepeats: true, blockCapacity: section.blockCapacity,
            lastValue: UInt64(max(0, documentLimit - 1)))
    }

    /// The shingles of a document that a key led to.
    public func shingles(ofDocument number: Int) throws(InputError) -> [UInt64] {
        let after = firstDocuments.firstIndex { $0 > number } ?? files.count
        guard after > 0, number < documentLimit,
            let offset = try files[after - 1].sections[IndexSection.records.rawValue].value(of: UInt64(number))
        else { throw missing(number) }
        return try files[after - 1].record(at: offset, number: UInt64(number))
    }

    /// What the catalog says of a document that a key led to.
    public func entry(ofDocument number: Int) throws -> CatalogEntry {
        let entry = try catalogAccess.withLock { _ in try index.catalog.document(number) }
        guard number < documentLimit, let entry, entry.survivor == nil else { throw missing(number) }
        return entry
    }

    /// The upper half of a document's exact key; nil for a text without words.
    func exactKeyHigh(ofDocument number: Int) throws -> UInt64? {
        try entry(ofDocument: number).exactKey.flatMap { UInt64($0.prefix(16), radix: 16) }
    }

    private func missing(_ number: Int) -> InputError {
        InputError(
            "document \(number) is missing", file: index.path,
            advice: "it was forgotten while it was read, or the index is damaged; run again")
    }
}

extension DocumentIndex {
    /// What the run with this digest of inputs and settings sees: the documents of the runs before it, or of all runs when it
    /// was never added.
    public func view(forRun digest: String) -> IndexView {
        let run = catalog.runs.first { $0.digest == digest }
        return IndexView(self, documentLimit: run?.documents.lowerBound ?? catalog.nextDocument)
    }
}
