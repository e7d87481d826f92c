/// An upper bound of how often each key was counted, in a byte a slot.
///
/// Keys that share a slot share its count, so a key may seem more frequent than it is, never less.
final class CountingFilter {
    private let counts: ZeroedMemory<UInt8>
    private let mask: Int

    /// A filter of at most `byteCount` slots, rounded down to a power of two.
    init(byteCount: Int) throws(OutputError) {
        let bits = Int.bitWidth - 1 - max(64, byteCount).leadingZeroBitCount
        guard let zeros = ZeroedMemory<UInt8>(count: 1 << bits) else {
            throw OutputError("no memory for \(1 << bits) bytes", file: "counting lines", advice: "lower --memory")
        }
        counts = zeros
        mask = (1 << bits) - 1
    }

    /// Counts a key, which is a hash.
    func add(_ key: UInt64) {
        let slot = Int(truncatingIfNeeded: key) & mask
        if counts.elements[slot] < .max { counts.elements[slot] += 1 }
    }

    /// Whether the key was counted `count` times or, by chance, more often than it was; `count` is at most 255.
    func reaches(_ count: Int, _ key: UInt64) -> Bool {
        Int(counts.elements[Int(truncatingIfNeeded: key) & mask]) >= count
    }
}
