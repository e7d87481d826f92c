extension Catalog {
    /// Adds a document's row.
    func insert(_ entry: CatalogEntry) throws(InputError) {
        let columns = entry.columns
        let statement = try database.statement(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", columns + [.integer(RowChecksum.of(columns))])
        defer { statement.reset() }
        _ = try statement.step()
    }

    /// Takes out a document's row.
    func deleteDocument(_ number: Int) throws(InputError) {
        try database.run("DELETE FROM documents WHERE number = ?", .integer(number))
    }

    /// Takes out the rows of `runs`, and counts the documents that are left in each other.
    func countDocuments(without runs: Set<Int>) throws(InputError) {
        for run in runs.sorted() { try database.run("DELETE FROM runs WHERE number = ?", .integer(run)) }
        try database.run(
            """
            UPDATE runs SET document_count = (
                SELECT count(*) FROM documents
                WHERE documents.number >= first_document AND documents.number < document_limit AND survivor IS NULL)
            """)
    }

    /// The row of the document with this number; nil where there is none.
    func document(_ number: Int) throws -> CatalogEntry? {
        var entry: CatalogEntry?
        try forEachDocument(in: number..<number + 1) { entry = $0 }
        return entry
    }

    /// Gives `body` the rows of documents in order of their numbers.
    func forEachDocument(in numbers: Range<Int>, _ body: (CatalogEntry) throws -> Void) throws {
        let statement = try database.statement(
            "SELECT * FROM documents WHERE number >= ? AND number < ? ORDER BY number",
            [.integer(numbers.lowerBound), .integer(numbers.upperBound)])
        defer { statement.reset() }
        while try statement.step() {
            let columns = statement.row
            guard columns.count == 7, columns[6] == .integer(RowChecksum.of(Array(columns.dropLast()))),
                let entry = CatalogEntry(columns)
            else { throw contradiction() }
            try body(entry)
        }
    }
}

extension CatalogEntry {
    fileprivate init?(_ columns: [SQLValue]) {
        guard case .integer(let number) = columns[0], case .text(let id) = columns[1],
            case .integer(let run) = columns[3]
        else { return nil }
        self.init(
            number: number, id: id, site: columns[2].text, run: run, survivor: columns[4].text,
            exactKey: columns[5].text)
    }

    fileprivate var columns: [SQLValue] {
        [.integer(number), .text(id), SQLValue(site), .integer(run), SQLValue(survivor), SQLValue(exactKey)]
    }
}
