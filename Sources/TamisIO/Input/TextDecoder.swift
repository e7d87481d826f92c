// Latin-1 `caf\xe9` becomes UTF-8 `caf\xc3\xa9`; UTF-16 code units are joined to characters, and a lone surrogate becomes
// three bytes of WTF-8, so that every sequence of whole code units can be converted back.

/// Converts text to UTF-8, a chunk at a time.
struct TextDecoder {
    /// What cannot be converted so that it can be converted back: where, and what.
    struct Failure: Error {
        /// The offset in the original bytes.
        let byteOffset: Int
        let what: String
        var advice = "check --encoding"
    }

    /// The encoding; of the two orders of `utf-16`, the one its mark tells, as soon as two bytes have been read.
    private(set) var encoding: TextEncoding
    private var position = 0
    /// The first byte of a code unit whose second has not come.
    private var oddByte: UInt8?
    /// A high surrogate whose low one may come.
    private var highSurrogate: UInt32?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    /// Appends the text of `bytes`, the next ones of the input, to `utf8`.
    mutating func decode(_ bytes: ArraySlice<UInt8>, into utf8: inout [UInt8]) throws(Failure) {
        switch encoding {
        case .utf8: utf8.append(contentsOf: bytes)
        case .latin1: for byte in bytes { Self.append(UInt32(byte), to: &utf8) }
        case .windows1252: for byte in bytes { Self.append(UInt32(Windows1252.scalar(of: byte)), to: &utf8) }
        case .utf16, .utf16LittleEndian, .utf16BigEndian:
            for byte in bytes { try decodeHalf(byte, into: &utf8) }
        }
        position += bytes.count
    }

    /// Appends what waits for more bytes, at the end of the input.
    mutating func finish(into utf8: inout [UInt8]) throws(Failure) {
        if let highSurrogate { Self.append(highSurrogate, to: &utf8) }
        highSurrogate = nil
        if oddByte != nil { throw Failure(byteOffset: position - 1, what: "UTF-16 ends with half a code unit") }
    }

    private mutating func decodeHalf(_ byte: UInt8, into utf8: inout [UInt8]) throws(Failure) {
        guard let first = oddByte else {
            oddByte = byte
            return
        }
        oddByte = nil
        if encoding == .utf16 {
            switch [first, byte] {
            case ByteOrderMark.utf16LittleEndian: encoding = .utf16LittleEndian
            case ByteOrderMark.utf16BigEndian: encoding = .utf16BigEndian
            default:
                throw Failure(
                    byteOffset: 0, what: "UTF-16 without a byte order mark",
                    advice: "tell the order: --encoding utf-16le or --encoding utf-16be")
            }
        }
        let (high, low) = encoding == .utf16LittleEndian ? (byte, first) : (first, byte)
        let unit = UInt32(high) << 8 | UInt32(low)
        if let surrogate = highSurrogate {
            highSurrogate = nil
            if 0xDC00...0xDFFF ~= unit {
                return Self.append(0x10000 + (surrogate - 0xD800) << 10 + (unit - 0xDC00), to: &utf8)
            }
            Self.append(surrogate, to: &utf8)
        }
        if 0xD800...0xDBFF ~= unit { highSurrogate = unit } else { Self.append(unit, to: &utf8) }
    }

    private static func append(_ scalar: UInt32, to utf8: inout [UInt8]) {
        if scalar < 0x80 {
            utf8.append(UInt8(scalar))
        } else {
            WTF8.append(scalar, to: &utf8)
        }
    }
}
