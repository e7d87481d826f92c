import Tamis

/// The documents of one run on their way into an index: all of them or, without `commit`, none.
public final class IndexAddition {
    private let index: DocumentIndex
    private let digest: String
    private let run: Int
    private let fileNumber: Int
    private let writer: RunFileWriter
    private let sorters: [PairSorter]
    private var nextDocument: Int
    private var documentCount = 0
    private var isOpen = true

    fileprivate init(
        _ index: DocumentIndex, run digest: String, memoryBytes: Int, temporaryFolder: TemporaryFolder
    ) throws {
        self.index = index
        self.digest = digest
        let catalog = index.catalog
        run = (catalog.runs.map(\.number).max() ?? 0) + 1
        nextDocument = catalog.nextDocument
        fileNumber = catalog.nextFile
        writer = try RunFileWriter(path: "\(index.path)/\(fileNumber).run", parameters: catalog.parameters.digest)
        sorters = IndexSection.allCases.map { section in
            PairSorter(
                memoryBytes: section == .keys ? memoryBytes / 2 : memoryBytes / 8, temporaryFolder: temporaryFolder,
                keepsRepeats: true)
        }
        try catalog.database.run("BEGIN IMMEDIATE")
    }

    deinit {
        if isOpen { index.catalog.database.rollBack() }
    }

    /// Adds a document that stays, and returns its number.
    @discardableResult
    public func add(_ document: IndexedDocument) throws -> Int {
        let number = nextDocument
        let value = UInt64(number)
        try index.catalog.insert(
            CatalogEntry(
                number: number, id: document.id, site: document.site, run: run, survivor: nil,
                exactKey: document.exactKey?.hexadecimal))
        if let key = document.exactKey {
            try sorters[IndexSection.exactKeys.rawValue].append(KeyedValue(key: key.low, value: value))
        }
        if let key = document.addressKey {
            try sorters[IndexSection.addressKeys.rawValue].append(KeyedValue(key: key, value: value))
        }
        try sorters[IndexSection.keys.rawValue].append(keys: document.keys, value: value)
        let offset = try writer.append(record: document.shingles, number: value)
        try sorters[IndexSection.records.rawValue].append(KeyedValue(key: value, value: offset))
        nextDocument += 1
        documentCount += 1
        return number
    }

    /// Notes a document that goes because it duplicates `survivor`, for those who ask the catalog.
    public func addDuplicate(id: String, site: String?, survivor: String) throws {
        try index.catalog.insert(
            CatalogEntry(number: nextDocument, id: id, site: site, run: run, survivor: survivor, exactKey: nil))
        nextDocument += 1
    }

    /// Makes the documents part of the index, on the disk.
    ///
    /// When an error is thrown before the catalog's transaction ends, none of them is.
    public func commit() throws {
        let catalog = index.catalog
        let documents = catalog.nextDocument..<nextDocument
        if documentCount > 0 {
            for section in IndexSection.allCases {
                var pairs = try sorters[section.rawValue].sorted().cursor()
                try writer.appendSection(blockCapacity: section.blockCapacity) { try pairs.nextBlock() }
            }
            try writer.finish()
            try catalog.insert(
                Catalog.File(
                    number: fileNumber, documents: documents, byteCount: writer.byteCount, checksum: writer.checksum))
        }
        try catalog.insertRun(
            run, digest: digest, documents: documents, documentCount: documentCount, tool: Version.release)
        try catalog.seal(nextDocument: nextDocument, nextFile: fileNumber + 1)
        try catalog.database.run("COMMIT")
        isOpen = false
        try index.reload()
        try index.compact()
    }
}

extension DocumentIndex {
    /// Starts to add the documents of the run with this digest of inputs and settings; nil when the index has it already.
    public func begin(
        run digest: String, memoryBytes: Int, temporaryFolder: TemporaryFolder = .standard
    ) throws -> IndexAddition? {
        guard !catalog.runs.contains(where: { $0.digest == digest }) else { return nil }
        return try IndexAddition(self, run: digest, memoryBytes: memoryBytes, temporaryFolder: temporaryFolder)
    }
}
