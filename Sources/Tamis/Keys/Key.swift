import CXXHash

/// The 128-bit XXH3 hash of a segment's folded bytes.
///
/// Equal folded bytes have equal keys on every machine. Keys are compared, never ordered into an output.
public struct Key: Hashable, Sendable {
    /// The lower 64 bits of the hash.
    public let low: UInt64
    /// The upper 64 bits of the hash.
    public let high: UInt64

    /// A key as it was stored.
    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Hashes `bytes` with XXH3-128 and `seed`.
    public init(hashing bytes: Span<UInt8>, seed: UInt64 = 0) {
        self = bytes.withUnsafeBufferPointer { Key(hashing: $0, seed: seed) }
    }

    @inline(__always)
    init(hashing bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0) {
        let hash = tamis_xxh3_128(bytes.baseAddress, bytes.count, seed)
        low = hash.low
        high = hash.high
    }
}
