/// Random JSON records that are valid and as strange as JSON allows, with a plain description of what they hold.
struct HostileJSON {
    var random: SeededRandom

    /// A member of a generated record.
    struct Member {
        let key: [UInt8]
        let rawValue: [UInt8]
        /// The text of a string value; nil for other kinds.
        let text: [UInt8]?
    }

    /// A record and its members in order.
    mutating func record() -> (bytes: [UInt8], members: [Member]) {
        var bytes = space() + Array("{".utf8)
        var members: [Member] = []
        for index in 0..<random.below(7) {
            let (rawKey, key) = string(
                random.pick(["text", "id", "t", "", "te\"xt", "é", "a/b"]).unicodeScalars.map { $0.value })
            let (rawValue, text) = value(depth: 0)
            bytes += (index > 0 ? Array(",".utf8) : []) + space() + rawKey + space() + Array(":".utf8) + space()
            bytes += rawValue + space()
            members.append(Member(key: key, rawValue: rawValue, text: text))
        }
        return (bytes + (members.isEmpty ? space() : []) + Array("}".utf8) + space(), members)
    }

    private mutating func space() -> [UInt8] {
        (0..<max(0, random.below(6) - 3)).map { _ in random.pick([0x20, 0x09, 0x0D, 0x0A]) }
    }

    private mutating func value(depth: Int) -> (raw: [UInt8], text: [UInt8]?) {
        switch random.below(depth > 4 ? 4 : 7) {
        case 0: return (Array(random.pick(["0", "-0", "1e400", "1.10", "12345678901234567890123", "-1E-2"]).utf8), nil)
        case 1: return (Array(random.pick(["true", "false", "null"]).utf8), nil)
        case 2, 3:
            let (raw, text) = string(scalars())
            return (raw, text)
        case 4, 5:
            let inside = (0..<random.below(4)).map { _ in space() + value(depth: depth + 1).raw + space() }
            return (Array("[".utf8) + inside.joined(separator: Array(",".utf8)) + Array("]".utf8), nil)
        default:
            let inside = (0..<random.below(4)).map { _ in
                space() + string(scalars()).raw + space() + Array(":".utf8) + space() + value(depth: depth + 1).raw
                    + space()
            }
            return (Array("{".utf8) + inside.joined(separator: Array(",".utf8)) + Array("}".utf8), nil)
        }
    }

    /// Scalars, lone surrogates included.
    private mutating func scalars() -> [UInt32] {
        (0..<random.below(random.below(10) == 0 ? 120 : 12)).map { _ in
            switch random.below(8) {
            case 0: UInt32(random.below(0x20))
            case 1: random.pick([0x22, 0x5C, 0x2F, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C, 0x3A])
            case 2: 0xD800 + UInt32(random.below(0x800))
            case 3: 0x10000 + UInt32(random.below(0x100000))
            case 4: 0x80 + UInt32(random.below(0xD780))
            default: 0x20 + UInt32(random.below(0x5F))
            }
        }
    }

    /// A string in a random spelling, and its text.
    ///
    /// The text is found by way of UTF-16, in which a pair of escaped surrogates joins by itself.
    private mutating func string(_ scalars: [UInt32]) -> (raw: [UInt8], text: [UInt8]) {
        var raw: [UInt8] = [0x22]
        var text: [UInt8] = []
        var escapedHigh: UInt32?
        for scalar in scalars {
            let isPlain = scalar >= 0x20 && scalar != 0x22 && scalar != 0x5C && !(0xD800...0xDFFF ~= scalar)
            if isPlain, random.below(3) > 0 {
                raw += utf8(scalar)
                text += utf8(scalar)
                escapedHigh = nil
                continue
            }
            let short: [UInt32: String] = [
                0x22: "\\\"", 0x5C: "\\\\", 0x2F: "\\/", 8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r",
            ]
            if let spelling = short[scalar], random.below(2) == 0 {
                raw += Array(spelling.utf8)
                text += utf8(scalar)
                escapedHigh = nil
                continue
            }
            let units = scalar < 0x10000 ? [scalar] : [0xD800 + (scalar - 0x10000) >> 10, 0xDC00 + (scalar & 0x3FF)]
            for unit in units {
                let digits = String(unit, radix: 16, uppercase: random.below(2) == 0)
                raw +=
                    Array("\\u".utf8) + Array(String(repeating: "0", count: 4 - digits.count).utf8) + Array(digits.utf8)
                if let high = escapedHigh, 0xDC00...0xDFFF ~= unit {
                    text.removeLast(3)
                    text += utf8(0x10000 + (high - 0xD800) * 0x400 + (unit - 0xDC00))
                    escapedHigh = nil
                } else {
                    text += utf8(unit)
                    escapedHigh = 0xD800...0xDBFF ~= unit ? unit : nil
                }
            }
        }
        return (raw + [0x22], text)
    }

    /// One scalar in WTF-8, written from the definition.
    private func utf8(_ scalar: UInt32) -> [UInt8] {
        if let scalar = Unicode.Scalar(scalar) { return Array(String(Character(scalar)).utf8) }
        return [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)]
    }
}
