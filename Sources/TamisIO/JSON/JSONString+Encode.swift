// The text `He said "no"` and a line feed becomes `He said \"no\"\n`; all other characters stand for themselves.
import CKernels

extension JSONString {
    /// What becomes of bytes that are not UTF-8.
    public enum InvalidBytes: Sendable {
        /// They stay as they are.
        case kept
        /// Each maximal invalid run becomes U+FFFD.
        case replaced
    }

    /// Appends `text`, in WTF-8, to `target` as it stands between the quotes of a JSON string.
    ///
    /// Escapes are as short as JSON allows; a lone surrogate becomes its escape, such as `\ud83d`.
    public static func encode(
        _ text: Span<UInt8>, into target: inout [UInt8], invalidBytes: InvalidBytes = .kept
    ) {
        // Valid text, and nearly all is, has neither invalid bytes nor surrogates to look for.
        let isValid = (try? UTF8Span(validating: text)) != nil
        text.withUnsafeBufferPointer { bytes in
            guard !isValid else { return encode(valid: bytes, into: &target) }
            guard let base = bytes.baseAddress else { return }
            var position = 0
            while position < bytes.count {
                let plain = tamis_find_quote(base + position, bytes.count - position)
                append(UnsafeBufferPointer(start: base + position, count: plain), to: &target, invalidBytes)
                position += plain
                guard position < bytes.count else { return }
                appendEscape(of: base[position], to: &target)
                position += 1
            }
        }
    }

    /// Appends text that is known to be UTF-8.
    static func encode(valid text: UnsafeBufferPointer<UInt8>, into target: inout [UInt8]) {
        guard let base = text.baseAddress else { return }
        var position = 0
        while true {
            let plain = tamis_find_quote(base + position, text.count - position)
            target.append(contentsOf: UnsafeBufferPointer(start: base + position, count: plain))
            position += plain
            guard position < text.count else { return }
            appendEscape(of: base[position], to: &target)
            position += 1
        }
    }

    /// Appends bytes among which no byte needs an escape of its own.
    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, to target: inout [UInt8], _ invalidBytes: InvalidBytes
    ) {
        var start = 0
        var position = 0
        while let special = nextSpecial(in: bytes, from: position, invalidBytes) {
            target.append(contentsOf: bytes[start..<special.range.lowerBound])
            if special.isSurrogate {
                let low = UInt16(bytes[special.range.lowerBound + 1] & 0x3F) << 6
                appendCodeUnit(0xD000 | low | UInt16(bytes[special.range.lowerBound + 2] & 0x3F), to: &target)
            } else {
                target.append(contentsOf: [0xEF, 0xBF, 0xBD])
            }
            start = special.range.upperBound
            position = start
        }
        target.append(contentsOf: bytes[start...])
    }

    private static func appendEscape(of byte: UInt8, to target: inout [UInt8]) {
        target.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: target.append(UInt8(ascii: "n"))
        case 0x09: target.append(UInt8(ascii: "t"))
        case 0x0D: target.append(UInt8(ascii: "r"))
        case 0x08: target.append(UInt8(ascii: "b"))
        case 0x0C: target.append(UInt8(ascii: "f"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): target.append(byte)
        default:
            target.removeLast()
            appendCodeUnit(UInt16(byte), to: &target)
        }
    }

    private static func appendCodeUnit(_ unit: UInt16, to target: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        target.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
        for shift in stride(from: 12, through: 0, by: -4) { target.append(digits[Int(unit >> UInt16(shift) & 15)]) }
    }
}
