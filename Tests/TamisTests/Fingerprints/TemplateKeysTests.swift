import CXXHash
import Testing

@testable import Tamis

@Suite struct TemplateKeysTests {
    private static func keys(_ utf8: [UInt8]) -> TemplateKeys {
        TemplateKeys(SegmentedDocument(Document(id: "text", utf8: utf8), levels: .paragraphs))
    }

    private static func key(_ line: String) -> UInt64? { keys(Array(line.utf8)).lines.first?.key }

    @Test(arguments: [
        ("Page 1 of 12 | Example News", "page 1 of 9 – example news"),
        ("© 2024 The Daily Example", "1999 THE DAILY EXAMPLE"),
        ("Read 1,024 comments here", "read 7 comments here…"),
    ])
    func linesOfOneTemplateHaveOneKey(line: String, other: String) {
        #expect(Self.key(line) != nil)
        #expect(Self.key(line) == Self.key(other))
    }

    @Test(arguments: ["Leave a reply", "1 2 3 4 5 6 7 8 9 10 11 12", "- - - - - - - - - - - -", "東京都千代田区"])
    func shortFoldingsHaveNone(line: String) {
        #expect(Self.key(line) == nil)
    }

    @Test func keysNameTheirLines() {
        let keys = Self.keys(Array("Home\nAll rights reserved.\n\nNews\nAll Rights Reserved".utf8))
        #expect(keys.lines.map(\.index) == [1, 3])
        #expect(keys.lines[0].key == keys.lines[1].key)
        #expect(keys.paragraphs.isEmpty)
    }

    @Test func paragraphsOfWrappedTextHaveKeysOfTheirOwn() {
        var random = RandomText(seed: 4)
        var utf8: [UInt8] = []
        for _ in 0..<4 { utf8 += FastSegmentationTests.wrapped(random.prose(wordCount: 60), at: 60) + [0x0A, 0x0A] }
        let document = SegmentedDocument(Document(id: "wrapped", utf8: utf8), levels: .paragraphs)
        #expect(document.isHardWrapped)
        #expect(Self.keys(utf8).paragraphs.map(\.index) == Array(document.paragraphs.indices))
    }

    @Test func keysAreThoseOfTheDefinition() {
        for seed in 0..<UInt64(1000) {
            var random = RandomText(seed: seed)
            let utf8 = seed % 2 == 0 ? random.text(partCount: 60) : random.prose(wordCount: 40)
            let document = SegmentedDocument(Document(id: "random", utf8: utf8), levels: .paragraphs)
            let expected = document.lines.indices.compactMap { index -> TemplateKey? in
                var folded: [UInt8] = []
                Folding.template.append(document.lines[index].range, of: utf8.span, to: &folded)
                guard folded.count(where: { $0 & 0xC0 != 0x80 }) >= 15 else { return nil }
                return TemplateKey(key: tamis_xxh3_64(folded, folded.count, 0), index: index)
            }
            #expect(Self.keys(utf8).lines == expected, "seed \(seed)")
        }
    }
}
