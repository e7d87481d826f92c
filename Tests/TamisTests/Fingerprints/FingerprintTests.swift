import Testing

@testable import Tamis

@Suite struct FingerprintTests {
    private static func fingerprint(_ utf8: [UInt8]) -> Fingerprint {
        let document = SegmentedDocument(Document(id: "text", utf8: utf8), levels: [.words, .paragraphs])
        return Fingerprint(document, banding: Banding(threshold: 0.8))
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

    /// The whole text's folding, except that what folds to nothing between two line ends counts for one of them.
    @Test func exactKeyIsThatOfTheFoldedLines() {
        for seed in 0..<UInt64(500) {
            var random = RandomText(seed: seed)
            let utf8 = random.text(partCount: 60)
            let document = SegmentedDocument(Document(id: "random", utf8: utf8), levels: [.words, .paragraphs])
            let lines = document.lines.map { line in
                var folded: [UInt8] = []
                Folding.exact.append(line.range, of: utf8.span, to: &folded)
                return folded
            }
            let whole = Array(lines.joined(separator: [0x20]))
            let expected = document.words.isEmpty ? nil : Key(hashing: whole.span)
            #expect(Self.fingerprint(utf8).exactKey == expected, "seed \(seed)")
        }
    }
}
