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
        // Each byte may become six; so much room is made for a part of the text at a time.
        for start in stride(from: 0, to: text.count, by: 1024) {
            let part = UnsafeBufferPointer(rebasing: text[start..<min(start + 1024, text.count)])
            target.append(addingCapacity: 6 * part.count) { span in
                span.withUnsafeMutableBufferPointer { buffer, written in
                    guard let place = buffer.baseAddress else { return }
                    written = store(valid: part, at: place)
                }
            }
        }
    }

    /// Stores text that is known to be UTF-8, and returns how many bytes that took: up to six times its own.
    static func store(valid text: UnsafeBufferPointer<UInt8>, at place: UnsafeMutablePointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var (position, count) = (0, 0)
        while position < text.count {
            let plain = tamis_find_quote(base + position, text.count - position)
            (place + count).update(from: base + position, count: plain)
            position += plain
            count += plain
            guard position < text.count else { break }
            count += storeEscape(of: base[position], at: place + count)
            position += 1
        }
        return count
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
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 6) { escape in
            guard let place = escape.baseAddress else { return }
            target.append(contentsOf: escape[..<storeEscape(of: byte, at: place)])
        }
    }

    /// Stores the shortest escape of a byte, and returns how many bytes it has: two or six.
    private static func storeEscape(of byte: UInt8, at place: UnsafeMutablePointer<UInt8>) -> Int {
        place[0] = UInt8(ascii: "\\")
        switch byte {
        case 0x0A: place[1] = UInt8(ascii: "n")
        case 0x09: place[1] = UInt8(ascii: "t")
        case 0x0D: place[1] = UInt8(ascii: "r")
        case 0x08: place[1] = UInt8(ascii: "b")
        case 0x0C: place[1] = UInt8(ascii: "f")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): place[1] = byte
        default:
            storeCodeUnit(UInt16(byte), at: place)
            return 6
        }
        return 2
    }

    private static func appendCodeUnit(_ unit: UInt16, to target: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 6) { escape in
            guard let place = escape.baseAddress else { return }
            storeCodeUnit(unit, at: place)
            target.append(contentsOf: escape)
        }
    }

    private static func storeCodeUnit(_ unit: UInt16, at place: UnsafeMutablePointer<UInt8>) {
        place[0] = UInt8(ascii: "\\")
        place[1] = UInt8(ascii: "u")
        for index in 0..<4 {
            let digit = UInt8(truncatingIfNeeded: unit >> UInt16(12 - 4 * index)) & 15
            place[2 + index] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
    }
}
