/// An upper bound of how often each key was counted, in a byte a slot.
///
/// Keys that share a slot share its count, so a key may seem more frequent than it is, never less.
struct CountingFilter {
    private var counts: [UInt8]

    /// A filter of at most `byteCount` slots, rounded down to a power of two.
    init(byteCount: Int) {
        let bits = Int.bitWidth - 1 - max(64, byteCount).leadingZeroBitCount
        counts = Array(repeating: 0, count: 1 << bits)
    }

    /// Counts a key, which is a hash.
    mutating func add(_ key: UInt64) {
        let slot = Int(truncatingIfNeeded: key) & (counts.count - 1)
        if counts[slot] < .max { counts[slot] += 1 }
    }

    /// Whether the key was counted `count` times or, by chance, more often than it was; `count` is at most 255.
    func reaches(_ count: Int, _ key: UInt64) -> Bool {
        Int(counts[Int(truncatingIfNeeded: key) & (counts.count - 1)]) >= count
    }
}
