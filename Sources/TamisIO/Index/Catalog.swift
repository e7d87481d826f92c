// The catalog of an index, a SQLite database that people may query:
//
//     sqlite3 index/catalog.sqlite 'SELECT id, added FROM documents JOIN runs ON run = runs.number'
//
// SQLite does not notice changed bits, so `state` has a checksum over the small tables, and each document's row has one.

/// Which runs, files and documents an index holds.
final class Catalog {
    /// The database.
    let database: Database
    /// What all keys depend on.
    private(set) var parameters: IndexParameters
    /// The runs, the earliest first.
    private(set) var runs: [Run] = []
    /// The files, in the order of their documents.
    private(set) var files: [File] = []
    /// The number that the next document gets.
    private(set) var nextDocument = 0
    /// The number that the next file gets.
    private(set) var nextFile = 1

    /// Opens the catalog at `path`; for writing, makes its tables where they are missing and `parameters` are given.
    init(path: String, isReadOnly: Bool, parameters: IndexParameters?) throws {
        database = try Database(path: path, isReadOnly: isReadOnly, mayCreate: parameters != nil)
        self.parameters = parameters ?? IndexParameters(bandCount: 0, rowCount: 0)
        let isEmpty = try database.statement("SELECT name FROM sqlite_master").rows().isEmpty
        if !isReadOnly {
            try database.run("PRAGMA synchronous = EXTRA")
            // What is forgotten is overwritten.
            try database.run("PRAGMA secure_delete = ON")
            if let parameters, isEmpty {
                try create(parameters)
            }
        }
        if isEmpty, isReadOnly || parameters == nil {
            // A writer was killed before it had made the tables.
            throw InputError("is no index", file: path, advice: "make one with clean --index", isUsage: true)
        }
        try refuseOtherVersion()
        try read()
    }

    private func refuseOtherVersion() throws {
        let version = try database.statement("PRAGMA user_version").rows()
        guard version != [[.integer(CatalogSchema.version)]], case .integer(let other)? = version.first?.first else {
            return
        }
        throw InputError(
            "has version \(other) of its tables, and this tamis reads \(CatalogSchema.version)", file: database.path,
            advice: "use the release of tamis that wrote it, or make the index again")
    }

    private func create(_ parameters: IndexParameters) throws {
        try database.transaction {
            for statement in CatalogSchema.tables { try database.run(statement) }
            try database.run("PRAGMA user_version = \(CatalogSchema.version)")
            for row in parameters.rows {
                try database.run("INSERT INTO parameters VALUES (?, ?)", .text(row.name), .text(row.value))
            }
            try database.run("INSERT INTO state VALUES (0, 0, 0)")
            try seal(nextDocument: 0, nextFile: 1)
        }
    }

    /// Reads everything but the documents, in one state.
    func read() throws {
        try database.run("BEGIN")
        defer { database.rollBack() }
        let rows = try sealedRows()
        let state = try database.statement("SELECT * FROM state").rows()
        guard state.count == 1, state[0].count == 3, case .integer(let nextDocument) = state[0][0],
            case .integer(let nextFile) = state[0][1],
            state[0][2] == .integer(Self.checksum(rows, nextDocument, nextFile)),
            let parameters = Self.parameters(rows[0])
        else { throw contradiction() }
        self.parameters = parameters
        runs = rows[1].compactMap(Run.init)
        files = rows[2].compactMap(File.init).sorted { $0.documents.lowerBound < $1.documents.lowerBound }
        (self.nextDocument, self.nextFile) = (nextDocument, nextFile)
    }

    /// Writes the next numbers and the checksum, at the end of a transaction that changed something.
    func seal(nextDocument: Int, nextFile: Int) throws(InputError) {
        let checksum = Self.checksum(try sealedRows(), nextDocument, nextFile)
        try database.run(
            "UPDATE state SET next_document = ?, next_file = ?, checksum = ?", .integer(nextDocument),
            .integer(nextFile), .integer(checksum))
    }

    /// Adds a file's row.
    func insert(_ file: File) throws(InputError) {
        try database.run(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?)", .integer(file.number), .integer(file.documents.lowerBound),
            .integer(file.documents.upperBound), .integer(file.byteCount),
            .integer(Int(truncatingIfNeeded: file.checksum)))
    }

    /// Takes out a file's row.
    func delete(_ file: File) throws(InputError) {
        try database.run("DELETE FROM files WHERE number = ?", .integer(file.number))
    }

    /// Adds the row of a run by this release, `documentCount` of whose documents stayed.
    func insertRun(
        _ number: Int, digest: String, documents: Range<Int>, documentCount: Int, tool: String, added: String? = nil
    ) throws(InputError) {
        try database.run(
            "INSERT INTO runs VALUES (?, ?, ?, coalesce(?, datetime('now')), ?, ?, ?)", .integer(number), .text(digest),
            .text(tool), SQLValue(added), .integer(documents.lowerBound), .integer(documents.upperBound),
            .integer(documentCount))
    }

    /// The error for a catalog that cannot be as it was written.
    func contradiction() -> InputError {
        InputError(
            "does not match its checksum", file: database.path,
            advice: "the file or its disk is damaged, or it was edited")
    }

    private func sealedRows() throws(InputError) -> [[[SQLValue]]] {
        var tables: [[[SQLValue]]] = []
        for table in CatalogSchema.sealed {
            tables.append(try database.statement("SELECT * FROM \(table) ORDER BY 1").rows())
        }
        return tables
    }

    private static func checksum(_ tables: [[[SQLValue]]], _ nextDocument: Int, _ nextFile: Int) -> Int {
        var checksum = RowChecksum()
        for table in tables {
            checksum.add(.integer(table.count))
            for row in table { row.forEach { checksum.add($0) } }
        }
        checksum.add(.integer(nextDocument))
        checksum.add(.integer(nextFile))
        return checksum.value
    }

    private static func parameters(_ rows: [[SQLValue]]) -> IndexParameters? {
        var values: [String: String] = [:]
        for row in rows {
            if row.count == 2, case .text(let name) = row[0], case .text(let value) = row[1] { values[name] = value }
        }
        return IndexParameters(values)
    }
}
