extension TextEncoding {
    /// Converts WTF-8 back into this encoding; nil when a character has no place in it or the bytes are no WTF-8.
    ///
    /// `utf-16` has no order of its own: use the encoding that the reading source found.
    public func encode(_ utf8: Span<UInt8>) -> [UInt8]? {
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        if self == .utf8 {
            utf8.withUnsafeBufferPointer { result.append(contentsOf: $0) }
            return result
        }
        var position = 0
        while position < utf8.count {
            guard let (scalar, byteCount) = WTF8.scalar(in: utf8, at: position), append(scalar, to: &result) else {
                return nil
            }
            position += byteCount
        }
        return result
    }

    /// Appends one character; false when it has no place in the encoding.
    private func append(_ scalar: UInt32, to result: inout [UInt8]) -> Bool {
        switch self {
        case .latin1:
            guard scalar < 0x100 else { return false }
            result.append(UInt8(scalar))
        case .windows1252:
            guard let byte = Windows1252.byte(of: scalar) else { return false }
            result.append(byte)
        case .utf16LittleEndian, .utf16BigEndian:
            guard scalar >= 0x10000 else {
                append(unit: scalar, to: &result)
                return true
            }
            append(unit: 0xD800 + (scalar - 0x10000) >> 10, to: &result)
            append(unit: 0xDC00 + (scalar & 0x3FF), to: &result)
        case .utf8, .utf16: return false
        }
        return true
    }

    private func append(unit: UInt32, to result: inout [UInt8]) {
        let high = UInt8(truncatingIfNeeded: unit >> 8)
        let low = UInt8(truncatingIfNeeded: unit)
        result += self == .utf16LittleEndian ? [low, high] : [high, low]
    }
}
