import CXXHash

/// The phrases that make a paragraph boilerplate, and the search for them.
struct NemoPhrase: OptionSet, Sendable {
    let rawValue: UInt8

    static let loremIpsum = NemoPhrase(rawValue: 1)
    static let policy = NemoPhrase(rawValue: 2)

    /// The short phrases in lower case.
    private static let table: [(text: StaticString, kind: NemoPhrase)] = [
        ("lorem ipsum", .loremIpsum), ("terms of use", .policy), ("privacy policy", .policy),
        ("privacy overview", .policy), ("privacy & cookies policy", .policy), ("privacy and cookies policy", .policy),
        ("cookie policy", .policy), ("uses cookies", .policy), ("use of cookies", .policy), ("use cookies", .policy),
    ]

    /// Whole sentences of a widespread notice: how they begin, their length in bytes and the XXH3-64 of their lower case.
    ///
    /// The list has two more, which hold a short phrase.
    private static let notices: [(opening: StaticString, byteCount: Int, hash: UInt64)] = [
        ("necessary cookies", 242, 0x5CD6_54EF_B7CB_B166),
        ("any cookies", 302, 0x1B2F_55A7_7D36_62ED),
        ("if you continue", 113, 0x8EE4_6DBC_3364_24F1),
    ]

    /// Which phrases stand in `paragraph`, whatever the case of its letters.
    static func found(in paragraph: UnsafeBufferPointer<UInt8>) -> NemoPhrase {
        paragraph.withKelvinAsLetter { paragraph in
            var found: NemoPhrase = []
            var offset = 0
            while offset + 10 < paragraph.count {
                if mayBegin(paragraph[offset] | 0x20, paragraph[offset + 1] | 0x20) {
                    for (text, kind) in table where paragraph.hasLetters(text, at: offset) { found.insert(kind) }
                    if notices.contains(where: { holds($0.opening, $0.byteCount, $0.hash, paragraph, at: offset) }) {
                        found.insert(.policy)
                    }
                }
                offset += 1
            }
            return found
        }
    }

    /// Whether a phrase begins with these two letters.
    @inline(__always)
    private static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        switch UInt32(first) << 8 | UInt32(second) {
        case 0x6C6F, 0x7465, 0x7072, 0x636F, 0x7573, 0x6E65, 0x616E, 0x6966: true
        default: false
        }
    }

    private static func holds(
        _ opening: StaticString, _ byteCount: Int, _ hash: UInt64, _ paragraph: UnsafeBufferPointer<UInt8>,
        at offset: Int
    ) -> Bool {
        guard paragraph.count - offset >= byteCount, paragraph.hasLetters(opening, at: offset) else { return false }
        let lowered = paragraph[offset..<(offset + byteCount)].map(\.asciiLowercased)
        return lowered.withUnsafeBufferPointer { tamis_xxh3_64($0.baseAddress!, $0.count, 0) } == hash
    }
}
