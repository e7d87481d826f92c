import Glibc

/// Which documents an index forgets.
public enum Forgotten: Sendable {
    /// Those with one of these ids, byte by byte, and the notes of what duplicates them.
    case ids([String])
    /// All that the run with this number added.
    case run(Int)
    /// All that runs added more than so many days ago.
    case olderThan(days: Int)
}

extension DocumentIndex {
    /// Takes documents out of every file: keys, shingles and rows; linear in the size of the files that held
    /// them.
    ///
    /// Other documents keep their numbers.
    ///
    /// - Returns: How many documents, duplicates included, were forgotten.
    public func forget(_ forgotten: Forgotten, temporaryFolder: TemporaryFolder = .standard) throws -> Int {
        let runs = try runs(forgottenBy: forgotten)
        var ids = Set<[UInt8]>()
        if case .ids(let forgottenIDs) = forgotten { ids = Set(forgottenIDs.map { Array($0.utf8) }) }
        func isNamed(_ id: String) -> Bool { ids.contains(Array(id.utf8)) }
        var numbers = Set<Int>()
        try catalog.forEachDocument(in: 0..<catalog.nextDocument) { entry in
            let isForgotten =
                switch forgotten {
                case .ids: isNamed(entry.id) || entry.survivor.map(isNamed) ?? false
                case .run, .olderThan: runs.contains(entry.run)
                }
            if isForgotten { numbers.insert(entry.number) }
        }
        guard !numbers.isEmpty || !runs.isEmpty else { return 0 }
        try catalog.database.transaction {
            for number in numbers.sorted() { try catalog.deleteDocument(number) }
            try catalog.countDocuments(without: runs)
            try rewrite(without: numbers, temporaryFolder: temporaryFolder)
        }
        try reload()
        try compact(temporaryFolder: temporaryFolder)
        return numbers.count
    }

    private func runs(forgottenBy forgotten: Forgotten) throws -> Set<Int> {
        switch forgotten {
        case .ids: return []
        case .run(let number):
            guard catalog.runs.contains(where: { $0.number == number }) else {
                throw InputError("has no run \(number)", file: path, advice: "see 'tamis index info'", isUsage: true)
            }
            return [number]
        case .olderThan(let days):
            let rows = try catalog.database.statement(
                "SELECT number FROM runs WHERE added < datetime('now', ?)", [.text("-\(days) days")]
            ).rows()
            return Set(rows.compactMap { if case .integer(let number) = $0[0] { number } else { nil } })
        }
    }

    /// Copies the files that hold one of `numbers`, without these, in an open transaction.
    private func rewrite(without numbers: Set<Int>, temporaryFolder: TemporaryFolder) throws {
        let sorted = numbers.sorted()
        var next = catalog.nextFile
        for (entry, file) in zip(catalog.files, files) {
            guard let first = sorted.first(where: { $0 >= entry.documents.lowerBound }), entry.documents.contains(first)
            else { continue }
            try catalog.delete(entry)
            let copy = RunFileCopy(files: [file]) { numbers.contains(Int($0)) ? nil : $0 }
            try write(copy, documents: entry.documents, number: next, temporaryFolder: temporaryFolder)
            next += 1
        }
        try catalog.seal(nextDocument: catalog.nextDocument, nextFile: next)
    }
}
