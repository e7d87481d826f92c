import Tamis

/// UTF-8 in which a surrogate without its partner is three bytes: U+D83D is `ed a0 bd`.
public enum WTF8 {
    /// Writes `scalar`, a lone surrogate included, in one to four bytes; returns how many.
    @inline(__always)
    static func write(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift & 0x3F)) }
        switch scalar {
        case ..<0x80:
            target[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        case ..<0x800:
            target[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            target[1] = continuation(0)
            return 2
        case ..<0x10000:
            target[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            target[1] = continuation(6)
            target[2] = continuation(0)
            return 3
        default:
            target[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            target[1] = continuation(12)
            target[2] = continuation(6)
            target[3] = continuation(0)
            return 4
        }
    }

    /// Appends `scalar`, a lone surrogate included.
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 4) { span in
            span.withUnsafeMutableBufferPointer { buffer, count in
                if let base = buffer.baseAddress { count = write(scalar, to: base) }
            }
        }
    }

    /// The scalar, or lone surrogate, that starts at `position`, and its length; nil when the bytes are no WTF-8.
    static func scalar(in bytes: Span<UInt8>, at position: Int) -> (scalar: UInt32, byteCount: Int)? {
        let first = UInt32(bytes[position])
        let byteCount = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard byteCount > 0, bytes.count - position >= byteCount else { return nil }
        var scalar = byteCount == 1 ? first : first & (0x7F >> UInt32(byteCount))
        for offset in 1..<max(1, byteCount) {
            let byte = UInt32(bytes[position + offset])
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | byte & 0x3F
        }
        let least: UInt32 = byteCount == 4 ? 0x10000 : byteCount == 3 ? 0x800 : 0
        return least...0x10FFFF ~= scalar ? (scalar, byteCount) : nil
    }

    /// Whether cutting `range` out of `text` would put a lone high surrogate before a lone low one.
    ///
    /// Spelled as escapes those two would be read back as one character.
    public static func joinsSurrogates(cutting range: ByteRange, from text: Span<UInt8>) -> Bool {
        let start = range.lowerBound
        let end = range.upperBound
        return start >= 3 && end + 3 <= text.count
            && text[start - 3] == 0xED && text[start - 2] & 0xF0 == 0xA0 && text[start - 1] & 0xC0 == 0x80
            && text[end] == 0xED && text[end + 1] & 0xF0 == 0xB0 && text[end + 2] & 0xC0 == 0x80
    }
}
