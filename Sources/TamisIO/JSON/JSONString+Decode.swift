// `caf\u00e9 \ud83d\ude00` becomes `café 😀`: the escape at raw 3..<9 spells text 3..<5, the pair at raw 10..<22 spells
// text 6..<10.
import Glibc
import Tamis

extension JSONString {
    /// Decodes the string at `location` of `record`, which a scanner has checked.
    public static func decode(_ location: JSONLocation, in record: Span<UInt8>) -> DecodedText {
        record.withUnsafeBufferPointer {
            decode(UnsafeBufferPointer(rebasing: $0[location.contents]), rawStart: location.contents.lowerBound)
        }
    }

    /// Decodes `raw`, the checked bytes between the quotes.
    static func decode(_ raw: UnsafeBufferPointer<UInt8>, rawStart: Int = 0) -> DecodedText {
        var escapes: [DecodedText.Escape] = []
        guard let source = raw.baseAddress else { return DecodedText(bytes: [], rawStart: rawStart, escapes: []) }
        let bytes = [UInt8](unsafeUninitializedCapacity: raw.count) { buffer, count in
            guard let target = buffer.baseAddress else { return }
            var position = 0
            while position < raw.count {
                let found = memchr(source + position, 0x5C, raw.count - position)
                let plainEnd = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(source) } ?? raw.count
                memcpy(target + count, source + position, plainEnd - position)
                count += plainEnd - position
                position = plainEnd
                guard position < raw.count else { return }
                let (scalar, rawCount) = escape(source + position, limit: raw.count - position)
                let decodedCount = WTF8.write(scalar, to: target + count)
                escapes.append(
                    DecodedText.Escape(
                        decodedOffset: UInt32(truncatingIfNeeded: count),
                        rawOffset: UInt32(truncatingIfNeeded: position),
                        decodedCount: UInt8(decodedCount), rawCount: UInt8(rawCount)))
                count += decodedCount
                position += rawCount
            }
        }
        return DecodedText(bytes: bytes, rawStart: rawStart, escapes: escapes)
    }

    /// Reads the escape at `bytes`, or the pair of escapes that spells one character.
    private static func escape(_ bytes: UnsafePointer<UInt8>, limit: Int) -> (scalar: UInt32, rawCount: Int) {
        switch bytes[1] {
        case UInt8(ascii: "n"): return (0x0A, 2)
        case UInt8(ascii: "t"): return (0x09, 2)
        case UInt8(ascii: "r"): return (0x0D, 2)
        case UInt8(ascii: "b"): return (0x08, 2)
        case UInt8(ascii: "f"): return (0x0C, 2)
        case UInt8(ascii: "u"): break
        default: return (UInt32(bytes[1]), 2)
        }
        let first = codeUnit(bytes + 2)
        if 0xD800...0xDBFF ~= first, limit >= 12, bytes[6] == UInt8(ascii: "\\"), bytes[7] == UInt8(ascii: "u") {
            let second = codeUnit(bytes + 8)
            if 0xDC00...0xDFFF ~= second {
                return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 12)
            }
        }
        return (first, 6)
    }

    private static func codeUnit(_ digits: UnsafePointer<UInt8>) -> UInt32 {
        (0..<4).reduce(0) { $0 << 4 | UInt32(hexadecimalValue(digits[$1]) ?? 0) }
    }
}
