import Testing

@testable import Tamis

@Suite struct UnicodeBreakTests {
    static let wordFile = "auxiliary/WordBreakTest.txt"
    static let sentenceFile = "auxiliary/SentenceBreakTest.txt"

    @Test(.enabled(if: UnicodeData.has(wordFile), "needs Debian's unicode-data"))
    func wordsFollowUAX29() throws {
        var checkedCount = 0
        for row in try UnicodeData.rows(Self.wordFile) {
            let segments = UnicodeData.segments(row)
            if segments.joined().contains(where: { ScalarProperties(of: $0).isSingleCharacterWord }) { continue }
            // Where UAX #29 ties an emoji to a letter by a joiner (WB3c), a word here ends with its letters.
            let isTied = segments.joined().contains { ScalarProperties(of: $0).isPictographic }
            if isTied, segments.joined().contains(0x200D) { continue }
            let expected = segments.filter { $0.contains { ScalarProperties(of: $0).isAlphanumeric } }
            let document = SegmentedDocument(
                Document(id: row, utf8: UnicodeData.utf8(Array(segments.joined()))), levels: .words)
            let words = document.words.map { Array(document.document.utf8[Int($0.start)..<Int($0.end)]) }
            #expect(words == expected.map(UnicodeData.utf8), "\(row)")
            checkedCount += 1
        }
        #expect(checkedCount > 1000)
    }

    @Test(.enabled(if: UnicodeData.has(sentenceFile), "needs Debian's unicode-data"))
    func sentencesFollowUAX29() throws {
        var checkedCount = 0
        for row in try UnicodeData.rows(Self.sentenceFile) {
            let segments = UnicodeData.segments(row)
            let lineEnds: Set<UInt32> = [0xA, 0xD, 0x85, 0x2028, 0x2029]
            if segments.joined().contains(where: lineEnds.contains) { continue }
            let bytes = UnicodeData.utf8(Array(segments.joined()))
            let sentences = bytes.withUnsafeBufferPointer { utf8 in
                TextBlocks.with(utf8) { text in
                    let breaker = SentenceBreaker(text: text, end: utf8.count)
                    var result: [[UInt8]] = []
                    var start = 0
                    while start < utf8.count {
                        let next = breaker.nextSentence(from: start)
                        result.append(Array(utf8[start..<next]))
                        start = next
                    }
                    return result
                }.result
            }
            #expect(sentences == segments.map(UnicodeData.utf8), "\(row)")
            checkedCount += 1
        }
        #expect(checkedCount > 300)
    }
}
