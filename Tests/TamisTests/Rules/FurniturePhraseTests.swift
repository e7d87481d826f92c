import Testing

@testable import Tamis

/// Every row of the phrase tables, against the lines that stand beside it.
@Suite struct FurniturePhraseTests {
    @Test(arguments: FurniturePhrase.Kind.allCases)
    func aRowTakesItsMatchesAndLeavesItsMisses(kind: FurniturePhrase.Kind) {
        for row in FurniturePhrase.all where row.kind == kind {
            let index = PhraseIndex([row])
            for line in row.matches { #expect(takes(line, index), "'\(row.pattern)' leaves: \(line)") }
            for line in row.misses { #expect(!takes(line, index), "'\(row.pattern)' takes: \(line)") }
            #expect(!row.matches.isEmpty, "'\(row.pattern)' shows no line")
        }
    }

    @Test func aLineIsTakenByTheWholeTableToo() {
        let index = PhraseIndex(FurniturePhrase.all)
        for row in FurniturePhrase.all {
            for line in row.matches { #expect(takes(line, index), "\(line)") }
        }
    }

    @Test(arguments: [
        ("share", "SHARE", "Sharing"), ("share *", " ›› Share: now", "Shares now"),
        ("* cancel reply", "Leave a comment – Cancel reply!", "Cancel reply mode"),
        ("via * on *", "via Harbour News on Monday", "via Harbour News on"), ("via * on *", "via a b on c", "via on c"),
        ("0 min read", "12 min read", "a min read"),
        ("0 all *", "© 2020–2024 All", "2024 at all"), ("strasse", "Straße", "Strase"),
        ("share *", "share a b c d e f g h i", "share a b c d e f g h i j"),
    ])
    func foldingIsReal(pattern: String, taken: String, left: String) {
        let index = PhraseIndex([FurniturePhrase(.shareBar, .anywhere, pattern, matches: [taken])])
        #expect(takes(taken, index) && !takes(left, index))
    }

    private func takes(_ line: String, _ index: PhraseIndex) -> Bool {
        let utf8 = Array(line.utf8)
        let text = SegmentedDocument(Document(id: "", utf8: utf8), levels: .words)
        return text.words.withUnsafeBufferPointer { words in
            utf8.withUnsafeBufferPointer { bytes in
                text.lines.contains { index.hit($0, words, of: bytes) != nil }
            }
        }
    }
}
