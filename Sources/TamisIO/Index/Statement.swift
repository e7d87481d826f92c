import CSQLite

/// A value in a place of a statement, or a column of a row.
enum SQLValue: Equatable {
    case integer(Int)
    case text(String)
    case null

    /// A text, or nothing.
    init(_ text: String?) {
        self = text.map { .text($0) } ?? .null
    }

    /// The text, if it is one.
    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

/// A prepared statement, and the row it stands at.
final class Statement {
    private let statement: OpaquePointer
    private unowned let database: Database

    init(_ statement: OpaquePointer, _ database: Database) {
        self.statement = statement
        self.database = database
    }

    deinit { sqlite3_finalize(statement) }

    /// Goes to the next row; false at the end.
    func step() throws(InputError) -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw database.failure()
        }
    }

    /// Makes the statement ready to run again.
    func reset() {
        sqlite3_reset(statement)
    }

    /// Puts a value in a place, from 1.
    func bind(_ value: SQLValue, at place: Int) throws(InputError) {
        let place = Int32(place)
        let status =
            switch value {
            case .integer(let number): sqlite3_bind_int64(statement, place, Int64(number))
            case .null: sqlite3_bind_null(statement, place)
            case .text(let text):
                // SQLite is told to copy the bytes: SQLITE_TRANSIENT, which Swift does not import.
                sqlite3_bind_text(
                    statement, place, Array(text.utf8CString), Int32(clamping: text.utf8.count),
                    unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            }
        guard status == SQLITE_OK else { throw database.failure() }
    }

    /// The columns of the row it stands at.
    var row: [SQLValue] {
        (0..<sqlite3_column_count(statement)).map(value)
    }

    /// Every row's columns.
    func rows() throws(InputError) -> [[SQLValue]] {
        defer { reset() }
        var rows: [[SQLValue]] = []
        while try step() { rows.append(row) }
        return rows
    }

    private func value(_ column: Int32) -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
        default:
            guard let bytes = sqlite3_column_text(statement, column) else { return .null }
            let utf8 = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column)))
            return .text(String(decoding: utf8, as: UTF8.self))
        }
    }
}
