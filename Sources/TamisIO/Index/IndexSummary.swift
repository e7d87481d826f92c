/// What an index holds, in numbers.
public struct IndexSummary: Sendable {
    /// A run that added documents.
    public struct Run: Sendable {
        /// Its number, for `forget`.
        public let number: Int
        /// When it was added, in UTC.
        public let added: String
        /// How many documents it added.
        public let documentCount: Int
        /// How many duplicates it noted.
        public let duplicateCount: Int
        /// The release of tamis that made it.
        public let tool: String
        /// The digest of its inputs and settings.
        public let digest: String
    }

    /// What the keys depend on.
    public let parameters: IndexParameters
    /// The runs, the earliest first.
    public let runs: [Run]
    /// How many files of sorted runs there are.
    public let fileCount: Int
    /// How many bytes these have.
    public let byteCount: Int

    /// How many documents there are.
    public var documentCount: Int { runs.reduce(0) { $0 + $1.documentCount } }
}

extension IndexSummary {
    /// The numbers as a line of JSON.
    public var json: [UInt8] {
        var writer = JSONWriter()
        func member(_ name: String, _ value: Int) {
            writer.key(named: name)
            writer.integer(value)
        }
        func member(_ name: String, _ value: String) {
            writer.key(named: name)
            writer.string(value)
        }
        writer.beginObject()
        member("schema", 1)
        member("algorithm", parameters.algorithm)
        member("bands", parameters.bandCount)
        member("rows", parameters.rowCount)
        member("documents", documentCount)
        member("files", fileCount)
        member("bytes", byteCount)
        writer.key("runs")
        writer.beginArray()
        for run in runs {
            writer.beginObject()
            member("run", run.number)
            member("added", run.added)
            member("documents", run.documentCount)
            member("duplicates", run.duplicateCount)
            member("release", run.tool)
            member("digest", run.digest)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }
}

extension DocumentIndex {
    /// What the index holds.
    public func summary() throws -> IndexSummary {
        var runs: [IndexSummary.Run] = []
        for run in catalog.runs {
            let rows = try catalog.database.statement(
                "SELECT count(*) FROM documents WHERE number >= ? AND number < ?",
                [.integer(run.documents.lowerBound), .integer(run.documents.upperBound)]
            ).rows()
            guard case .integer(let count) = rows.first?.first else { throw catalog.contradiction() }
            runs.append(
                IndexSummary.Run(
                    number: run.number, added: run.added, documentCount: run.documentCount,
                    duplicateCount: count - run.documentCount, tool: run.tool, digest: run.digest))
        }
        return IndexSummary(
            parameters: parameters, runs: runs, fileCount: files.count,
            byteCount: files.reduce(0) { $0 + $1.byteCount })
    }
}
