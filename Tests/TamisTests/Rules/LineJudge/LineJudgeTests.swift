import Testing

@testable import Tamis

/// What the judge sees in lines, and that what it says holds together.
@Suite struct LineJudgeTests {
    private func table(_ text: String) -> LineTable {
        let segmented = SegmentedDocument(Document(id: "", utf8: Array(text.utf8)), levels: .words)
        return LineTable(segmented, LineJudge.shared.readings(of: segmented, hits: PhraseHits(in: segmented)))
    }

    @Test(arguments: [
        ("By Ann Lee | 5 May 2024", LineSlot.wordCount, 5), ("By Ann Lee | 5 May 2024", .separators, 1),
        ("© 2024 The Valley Review", .address, 2), ("www.example.org", .address, 4), ("HomeAboutContact", .glue, 2),
        ("• one", .opening, ByteClass.separator.rawValue), ("1. one", .opening, ByteClass.colon.rawValue),
        ("“Yes.”", .ending, ByteClass.stop.rawValue), ("“Yes.”", .opening, ByteClass.quote.rawValue),
        ("What is it?", .ending, ByteClass.money.rawValue), ("Read more…", .ending, ByteClass.dash.rawValue),
        ("at 10:30", .digits, 13),
    ])
    func aLineHasItsShape(line: String, slot: LineSlot, value: Int) {
        #expect(Int(table(line).values(ofLine: 0)[slot.rawValue]) == value)
    }

    @Test func copiesAreCountedAndPlaced() {
        let copies = table("a\nb\nb\na\nc")
        #expect((0..<5).map { copies.columns.copies[$0] } == [1, 1, 9, 5, 0])
        #expect((0..<5).map { copies.columns.first_copy[$0] } == [0, 1, 1, 0, 4])
    }

    @Test func octavesShareAndScoresFallIntoBins() {
        #expect(
            [0, 1, 3, 4, 5, 6, 7, 8, 12, 1000].map { octaveBin($0, limit: 19) } == [0, 1, 3, 4, 4, 5, 5, 6, 7, 19])
        #expect([0, 1, 5, 9, 10].map { shareBin($0, of: 10, steps: 5) } == [0, 1, 3, 4, 5])
        #expect([-1000, -1, 0, 1000].map { scoreBin($0, width: 10, count: 8) } == [0, 3, 4, 7])
    }

    /// The same run of short lines is a list beside an article and a menu with words of furniture in it.
    @Test func aRunWithoutWordsOfFurnitureIsAList() {
        let towns = [
            "Amberley", "Brackwater", "Coldmoor", "Dunwick", "Eastfold", "Farrowby", "Greywell", "Hartleigh",
            "Inverlune",
            "Kestrow", "Langmere", "Marlock", "Netherby", "Oakhanger", "Penwith", "Quarrendon", "Ravensholt",
            "Stanmoor",
        ]
        let items = towns.enumerated().map { "\($0 + 3) miles of the river bank near \($1)" }
        let prose =
            "The river board met on Monday and agreed to mend the banks before the winter, which pleased the farmers."
        func lists(_ lines: [String]) -> [Bool] {
            let text = SegmentedDocument(
                Document(id: "", utf8: Array(lines.joined(separator: "\n").utf8)), levels: .words)
            return LineJudge.shared.verdicts(
                of: text, LineJudge.shared.readings(of: text, hits: PhraseHits(in: text))
            ).runs.isList
        }
        #expect(lists([prose] + items + [prose]) == [false] + items.map { _ in true } + [false])
        #expect(lists([prose] + items + items).isEmpty)
        let link = "Subscribe to our newsletter"
        let interrupted = lists([prose] + items.prefix(4) + [link] + items.suffix(4) + [prose])
        #expect(interrupted == [false] + (0..<9).map { $0 != 4 } + [false])
        #expect(lists([prose] + items.prefix(4) + [link, link] + items.suffix(4)).isEmpty)
    }

    /// A value outside its slot would read the weights of another.
    @Test func everyValueLiesInItsSlot() {
        var articles = RandomArticle(random: RandomText(seed: 11))
        for _ in 0..<800 {
            let text = SegmentedDocument(Document(id: "", utf8: articles.next()), levels: .words)
            let verdicts = LineJudge.shared.verdicts(
                of: text, LineJudge.shared.readings(of: text, hits: PhraseHits(in: text)))
            for index in text.lines.indices {
                for (slot, value) in zip(LineSlot.allCases, verdicts.context.values(ofLine: index)) {
                    #expect(value < slot.valueCount, "\(slot) has \(value)")
                }
            }
        }
    }

    @Test func theTableHasItsLengthAndAnotherIsRefused() {
        LineWeights.encoded.withUTF8Buffer { encoded in
            #expect(encoded.count == LineWeights.encodedCount && encoded.count <= 100_000)
            #expect(LineWeights(encoded: UnsafeBufferPointer(rebasing: encoded.dropLast())) == nil)
        }
    }

    @Test func levelsHaveNamesAndFallInCaution() {
        let levels = FurnitureLevel.allCases
        #expect(levels.map(\.name) == ["gentle", "standard", "strict"])
        #expect(levels.allSatisfy { FurnitureLevel(name: $0.name) == $0 && $0.pageThreshold < $0.extractThreshold })
        #expect(FurnitureLevel(name: "harsh") == nil)
        for (gentler, stricter) in zip(levels, levels.dropFirst()) {
            #expect(gentler.pageThreshold > stricter.pageThreshold)
            #expect(gentler.extractThreshold > stricter.extractThreshold)
        }
    }
}
