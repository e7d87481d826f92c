extension DocumentIndex {
    /// Reads every byte of the index and compares files and catalog with each other.
    ///
    /// - Parameter onProblem: Is told what is wrong, where, a file or table at a time.
    public func verify(onProblem: (InputError) -> Void) throws {
        func check(_ body: () throws -> Void) throws {
            do { try body() } catch let error as InputError { onProblem(error) }
        }
        try check(checkDatabase)
        for (entry, file) in zip(catalog.files, files) { try check { try checkKeys(entry, file) } }
        try check(checkDocuments)
    }

    private func checkDatabase() throws {
        let rows = try catalog.database.statement("PRAGMA integrity_check").rows()
        if rows != [[.text("ok")]] { throw catalog.contradiction() }
    }

    /// Every block of keys, their order, and that they belong to the file's documents.
    private func checkKeys(_ entry: Catalog.File, _ file: RunFile) throws {
        for section in IndexSection.allCases where section != .records {
            let run = file.sections[section.rawValue].run
            var cursor = try SortedPairs([run], keepsRepeats: true, blockCapacity: section.blockCapacity).cursor()
            var last = KeyedValue(key: 0, value: 0)
            while let pair = try cursor.next() {
                guard last <= pair, pair.value < UInt64(entry.documents.upperBound),
                    pair.value >= UInt64(entry.documents.lowerBound)
                else { throw contradiction(entry) }
                last = pair
            }
        }
    }

    /// Every row, and that each document that stayed has a readable record in its file.
    private func checkDocuments() throws {
        let runs = Dictionary(catalog.runs.map { ($0.number, $0) }) { first, _ in first }
        var counts: [Int: Int] = [:]
        var position = 0
        var records: PairCursor? = nil
        func nextRecord() throws -> (KeyedValue, RunFile)? {
            while position < files.count {
                let run = files[position].sections[IndexSection.records.rawValue].run
                if records == nil {
                    records = try SortedPairs(
                        [run], keepsRepeats: true, blockCapacity: IndexSection.records.blockCapacity
                    ).cursor()
                }
                if let pair = try records?.next() { return (pair, files[position]) }
                records = nil
                position += 1
            }
            return nil
        }
        try catalog.forEachDocument(in: 0..<catalog.nextDocument) { entry in
            guard let run = runs[entry.run], run.documents.contains(entry.number)
            else { throw catalog.contradiction() }
            guard entry.survivor == nil else { return }
            counts[entry.run, default: 0] += 1
            guard let (pair, file) = try nextRecord(), pair.key == UInt64(entry.number) else {
                throw catalog.contradiction()
            }
            _ = try file.record(at: pair.value, number: pair.key)
        }
        guard try nextRecord() == nil, catalog.runs.allSatisfy({ $0.documentCount == counts[$0.number] ?? 0 }) else {
            throw catalog.contradiction()
        }
    }

    private func contradiction(_ entry: Catalog.File) -> InputError {
        InputError(
            "holds keys of documents that are not its own, or in another order", file: path + "/" + entry.name,
            advice: "the index is damaged")
    }
}
