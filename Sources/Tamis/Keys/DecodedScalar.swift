/// One step through UTF-8: a Unicode scalar, or one byte that is no part of a valid scalar.
///
/// Overlong forms, encoded surrogates and truncated sequences are invalid byte by byte, so every byte of any input
/// belongs to exactly one step.
public struct DecodedScalar: Sendable {
    /// The scalar; for an invalid byte 0x110000 + the byte.
    public let value: UInt32
    /// How many bytes it takes: 1…4.
    public let length: Int

    /// What an invalid byte's value starts at, one above the last scalar.
    static let invalid: UInt32 = 0x110000

    /// Whether this is a scalar, not an invalid byte.
    public var isValid: Bool { value < Self.invalid }

    /// What Unicode says of the scalar.
    public var properties: ScalarProperties { ScalarProperties(of: value) }

    /// Reads the scalar at `offset`, which must lie inside `utf8`.
    public init(in utf8: Span<UInt8>, at offset: Int) {
        precondition(utf8.indices.contains(offset), "offset \(offset) is outside of \(utf8.count) bytes")
        self = utf8.withUnsafeBufferPointer { DecodedScalar($0, at: offset, end: $0.count) }
    }

    /// Reads the scalar that ends at `offset`, which must lie in 1…`utf8.count`.
    public init(in utf8: Span<UInt8>, endingAt offset: Int) {
        precondition(offset > 0 && offset <= utf8.count, "offset \(offset) is outside of 1…\(utf8.count)")
        self = utf8.withUnsafeBufferPointer { DecodedScalar($0, endingAt: offset, start: 0) }
    }

    @inline(__always)
    init(value: UInt32, length: Int) {
        self.value = value
        self.length = length
    }

    @inline(__always)
    init(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) {
        let lead = UInt32(utf8[offset])
        if lead < 0x80 {
            self.init(value: lead, length: 1)
            return
        }
        if lead < 0xE0, lead >= 0xC2, end - offset >= 2 {
            let second = UInt32(utf8[offset + 1]) ^ 0x80
            if second < 0x40 {
                self.init(value: (lead & 0x1F) << 6 | second, length: 2)
                return
            }
        } else if lead >= 0xE1, lead <= 0xEC, end - offset >= 3 {
            let (second, third) = (UInt32(utf8[offset + 1]) ^ 0x80, UInt32(utf8[offset + 2]) ^ 0x80)
            if second | third < 0x40 {
                self.init(value: (lead & 0xF) << 12 | second << 6 | third, length: 3)
                return
            }
        }
        self = Self.decodeSequence(utf8, at: offset, end: end)
    }

    /// The scalar that ends at `offset`: the longest valid sequence of up to four bytes, or else one byte.
    init(_ utf8: UnsafeBufferPointer<UInt8>, endingAt offset: Int, start: Int) {
        var first = offset - 1
        while first > start, offset - first < 4, utf8[first] & 0xC0 == 0x80 { first -= 1 }
        let scalar = DecodedScalar(utf8, at: first, end: offset)
        if scalar.length == offset - first {
            self = scalar
        } else {
            self.init(value: Self.invalid + UInt32(utf8[offset - 1]), length: 1)
        }
    }

    /// Decodes a sequence of two to four bytes by the table of well-formed sequences (Unicode 15, table 3-7).
    private static func decodeSequence(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int, end: Int) -> DecodedScalar {
        let lead = UInt32(utf8[offset])
        let left = end - offset
        let byteIsInvalid = DecodedScalar(value: invalid + lead, length: 1)
        guard lead >= 0xC2, lead <= 0xF4, left >= 2 else { return byteIsInvalid }
        let second = UInt32(utf8[offset + 1]) ^ 0x80
        guard second < 0x40 else { return byteIsInvalid }
        if lead < 0xE0 { return DecodedScalar(value: (lead & 0x1F) << 6 | second, length: 2) }
        guard left >= 3 else { return byteIsInvalid }
        let third = UInt32(utf8[offset + 2]) ^ 0x80
        guard third < 0x40 else { return byteIsInvalid }
        if lead < 0xF0 {
            let value = (lead & 0xF) << 12 | second << 6 | third
            let isWellFormed = value >= 0x800 && value & 0xF800 != 0xD800
            return isWellFormed ? DecodedScalar(value: value, length: 3) : byteIsInvalid
        }
        guard left >= 4 else { return byteIsInvalid }
        let fourth = UInt32(utf8[offset + 3]) ^ 0x80
        guard fourth < 0x40 else { return byteIsInvalid }
        let value = (lead & 7) << 18 | second << 12 | third << 6 | fourth
        let isWellFormed = value >= 0x10000 && value <= 0x10FFFF
        return isWellFormed ? DecodedScalar(value: value, length: 4) : byteIsInvalid
    }
}
