/// Text made safe to print on a terminal.
///
/// Control, C1, bidirectional and zero-width characters are spelled `\u{1b}`, bytes that are not UTF-8 `\xff`, and a
/// backslash stays as it is: `TerminalText.escaped("a\u{1b}[2J")` is `a\u{1b}[2J` in visible characters.
public enum TerminalText {
    /// `text` on one line with every character that could steer a terminal spelled out.
    public static func escaped(_ text: String) -> String {
        var text = text
        return text.withUTF8 { escaped(UnsafeRawBufferPointer($0)) }
    }

    /// UTF-8 `bytes` on one line with every character that could steer a terminal, and every invalid byte, spelled out.
    public static func escaped(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { escaped($0) }
    }

    private static func escaped(_ bytes: UnsafeRawBufferPointer) -> String {
        var result = String()
        result.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            guard let (scalar, length) = firstScalar(of: bytes[position...]) else {
                result += "\\x" + hexadecimal(UInt32(bytes[position]))
                position += 1
                continue
            }
            if steers(scalar.value) {
                result += "\\u{" + hexadecimal(scalar.value) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
            position += length
        }
        return result
    }

    private static func firstScalar(of bytes: Slice<UnsafeRawBufferPointer>) -> (Unicode.Scalar, length: Int)? {
        var iterator = bytes.prefix(4).makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }

    private static func steers(_ value: UInt32) -> Bool {
        steering.contains { $0.contains(value) }
    }

    /// Characters that move the cursor, turn the writing direction, or cannot be seen.
    private static let steering: [ClosedRange<UInt32>] = [
        0x00...0x1F, 0x7F...0x9F,  // C0, DEL, C1
        0xAD...0xAD,  // soft hyphen
        0x061C...0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069,  // bidirectional
        0x180E...0x180E, 0x200B...0x200D, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF...0xFEFF,  // zero width
        0x2028...0x2029,  // line and paragraph separators
        0xFFF9...0xFFFB, 0xE0000...0xE007F,  // interlinear marks, tags
    ]
}
