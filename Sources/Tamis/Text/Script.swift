// The script of a text is that of most of its letters, by the blocks of Unicode:
//
//     "Die Brücke"     latin 9
//     "橋は閉鎖"         han 3, kana 1     kana, for Japanese is written in both

/// A script that can be told from code points.
public enum Script: String, Sendable, CaseIterable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, tamil, thai, georgian, hangul, kana, han

    /// The script of most letters of a text; nil without letters of these scripts.
    ///
    /// Of equals the earlier case counts. Han is kana where a tenth of both is kana. Linear in the bytes; looks at no more than the first `limit`.
    public init?(of utf8: [UInt8], limit: Int = 1 << 16) {
        var counts = [Int](repeating: 0, count: Script.allCases.count)
        utf8.withUnsafeBufferPointer { utf8 in
            var offset = 0
            while offset < min(utf8.count, limit) {
                let scalar = DecodedScalar(utf8, at: offset, end: utf8.count)
                offset += scalar.length
                if scalar.isValid, let index = Script.index(of: scalar.value) { counts[index] += 1 }
            }
        }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return nil }
        let script = Script.allCases[index]
        let (kana, han) = (counts[Script.allCases.count - 2], counts[Script.allCases.count - 1])
        self = script == .han && kana * 10 >= han + kana ? .kana : script
    }

    /// The language of the ten with function words that is written in it, English for Latin; nil for other scripts.
    public var commonLanguage: Language? {
        switch self {
        case .latin: Language(tag: "en")
        case .cyrillic: Language(tag: "ru")
        case .kana: Language(tag: "ja")
        case .han: Language(tag: "zh")
        default: nil
        }
    }

    private static func index(of scalar: UInt32) -> Int? {
        if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 ? 0 : nil }
        return blocks.first { $0.0.contains(scalar) }.flatMap { allCases.firstIndex(of: $0.1) }
    }

    /// The blocks of letters, the common ones first.
    private static let blocks: [(ClosedRange<UInt32>, Script)] = [
        (0x00C0...0x024F, .latin), (0x0400...0x052F, .cyrillic), (0x4E00...0x9FFF, .han), (0x3041...0x30FF, .kana),
        (0xAC00...0xD7A3, .hangul), (0x0600...0x06FF, .arabic), (0x0900...0x097F, .devanagari),
        (0x0370...0x03FF, .greek), (0x0590...0x05FF, .hebrew), (0x0E00...0x0E7F, .thai), (0x0980...0x09FF, .bengali),
        (0x0B80...0x0BFF, .tamil), (0x0530...0x058F, .armenian), (0x10A0...0x10FF, .georgian),
        (0x1100...0x11FF, .hangul),
        (0x1E00...0x1EFF, .latin), (0x1F00...0x1FFF, .greek), (0x0750...0x077F, .arabic), (0x3400...0x4DBF, .han),
        (0x20000...0x323AF, .han), (0xFF66...0xFF9D, .kana), (0xFB50...0xFDFF, .arabic), (0xFE70...0xFEFC, .arabic),
    ]
}
