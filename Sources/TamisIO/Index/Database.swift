import CSQLite

/// A connection to a SQLite database, for one thread at a time.
final class Database {
    /// The file's path.
    let path: String
    private let connection: OpaquePointer
    private var statements: [String: Statement] = [:]

    /// Opens the database at `path`; makes one where `mayCreate`.
    init(path: String, isReadOnly: Bool, mayCreate: Bool = false) throws(InputError) {
        self.path = path
        var opened: OpaquePointer?
        // A reader too must be able to undo what a killed writer left; where it may not write, SQLite only reads.
        let flags = SQLITE_OPEN_READWRITE | (mayCreate ? SQLITE_OPEN_CREATE : 0)
        let status = sqlite3_open_v2(path, &opened, flags, nil)
        guard status == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw InputError(
                String(cString: sqlite3_errstr(status)), file: path, advice: "check the folder's permissions")
        }
        connection = opened
        // Someone may be looking at the catalog with a tool of his own.
        sqlite3_busy_timeout(connection, 30_000)
        try run("PRAGMA trusted_schema = OFF")
        try run("PRAGMA cell_size_check = ON")
        if isReadOnly { try run("PRAGMA query_only = ON") }
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(connection)
    }

    /// Runs a statement that returns nothing.
    func run(_ sql: String, _ values: SQLValue...) throws(InputError) {
        let statement = try statement(sql, values)
        defer { statement.reset() }
        while try statement.step() {}
    }

    /// The statement, with values in the places of its question marks; it is prepared once.
    func statement(_ sql: String, _ values: [SQLValue] = []) throws(InputError) -> Statement {
        let statement: Statement
        if let known = statements[sql] {
            statement = known
            statement.reset()
        } else {
            var prepared: OpaquePointer?
            guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
                throw failure()
            }
            statement = Statement(prepared, self)
            statements[sql] = statement
        }
        for (index, value) in values.enumerated() { try statement.bind(value, at: index + 1) }
        return statement
    }

    /// Runs `body`; all its changes stay or, when it throws, none.
    func transaction<Result>(_ body: () throws -> Result) throws -> Result {
        try run("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Undoes what the open transaction changed, if there is one.
    func rollBack() {
        // After some errors SQLite has rolled back itself, and this one tells nothing.
        try? run("ROLLBACK")
    }

    /// What the last call did wrong.
    func failure() -> InputError {
        let advice =
            switch sqlite3_errcode(connection) {
            case SQLITE_BUSY: "another program holds it; run again when that is done"
            case SQLITE_FULL: "make room and run again"
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: "check the permissions of file and folder"
            case SQLITE_CORRUPT, SQLITE_NOTADB: "the file or its disk is damaged"
            default: ""
            }
        return InputError(String(cString: sqlite3_errmsg(connection)), file: path, advice: advice)
    }
}
