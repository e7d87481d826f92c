/// The phrases for which C4 drops a line or a document, and the search for them.
struct C4Phrase: OptionSet, Sendable {
    let rawValue: UInt8

    static let loremIpsum = C4Phrase(rawValue: 1)
    static let javascript = C4Phrase(rawValue: 2)
    static let curlyBracket = C4Phrase(rawValue: 4)
    static let policy = C4Phrase(rawValue: 8)

    /// The phrases in lower case; each has ten bytes or more.
    private static let table: [(text: StaticString, kind: C4Phrase)] = [
        ("lorem ipsum", .loremIpsum), ("javascript", .javascript), ("terms of use", .policy),
        ("privacy policy", .policy), ("cookie policy", .policy), ("uses cookies", .policy), ("use of cookies", .policy),
        ("use cookies", .policy),
    ]

    /// Which phrases stand in `line`, whatever the case of its letters.
    static func found(in line: UnsafeBufferPointer<UInt8>) -> C4Phrase {
        var found: C4Phrase = []
        if line.contains(UInt8(ascii: "{")) { found.insert(.curlyBracket) }
        return line.withKelvinAsLetter { found.union(lettersFound(in: $0)) }
    }

    /// Whether three letters stand in the line without which no phrase does: ook, oli, ms, vas or psu.
    ///
    /// Has no branches, so that many bytes are compared at once.
    private static func mayHoldPhrase(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        for offset in 0..<(line.count - 2) {
            let (first, second, third) = (line[offset] | 0x20, line[offset &+ 1] | 0x20, line[offset &+ 2] | 0x20)
            found |= (first ^ 0x6F) | (second ^ 0x6F) | (third ^ 0x6B) == 0 ? 1 : 0
            found |= (first ^ 0x6F) | (second ^ 0x6C) | (third ^ 0x69) == 0 ? 1 : 0
            found |= (first ^ 0x6D) | (second ^ 0x73) | (third ^ 0x20) == 0 ? 1 : 0
            found |= (first ^ 0x76) | (second ^ 0x61) | (third ^ 0x73) == 0 ? 1 : 0
            found |= (first ^ 0x70) | (second ^ 0x73) | (third ^ 0x75) == 0 ? 1 : 0
        }
        return found != 0
    }

    /// Whether a phrase begins with these two letters.
    @inline(__always)
    private static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        switch UInt32(first) << 8 | UInt32(second) {
        case 0x6C6F, 0x6A61, 0x7465, 0x7072, 0x636F, 0x7573: true
        default: false
        }
    }

    private static func lettersFound(in line: UnsafeBufferPointer<UInt8>) -> C4Phrase {
        var found: C4Phrase = []
        guard line.count >= 10, mayHoldPhrase(line) else { return found }
        for offset in 0..<(line.count - 9) {
            guard mayBegin(line[offset] | 0x20, line[offset + 1] | 0x20) else { continue }
            for (text, kind) in table where line.hasLetters(text, at: offset) { found.insert(kind) }
        }
        return found
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Gives `body` the bytes with `k` for the sign of kelvin, U+212A, whose lower case it is.
    func withKelvinAsLetter<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let hasKelvin = indices.contains { self[$0] == 0xE2 && hasBytes("\u{212A}", at: $0) }
        guard hasKelvin else { return body(self) }
        var plain: [UInt8] = []
        var offset = 0
        while offset < count {
            let isKelvin = hasBytes("\u{212A}", at: offset)
            plain.append(isKelvin ? UInt8(ascii: "k") : self[offset])
            offset += isKelvin ? 3 : 1
        }
        return plain.withUnsafeBufferPointer(body)
    }

    /// Whether `letters`, which are lower case, stand at `offset` in any case.
    @inline(__always)
    func hasLetters(_ letters: StaticString, at offset: Int) -> Bool {
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
