import Glibc

/// An upper bound of how often each key was counted, in a byte a slot.
///
/// Keys that share a slot share its count, so a key may seem more frequent than it is, never less.
final class CountingFilter {
    /// Zeros come from the system page by page, as they are written to: a small input takes little.
    private let counts: UnsafeMutablePointer<UInt8>
    private let mask: Int

    /// A filter of at most `byteCount` slots, rounded down to a power of two.
    init(byteCount: Int) throws(OutputError) {
        let bits = Int.bitWidth - 1 - max(64, byteCount).leadingZeroBitCount
        guard let zeros = calloc(1 << bits, 1) else {
            throw OutputError("no memory for \(1 << bits) bytes", file: "counting lines", advice: "lower --memory")
        }
        counts = zeros.assumingMemoryBound(to: UInt8.self)
        mask = (1 << bits) - 1
    }

    deinit { free(counts) }

    /// Counts a key, which is a hash.
    func add(_ key: UInt64) {
        let slot = Int(truncatingIfNeeded: key) & mask
        if counts[slot] < .max { counts[slot] += 1 }
    }

    /// Whether the key was counted `count` times or, by chance, more often than it was; `count` is at most 255.
    func reaches(_ count: Int, _ key: UInt64) -> Bool {
        Int(counts[Int(truncatingIfNeeded: key) & mask]) >= count
    }
}
