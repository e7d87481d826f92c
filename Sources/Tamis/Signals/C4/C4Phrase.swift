import CKernels

// A phrase is sought by two of its rarer letters, three bytes apart:
//
//     uses cookies      c..k at byte 5        a hit at 105 is compared with the phrase at 100

/// The phrases for which C4 drops a line or a document, and the search for them.
struct C4Phrase: OptionSet, Sendable {
    let rawValue: UInt8

    static let loremIpsum = C4Phrase(rawValue: 1)
    static let javascript = C4Phrase(rawValue: 2)
    static let curlyBracket = C4Phrase(rawValue: 4)
    static let policy = C4Phrase(rawValue: 8)

    /// The phrases in lower case, and where in them their pair of letters stands.
    private static let table: [(text: StaticString, pair: Int, kind: C4Phrase)] = [
        ("lorem ipsum", 7, .loremIpsum), ("javascript", 2, .javascript), ("terms of use", 7, .policy),
        ("privacy policy", 10, .policy), ("cookie policy", 0, .policy), ("uses cookies", 5, .policy),
        ("use of cookies", 7, .policy), ("use cookies", 4, .policy),
    ]
    /// p..m of ipsum, v..c of javascript, f..s of "of use", l..y of policy, c..k of cookie.
    private static let pairs = [(0x70, 0x6D), (0x76, 0x63), (0x66, 0x73), (0x6C, 0x79), (0x63, 0x6B)].map {
        tamis_letter_pair(first: $0, second: $1)
    }

    /// A phrase, and where its pair of letters stands.
    struct Place {
        let offset: Int
        let kind: C4Phrase
    }

    /// The phrases in `text` but for the bracket, whatever the case of their letters, in order.
    static func places(in text: UnsafeBufferPointer<UInt8>) -> [Place] {
        var places: [Place] = []
        pairs.withUnsafeBufferPointer { pairs in
            var offset = 0
            while offset < text.count {
                offset = tamis_find_pair(pairs.baseAddress, text.baseAddress, offset, text.count)
                for (phrase, pair, kind) in table where offset >= pair && text.hasLetters(phrase, at: offset - pair) {
                    places.append(Place(offset: offset, kind: kind))
                }
                offset += 1
            }
        }
        return places
    }

    /// Which phrases stand in `line`, whatever the case of its letters.
    static func found(in line: UnsafeBufferPointer<UInt8>) -> C4Phrase {
        let bracket: C4Phrase = line.contains(UInt8(ascii: "{")) ? .curlyBracket : []
        return line.withKelvinAsLetter { line in places(in: line).reduce(bracket) { $0.union($1.kind) } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Gives `body` the bytes with `k` for the sign of kelvin, U+212A, whose lower case it is.
    func withKelvinAsLetter<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let hasKelvin = contains(0xE2) && indices.contains { self[$0] == 0xE2 && hasBytes("\u{212A}", at: $0) }
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
