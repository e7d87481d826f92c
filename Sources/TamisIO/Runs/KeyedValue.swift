/// A key and a value, ordered by the key, then by the value.
///
/// What comparing documents sorts: band keys, paragraph keys and halves of exact keys, each with a document's number.
public struct KeyedValue: Equatable, Sendable {
    /// A hash.
    public var key: UInt64
    /// What belongs to it, such as a document's number.
    public var value: UInt64

    /// Makes a pair.
    @inline(__always)
    public init(key: UInt64, value: UInt64) {
        self.key = key
        self.value = value
    }
}

extension KeyedValue: Comparable {
    /// By the key, then by the value.
    @inline(__always)
    public static func < (left: KeyedValue, right: KeyedValue) -> Bool {
        left.ordinal < right.ordinal
    }

    /// The pair of this number.
    @inline(__always)
    init(ordinal: UInt128) {
        self.init(key: UInt64(truncatingIfNeeded: ordinal >> 64), value: UInt64(truncatingIfNeeded: ordinal))
    }

    /// Key and value as one number, of the same order.
    @inline(__always)
    var ordinal: UInt128 {
        UInt128(key) << 64 | UInt128(value)
    }
}
