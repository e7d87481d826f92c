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
            for offset in edit.range { drawn[offset] = Character(edit.rule) }
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
        edits.sparePairsOfSurrogates(in: utf8)
        #expect(edits.isEmpty)
        edits.add([.cut(3..<4, .debris("test"))], rule: "a")
        edits.sparePairsOfSurrogates(in: utf8)
        #expect(edits.list.map(\.range) == [3..<4])
    }
}
