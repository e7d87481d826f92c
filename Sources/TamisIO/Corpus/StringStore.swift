/// Strings of bytes, appended one after another and read by number, within a memory budget.
final class StringStore: Sendable {
    private let words: SequenceStore

    init(memoryBytes: Int) {
        words = SequenceStore(memoryBytes: memoryBytes)
    }

    /// How many strings there are.
    var count: Int { words.count }

    /// Adds a string; its number is the count before.
    func append(_ bytes: ArraySlice<UInt8>) throws(OutputError) {
        let wordBytes = MemoryLayout<UInt64>.size
        let count = 1 + (bytes.count + wordBytes - 1) / wordBytes
        try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { (packed) throws(OutputError) in
            packed[count - 1] = 0
            packed[0] = UInt64(bytes.count)
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(packed)[wordBytes...])
                .copyBytes(from: bytes)
            try words.append(UnsafeBufferPointer(packed))
        }
    }

    /// The string with this number.
    func read(_ number: Int) throws(InputError) -> [UInt8] {
        try words.withValues(number) { packed in
            guard let count = packed.first else { return [] }
            return Array(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: packed[1...])).prefix(Int(count)))
        }
    }
}
