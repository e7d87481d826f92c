import Testing

@testable import Tamis

@Suite struct FoldingTests {
    static func folded(_ bytes: [UInt8], _ folding: Folding) -> [UInt8] {
        var buffer: [UInt8] = []
        folding.append(0..<bytes.count, of: bytes.span, to: &buffer)
        return buffer
    }

    @Test(arguments: [
        (" The  “Café” —\u{AD} of\t2024… ", "the \"café\" - of 2024...", "the cafe of 2024", "the cafe of 0"),
        ("STRASSE Straße", "strasse strasse", "strasse strasse", "strasse strasse"),
        ("A\u{30A} \u{212B}", "å å", "a a", "a a"),
        ("ﬁve №1 ½", "five №1 ½", "five no1 1 2", "five no0"),
        ("Й и\u{306}", "й й", "й й", "й й"),
        ("ｶﾞ ガ", "ｶﾞ ガ", "ガ ガ", "ガ ガ"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم", "می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("ΆΣ σς", "άσ σσ", "ασ σσ", "ασ σσ"),
        ("1,024 views", "1,024 views", "1 024 views", "0 views"),
        ("١٢ مشاهدة", "١٢ مشاهدة", "١٢ مشاهدة", "0 مشاهدة"),
        ("don’t open-source", "don't open-source", "don t open source", "don t open source"),
        ("İ", "i\u{307}", "i", "i"),
    ])
    func foldings(text: String, exact: String, near: String, template: String) {
        let bytes = Array(text.utf8)
        #expect(Self.folded(bytes, .exact) == Array(exact.utf8))
        #expect(Self.folded(bytes, .near) == Array(near.utf8))
        #expect(Self.folded(bytes, .template) == Array(template.utf8))
    }

    @Test func invalidBytesPassThrough() {
        let bytes: [UInt8] = [0x41, 0xFF, 0xED, 0xA0, 0x80, 0x41, 0xC3]
        for folding in Folding.allCases {
            #expect(Self.folded(bytes, folding) == [0x61, 0xFF, 0xED, 0xA0, 0x80, 0x61, 0xC3])
        }
    }

    @Test func aMegabyteOfMarksIsNotQuadratic() {
        let bytes = Array(String(repeating: "\u{301}\u{323}", count: 250_000).utf8)
        for folding in Folding.allCases {
            #expect(Self.folded(Array("a".utf8) + bytes, folding).count <= bytes.count + 1)
        }
    }
}
