import Testing

@testable import Tamis

/// A text that was changed has the segments of the new text, whichever of them were moved and whichever were cut anew.
struct ChangedSegmentsTests {
    @Test(arguments: [
        ("one\n⟦two\n⟧\nthree", ""), ("one\nt⟦w⟧o\n\nthree", ""), ("one⟦\ntwo⟧", ""), ("one\r⟦two\n⟧\nthree", ""),
        ("one⟦\n⟧two\nthree", ""), ("⟦one two. Three⟧ four.\nfive", " "), ("a\u{2028}⟦b⟧\u{2028}c", ""),
        ("⟦all of it\n⟧", ""), ("It’s here.\n⟦No\n⟧\n\nNaïve “words”. ⟦Two⟧ more.\n", ""),
        ("one\n\n⟦\n\n⟧two\n", ""), ("“Café”\n⟦tail\n⟧CAFÉ — noir\n", ""),
    ])
    func examples(marked: String, replacement: String) {
        var utf8: [UInt8] = []
        var changes: [TextChange] = []
        var start: Int?
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = utf8.count
            case "⟧":
                changes.append(TextChange(range: start!..<utf8.count, replacementCount: replacement.utf8.count))
            default: utf8 += Array(String(scalar).utf8)
            }
        }
        expectSame(utf8, changes, Array(replacement.utf8))
    }

    @Test func randomChanges() {
        var articles = RandomArticle(random: RandomText(seed: 31))
        for _ in 0..<3000 {
            let utf8 = articles.next()
            let text = SegmentedDocument(Document(id: "", utf8: utf8), levels: .all)
            var changes: [TextChange] = []
            var cursor = 0
            while cursor < utf8.count, changes.count < 6 {
                let start = cursor + Int.random(in: 0...200, using: &articles.random)
                guard start < utf8.count else { break }
                var range = start..<utf8.count
                let line = text.lines.first { $0.range.lowerBound >= range.lowerBound }
                if let line, Bool.random(using: &articles.random) {
                    range = line.range.lowerBound..<line.end
                } else {
                    let length = Int.random(in: 1...40, using: &articles.random)
                    range = range.lowerBound..<min(range.lowerBound + length, utf8.count)
                }
                let isReplaced = range.count > 1 && Int.random(in: 0..<4, using: &articles.random) == 0
                changes.append(TextChange(range: range, replacementCount: isReplaced ? 1 : 0))
                cursor = range.upperBound
            }
            expectSame(utf8, changes, [UInt8(ascii: "x")])
        }
    }

    private func expectSame(_ utf8: [UInt8], _ changes: [TextChange], _ replacement: [UInt8]) {
        var changed: [UInt8] = []
        var cursor = 0
        for change in changes {
            changed += utf8[cursor..<change.range.lowerBound] + replacement.prefix(change.replacementCount)
            cursor = change.range.upperBound
        }
        changed += utf8[cursor...]
        for levels in [SegmentLevels.all, .lines, .paragraphs, [.words]] {
            let old = SegmentedDocument(Document(id: "", utf8: utf8), levels: levels)
            let (text, origins) = old.changed(by: changes, to: changed)
            let fresh = SegmentedDocument(Document(id: "", utf8: changed), levels: levels)
            #expect(text.isHardWrapped == fresh.isHardWrapped && text.document.utf8 == changed)
            #expect(rows(text.lines, of: text) == rows(fresh.lines, of: fresh), "\(changes) of \(utf8)")
            #expect(rows(text.paragraphs, of: text) == rows(fresh.paragraphs, of: fresh))
            #expect(rows(text.sentences, of: text) == rows(fresh.sentences, of: fresh))
            #expect(
                text.words.map { [UInt64($0.start), UInt64($0.end), $0.hash] }
                    == fresh.words.map { [UInt64($0.start), UInt64($0.end), $0.hash] })
            #expect(origins.count == text.lines.count)
            for (line, origin) in zip(text.lines, origins) where origin >= 0 {
                #expect(old.document.utf8[old.lines[origin].range] == changed[line.range])
            }
        }
    }

    /// All that a segment says, with its folded bytes in the place of where they stand.
    private func rows(_ segments: [Segment], of text: SegmentedDocument) -> [Row] {
        segments.map {
            Row(
                range: $0.range, end: $0.end, words: $0.words, key: $0.key, folded: Array(text.folded[$0.foldedRange]))
        }
    }

    private struct Row: Equatable {
        let range: ByteRange
        let end: Int
        let words: Range<Int>
        let key: Key
        let folded: [UInt8]
    }
}
