import Testing

@testable import Tamis

@Suite struct SegmentedDocumentTests {
    static func segmented(_ text: String) -> SegmentedDocument {
        SegmentedDocument(Document(id: "test", utf8: Array(text.utf8)), levels: .all)
    }

    static func texts(_ ranges: [ByteRange], of document: SegmentedDocument) -> [String] {
        ranges.map { String(decoding: document.document.utf8[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("one\ntwo", ["one", "two"]),
        ("one\r\n\r\n two \rthree\u{85}four\u{2028}five\u{2029}", ["one", " two ", "three", "four", "five"]),
        ("\n \t\u{A0}\u{200B}\n", []),
        ("a\u{B}b\u{C}c\n", ["a\u{B}b\u{C}c"]),
    ])
    func lines(text: String, expected: [String]) {
        let document = Self.segmented(text)
        #expect(Self.texts(document.lines.map(\.range), of: document) == expected)
    }

    @Test(arguments: [
        ("It's 3.14, a re-run!", ["It's", "3.14", "a", "re", "run"]),
        ("東京タワーへ go", ["東", "京", "タ", "ワ", "ー", "へ", "go"]),
        ("ภาษา 1,024", ["ภ", "า", "ษ", "า", "1,024"]),
        ("snake_case — ½ ☃ éa\u{301}", ["snake_case", "½", "éa\u{301}"]),
    ])
    func words(text: String, expected: [String]) {
        let document = Self.segmented(text)
        let ranges = document.words.map { Int($0.start)..<Int($0.end) }
        #expect(Self.texts(ranges, of: document) == expected)
        #expect(document.wordCount(in: 0..<text.utf8.count) == expected.count)
    }

    @Test(arguments: [
        (
            "Am 5. Februar und im 19. Jahrhundert. Vom 3. und 4. Platz. Er war 42. Danach war sie am 7. Der Rest.",
            [
                "Am 5. Februar und im 19. Jahrhundert.", "Vom 3. und 4. Platz.", "Er war 42.", "Danach war sie am 7.",
                "Der Rest.",
            ]
        ),
        ("Dr. Who paid $3.50. Did he? “Yes.” He did.", ["Dr. Who paid $3.50.", "Did he?", "“Yes.”", "He did."]),
        (
            "It has come to A.I. The rest of the U.S. Army, e.g. J. K. Rowling.",
            ["It has come to A.I.", "The rest of the U.S. Army, e.g. J. K. Rowling."]
        ),
        ("今日は。元気？はい！", ["今日は。", "元気？", "はい！"]),
        ("Wait... what? See No. 5 at 10 a.m. on Jan. 3.", ["Wait... what?", "See No. 5 at 10 a.m. on Jan. 3."]),
        ("1. First point. Second.", ["1. First point.", "Second."]),
        ("Sie kostet 5 Mio. Euro. Das ist viel.", ["Sie kostet 5 Mio. Euro.", "Das ist viel."]),
    ])
    func sentences(text: String, expected: [String]) {
        let document = Self.segmented(text)
        #expect(Self.texts(document.sentences.map(\.range), of: document) == expected)
    }
}
