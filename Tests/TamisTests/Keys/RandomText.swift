/// Seeded random bytes and texts, the same on every machine (SplitMix64: Steele, Lea and Flood 2014).
struct RandomText: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// What texts are made of; every part meets every other in some text.
    private static let parts: [[String]] = [
        "the of A.I. U.S. e.g. Mr. Who's there? No. 5 3.14 1,024 snake_case a:b x'y \" ' . , ; : ! ? _ - ( ) Yes. \"No!\" he"
            .split(separator: " ").map(String.init),
        [
            "é", "É", "ß", "ﬁ", "Ü", "ñ", "İ", "ŉ", "ſ", "ǆ", "Å", "\u{212B}", "ẞ", "Ạ", "²", "½", "ª", "«", "»", "¨",
            "ĳ",
        ],
        ["й", "Й", "Слово", "Москва", "и\u{306}", "ё", "Ά", "ς", "Σ", "ᾳ", "\u{345}", "ὢ", "µ", "ΐ"],
        [
            "’", "“", "”", "–", "—", "…", "‹", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{200D}", "\u{200C}", "\u{2011}",
            "‘", "′",
        ],
        [" ", "  ", "\t", "\u{A0}", "\u{3000}", "\u{2009}", "\u{B}", "\u{C}", "\u{1680}", " "],
        ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\n\n", "\n \n"],
        [
            "\u{301}", "\u{323}", "\u{327}", "\u{308}", "\u{5B0}", "\u{93C}", "\u{3099}", "\u{FE0F}", "\u{20DD}",
            "\u{344}", "\u{E38}",
        ],
        [
            "東京", "今日は。", "元気？", "カタ", "ガ", "ｶﾞ", "한국", "\u{1112}\u{1161}\u{11AB}", "\u{AC00}\u{11A8}", "、", "，", "々",
            "ー",
        ],
        [
            "ภาษา", "ກຳ", "ខ្មែរ", "မြန်မာ", "हिन्दी।", "क़", "\u{958}", "\u{9C7}\u{9BE}", "שלום", "א״ב", "א'", "مرحبا",
            "می\u{200C}خواهم", "١٢",
        ],
        ["😀", "👨‍👩‍👧", "🇩🇪", "❤️", "1️⃣", "™", "№", "①", "Ⅷ", "€", "𝒜", "𐐀", "\u{1D15E}", "\u{FDFA}", "\u{FB2C}"],
        ["\u{0}", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "\u{378}"],
    ]
    private static let invalid: [[UInt8]] = [
        [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF0, 0x9F], [0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xC2], [0xE2],
    ]

    /// A text of up to `partCount` parts, mostly of a few kinds.
    mutating func text(partCount: Int) -> [UInt8] {
        let kinds = (0..<Int.random(in: 1...4, using: &self)).map { _ in
            Int.random(in: 0...Self.parts.count, using: &self)
        }
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...partCount, using: &self) {
            switch Int.random(in: 0..<8, using: &self) {
            case 0: bytes.append(0x20)
            case 1: bytes.append(UInt8.random(in: 0...0x7F, using: &self))
            case 2: append(Int.random(in: 0...Self.parts.count, using: &self), to: &bytes)
            case 3: append(0, to: &bytes)
            default: append(kinds.randomElement(using: &self)!, to: &bytes)
            }
        }
        return bytes
    }

    /// Words with a blank behind each, nearly all ASCII.
    mutating func prose(wordCount: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<wordCount {
            append(0, to: &bytes)
            if Int.random(in: 0..<12, using: &self) == 0 { append(Int.random(in: 1...6, using: &self), to: &bytes) }
            bytes.append(0x20)
        }
        return bytes
    }

    private mutating func append(_ kind: Int, to bytes: inout [UInt8]) {
        if kind < Self.parts.count {
            bytes.append(contentsOf: Self.parts[kind].randomElement(using: &self)!.utf8)
        } else {
            bytes.append(contentsOf: Self.invalid.randomElement(using: &self)!)
        }
    }
}
