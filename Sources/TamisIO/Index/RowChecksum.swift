import CXXHash

/// The checksum of a catalog's row: SQLite itself does not notice a changed bit.
struct RowChecksum {
    private var bytes: [UInt8] = []

    /// Adds a column.
    mutating func add(_ value: SQLValue) {
        switch value {
        case .null: bytes.append(0)
        case .integer(let number):
            bytes.append(1)
            add(number)
        case .text(let text):
            bytes.append(2)
            add(text.utf8.count)
            bytes.append(contentsOf: text.utf8)
        }
    }

    private mutating func add(_ number: Int) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// The checksum of the columns so far.
    var value: Int {
        bytes.withUnsafeBytes { Int(truncatingIfNeeded: tamis_xxh3_64($0.baseAddress, $0.count, 0)) }
    }

    /// The checksum of these columns.
    static func of(_ values: [SQLValue]) -> Int {
        var checksum = RowChecksum()
        for value in values { checksum.add(value) }
        return checksum.value
    }
}
