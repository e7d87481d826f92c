import Testing

@testable import Tamis

/// Overlapping matches are clipped in the order in which rules are credited.
///
/// Each row: what rules take of `0123456789`, in order; and who has which byte in the end.
@Suite struct EditsTests {
    @Test(arguments: [
        ([[2..<5], [7..<9]], "..aaa..bb."),
        ([[2..<5], [3..<9]], "..aaabbbb."),
        ([[2..<5], [0..<9]], "bbaaabbbb."),
        ([[3..<4, 6..<7], [0..<10]], "bbbabbabbb"),
        ([[0..<10], [2..<5]], "aaaaaaaaaa"),
        ([[0..<10], [1..<2, 3..<4, 5..<6]], "aaaaaaaaaa"),
        ([[1..<8], [0..<2, 3..<4, 7..<10]], "baaaaaaabb"),
        ([[2..<4], [4..<6], [0..<10]], "ccaabbcccc"),
        ([[], [1..<2]], ".b........"),
    ])
    func theEarlierRuleIsCredited(takes: [[ByteRange]], owners: String) {
        var edits = Edits()
        for (name, ranges) in zip(["a", "b", "c"], takes) {
            edits.add(ranges.map { .cut($0, .debris("test")) }, rule: name)
        }
        var drawn = [Character](repeating: ".", count: 10)
        var end = 0
        for edit in edits.list {
            #expect(edit.range.lowerBound >= end && !edit.range.isEmpty)
            end = edit.range.upperBound
            for offset in edit.range { drawn[offset] = Character(edits.rule(of: edit)) }
        }
        #expect(String(drawn) == owners)
    }

    @Test func aReplacementThatLosesBytesIsGivenUp() {
        let evidence = Evidence.debris("test")
        var edits = Edits()
        edits.add([.cut(4..<6, evidence)], rule: "a")
        edits.add([.replace(0..<2, by: [0x20], evidence), .replace(5..<8, by: [0x20], evidence)], rule: "b")
        #expect(edits.list.map(\.range) == [0..<2, 4..<6])
    }

    @Test func halvesOfACharacterAreNotBroughtTogether() {
        // A lone high surrogate, a line to cut, a lone low surrogate, as WTF-8.
        let utf8: [UInt8] = [0xED, 0xA0, 0xBE] + Array("xx".utf8) + [0xED, 0xB6, 0x86]
        var edits = Edits()
        edits.add([.cut(3..<5, .debris("test"))], rule: "a")
        edits.spareJoinedCharacters(in: utf8)
        #expect(edits.isEmpty)
        edits.add([.cut(3..<4, .debris("test"))], rule: "a")
        edits.spareJoinedCharacters(in: utf8)
        #expect(edits.list.map(\.range) == [3..<4])
    }

    @Test(
        arguments: [
            ([0xC2], [0x80], true), ([0xE2, 0x80], [0x99], true), ([0xF0, 0x9F], [0x98, 0x80], true),
            ([0x61], [0x80], false), ([0xC3, 0xA9], [0x80], false), ([0xC2], [0xC2, 0x80], false), ([], [0x80], false),
        ] as [([UInt8], [UInt8], Bool)])
    func partsOfACharacterAreNotBroughtTogether(before: [UInt8], after: [UInt8], isSpared: Bool) {
        let cut = before.count..<before.count + 2
        var edits = Edits()
        edits.add([.cut(cut, .debris("test"))], rule: "a")
        edits.spareJoinedCharacters(in: before + Array("xx".utf8) + after)
        #expect(edits.list.map(\.range) == (isSpared ? [] : [cut]))
    }

    @Test func cuttingACharacterMakesNoOther() {
        // U+0080 inside what would be U+0080 twice more.
        let bytes: [UInt8] =
            Array("A line.\nHere ".utf8) + [0xC2, 0xC2, 0xC2, 0x80, 0x80, 0x80] + Array(" it is.\n".utf8)
        let cleaned = Pipeline(settings: Settings()).clean(Document(id: "", utf8: bytes))
        #expect(cleaned.utf8 == bytes)
    }
}
