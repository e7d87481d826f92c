import Tamis

/// Where a value stands in a record's raw bytes.
public struct JSONLocation: Sendable, Equatable {
    /// The value's kind.
    public let kind: JSONKind
    /// The value with its quotes or brackets.
    public let range: ByteRange
    /// How many escapes stand in a string; 0 for other kinds.
    public let escapeCount: Int
    /// Whether the key stands more than once; the last counts, and this is it.
    public var isRepeated: Bool

    /// What stands between the quotes of a string.
    public var contents: ByteRange {
        kind == .string ? range.lowerBound + 1..<range.upperBound - 1 : range
    }
}
