import Testing

@testable import Tamis

@Suite struct FingerprintTests {
    private static func fingerprint(_ utf8: [UInt8]) -> Fingerprint {
        Fingerprint(utf8, banding: Banding(threshold: 0.8))
    }

    private static func fingerprint(_ text: String) -> Fingerprint { fingerprint(Array(text.utf8)) }

    private static let paragraph = "The council met on Monday and agreed to mend the old bridge."

    @Test(arguments: [
        "The old bridge will be mended.", "the  OLD\tbridge\n\nwill be\r\nmended.",
        " \nThe old\u{A0}bridge will be\nmended.\n\n",
    ])
    func whiteSpaceAndCaseDoNotCount(text: String) {
        #expect(Self.fingerprint(text).exactKey == Self.fingerprint("The old bridge will be mended.").exactKey)
    }

    @Test(arguments: [
        "The old bridge will be mended", "The old bridge willbe mended.", "The öld bridge will be mended.",
    ])
    func everythingElseDoes(text: String) {
        #expect(Self.fingerprint(text).exactKey != Self.fingerprint("The old bridge will be mended.").exactKey)
    }

    @Test(arguments: ["", " ", "\n\r\n\t", "\u{200B}", "!!!", "— — —"])
    func textsWithoutWordsHaveNoKeys(text: String) {
        let fingerprint = Self.fingerprint(text)
        #expect(fingerprint.exactKey == nil)
        #expect(fingerprint.bandKeys.isEmpty && fingerprint.paragraphKeys.isEmpty && fingerprint.shingles.isEmpty)
    }

    @Test func fewerThanFiveWordsHaveOnlyTheExactKey() {
        let fingerprint = Self.fingerprint("Only four words here")
        #expect(fingerprint.exactKey != nil)
        #expect(fingerprint.bandKeys.isEmpty && fingerprint.shingles.isEmpty)
        #expect(Self.fingerprint("Now there are five words").bandKeys.count == 20)
    }

    @Test func paragraphsOfTenWordsHaveKeysOnceEach() {
        let text =
            "\(Self.paragraph)\nShort line.\n\(Self.paragraph.uppercased())\nThe mayor said that the work would begin in early spring."
        let fingerprint = Self.fingerprint(text)
        #expect(fingerprint.paragraphKeys.count == 2)
        #expect(fingerprint.paragraphKeys == fingerprint.paragraphKeys.sorted())
        #expect(fingerprint.paragraphKeys.contains(Self.fingerprint(Self.paragraph).paragraphKeys[0]))
    }

    @Test func bandKeysAndParagraphKeysNeverMeet() {
        var random = RandomText(seed: 5)
        for _ in 0..<50 {
            let fingerprint = Self.fingerprint(random.prose(wordCount: 60))
            #expect(fingerprint.bandKeys.allSatisfy { $0 >> 63 == 0 })
            #expect(!fingerprint.paragraphKeys.isEmpty && fingerprint.paragraphKeys.allSatisfy { $0 >> 63 == 1 })
        }
    }

    @Test func charactersAreScalars() {
        #expect(Self.fingerprint("Grüße, 世界 🙂\n").characterCount == 12)
        #expect(Self.fingerprint(String(repeating: "é", count: 700)).characterCount == 700)
    }

    @Test func exactKeyIsThatOfTheWholeFolding() {
        for seed in 0..<UInt64(500) {
            var random = RandomText(seed: seed)
            let utf8 = random.text(partCount: 60)
            let document = SegmentedDocument(Document(id: "random", utf8: utf8), levels: [.words, .paragraphs])
            var whole: [UInt8] = []
            Folding.exact.append(0..<utf8.count, of: utf8.span, to: &whole)
            let expected = document.words.isEmpty ? nil : Key(hashing: whole.span)
            #expect(Self.fingerprint(utf8).exactKey == expected, "seed \(seed)")
            let keys = document.paragraphs.filter { $0.words.count >= Fingerprint.leastParagraphWordCount }.map(\.key)
            #expect(Set(keys.map { $0.low ^ $0.high | 1 << 63 }).isSubset(of: Self.fingerprint(utf8).paragraphKeys))
        }
    }

    @Test func lessDetailLeavesPartsOutAndChangesNone() {
        for seed in 0..<UInt64(300) {
            var random = RandomText(seed: seed)
            let utf8 = random.text(partCount: seed % 3 == 0 ? 2 : 40)
            let banding = Banding(threshold: 0.8)
            let whole = Fingerprint(utf8, banding: banding, seed: 7)
            let signature = Fingerprint(utf8, banding: banding, seed: 7, detail: [.exactKey, .signature])
            let exact = Fingerprint(utf8, banding: banding, seed: 7, detail: .exactKey)
            #expect(signature.exactKey == whole.exactKey && exact.exactKey == whole.exactKey, "seed \(seed)")
            #expect(signature.bandKeys == whole.bandKeys && signature.shingles == whole.shingles)
            #expect(signature.paragraphKeys.isEmpty)
            #expect(exact.bandKeys.isEmpty && exact.shingles.isEmpty && exact.paragraphKeys.isEmpty)
            #expect(exact.characterCount == whole.characterCount)
        }
    }
}
