extension DocumentIndex {
    /// Adds the runs of `other` that this index has not; their documents come after those that are here already.
    ///
    /// - Returns: How many documents were added.
    public func merge(_ other: DocumentIndex, temporaryFolder: TemporaryFolder = .standard) throws -> Int {
        guard other.parameters == parameters else {
            throw InputError(
                "was made with \(other.parameters); \(path) has \(parameters)", file: other.path,
                advice: "only indexes with equal parameters can be merged", isUsage: true)
        }
        let added = other.catalog.runs.filter { run in !catalog.runs.contains { $0.digest == run.digest } }
        guard !added.isEmpty else { return 0 }
        let start = catalog.nextDocument
        // Where each run's numbers begin here.
        var starts: [Int] = []
        var end = start
        for run in added {
            starts.append(end)
            end += run.documents.count
        }
        let copy = RunFileCopy(files: other.files) { number in
            // Runs ascend with their documents.
            var (index, end) = (0, added.count)
            while index < end {
                let middle = (index + end) / 2
                if added[middle].documents.upperBound <= Int(number) { index = middle + 1 } else { end = middle }
            }
            guard index < added.count, added[index].documents.contains(Int(number)) else { return nil }
            return UInt64(starts[index] + Int(number) - added[index].documents.lowerBound)
        }
        let count = try catalog.database.transaction {
            let lastRun = catalog.runs.map(\.number).max() ?? 0
            for (index, run) in added.enumerated() {
                let number = lastRun + 1 + index
                try catalog.insertRun(
                    number, digest: run.digest, documents: starts[index]..<starts[index] + run.documents.count,
                    documentCount: run.documentCount, tool: run.tool, added: run.added)
                try other.catalog.forEachDocument(in: run.documents) { entry in
                    let place = starts[index] + entry.number - run.documents.lowerBound
                    try catalog.insert(entry.renumbered(place, run: number))
                }
            }
            let count = try write(
                copy, documents: start..<end, number: catalog.nextFile, temporaryFolder: temporaryFolder)
            try catalog.seal(nextDocument: end, nextFile: catalog.nextFile + 1)
            return count
        }
        try reload()
        try compact(temporaryFolder: temporaryFolder)
        return count
    }
}

extension CatalogEntry {
    fileprivate func renumbered(_ number: Int, run: Int) -> CatalogEntry {
        CatalogEntry(number: number, id: id, site: site, run: run, survivor: survivor, exactKey: exactKey)
    }
}
