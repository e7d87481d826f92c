extension DocumentIndex {
    /// Writes a line of JSON for each document, in order of their numbers.
    public func export(to output: OutputFile) throws {
        var writer = JSONWriter()
        func member(_ name: String, _ value: String?) {
            guard let value else { return }
            writer.key(named: name)
            writer.string(value)
        }
        for run in catalog.runs {
            try catalog.forEachDocument(in: run.documents) { entry in
                writer.beginObject()
                writer.key("number")
                writer.integer(entry.number)
                member("id", entry.id)
                member("site", entry.site)
                writer.key("run")
                writer.integer(entry.run)
                member("added", run.added)
                member("exact_key", entry.exactKey)
                member("duplicate_of", entry.survivor)
                writer.endObject()
                writer.newline()
                try output.write(writer.take())
            }
        }
    }
}
