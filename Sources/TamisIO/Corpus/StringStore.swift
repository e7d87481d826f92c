/// Strings of bytes, appended one after another and read by number, within a memory budget.
final class StringStore: Sendable {
    private let words: SequenceStore

    init(memoryBytes: Int) {
        words = SequenceStore(memoryBytes: memoryBytes)
    }

    /// How many strings there are.
    var count: Int { words.count }

    /// Adds a string; its number is the count before.
    func append(_ bytes: [UInt8]) throws(OutputError) {
        var packed = [UInt64(bytes.count)]
        for start in stride(from: 0, to: bytes.count, by: 8) {
            packed.append(bytes[start..<min(start + 8, bytes.count)].reversed().reduce(0) { $0 << 8 | UInt64($1) })
        }
        try words.append(packed)
    }

    /// The string with this number.
    func read(_ number: Int) throws(InputError) -> [UInt8] {
        let packed = try words.read(number)
        guard let count = packed.first else { return [] }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(packed.count * 8)
        for word in packed.dropFirst() {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return Array(bytes.prefix(Int(count)))
    }
}
