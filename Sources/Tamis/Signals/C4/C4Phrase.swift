/// The phrases for which C4 drops a line or a document, and the search for them.
struct C4Phrase: OptionSet, Sendable {
    let rawValue: UInt8

    static let loremIpsum = C4Phrase(rawValue: 1)
    static let javascript = C4Phrase(rawValue: 2)
    static let curlyBracket = C4Phrase(rawValue: 4)
    static let policy = C4Phrase(rawValue: 8)

    /// Each phrase from its rarest letter on, with how many bytes stand before that letter.
    private static let table: [(text: StaticString, kind: C4Phrase)] = [
        ("lorem ipsum", .loremIpsum), ("javascript", .javascript), ("terms of use", .policy),
        ("privacy policy", .policy), ("cookie policy", .policy), ("uses cookies", .policy), ("use of cookies", .policy),
        ("use cookies", .policy),
    ]

    /// Which phrases stand in `line`, whatever the case of its letters.
    ///
    /// U+212A, the sign of kelvin, is a `K` here as its lower case is `k`.
    static func found(in line: UnsafeBufferPointer<UInt8>) -> C4Phrase {
        var found: C4Phrase = []
        var hasKelvin = false
        for (offset, byte) in line.enumerated() {
            switch byte {
            case UInt8(ascii: "{"): found.insert(.curlyBracket)
            case 0xE2: hasKelvin = hasKelvin || line.hasBytes("\u{212A}", at: offset)
            default: break
            }
        }
        guard hasKelvin else { return found.union(lettersFound(in: line)) }
        var plain: [UInt8] = []
        var offset = 0
        while offset < line.count {
            let isKelvin = line.hasBytes("\u{212A}", at: offset)
            plain.append(isKelvin ? UInt8(ascii: "k") : line[offset])
            offset += isKelvin ? 3 : 1
        }
        return plain.withUnsafeBufferPointer { found.union(lettersFound(in: $0)) }
    }

    private static func lettersFound(in line: UnsafeBufferPointer<UInt8>) -> C4Phrase {
        var found: C4Phrase = []
        for offset in line.indices {
            switch line[offset] | 0x20 {
            case UInt8(ascii: "l"), UInt8(ascii: "j"), UInt8(ascii: "t"), UInt8(ascii: "p"), UInt8(ascii: "c"),
                UInt8(ascii: "u"):
                for (text, kind) in table where line.hasLetters(text, at: offset) { found.insert(kind) }
            default: break
            }
        }
        return found
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `letters`, which are lower case, stand at `offset` in any case.
    @inline(__always)
    fileprivate func hasLetters(_ letters: StaticString, at offset: Int) -> Bool {
        let length = letters.utf8CodeUnitCount
        guard count - offset >= length else { return false }
        for index in 0..<length {
            let byte = self[offset + index]
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if lower != letters.utf8Start[index] { return false }
        }
        return true
    }
}
