import Tamis
import Testing

/// Texts that nobody wrote: every signal answers, within its range, without a trap.
@Suite struct HostileTextTests {
    private func values(_ utf8: [UInt8]) -> SignalValues {
        measure(SegmentedDocument(Document(id: "hostile", utf8: utf8), levels: .all), signals: Signal.all)
    }

    @Test func millionIdenticalWords() {
        let count = 1_000_000
        let text = Array(repeatElement(Array("spam ".utf8), count: count).joined())
        let signals = Signal.all.filter { $0.needs.contains(.words) }
        let values = measure(SegmentedDocument(Document(id: "", utf8: text), levels: .words), signals: signals)
        #expect(values["word_count"] == Double(count))
        #expect(values["unique_word_fraction"] == 1 / Double(count))
        #expect(values["unigram_entropy"] == 0)
        #expect(values["distinct_2_fraction"] == 1 / Double(count - 1))
        #expect(values["distinct_20_fraction"] == 1 / Double(count - 19))
        #expect(values["excess_word_5gram_char_fraction"] == Double(count - 1) / Double(count))
    }

    @Test func hundredThousandCombiningMarks() {
        let text = "a" + String(repeating: "\u{301}", count: 100_000)
        let values = values(Array(text.utf8))
        #expect(values["char_count"] == 100_001)
        #expect(values["word_count"] == 1)
        #expect(values["mean_word_length"] == 100_001)
    }

    @Test func bytesThatAreNotUTF8CountOneByOne() {
        let values = values([0x61, 0xFF, 0xE6, 0x9D, 0x62, 0xC3, 0xA9, 0x80])
        #expect(values["char_count"] == 7)
        #expect(values["non_ascii_fraction"] == 5.0 / 7)
        #expect(values["mean_line_length"] == 7)
    }

    /// A sequence that lies across the borders of blocks and words of bits.
    @Test(arguments: 0..<70)
    func charactersAreCountedAtEveryOffset(_ offset: Int) throws {
        let text = String(repeating: "x", count: 190 + offset) + "東京\nй" + String(repeating: "é", count: offset)
        #expect(try measured("char_count", Array(text.utf8)) == Double(text.unicodeScalars.count))
        #expect(try measured("mean_line_length", Array(text.utf8)) == Double(text.unicodeScalars.count - 1) / 2)
        let nonASCIICount = text.unicodeScalars.count { $0.value > 0x7F }
        let fraction = Double(nonASCIICount) / Double(text.unicodeScalars.count)
        #expect(try measured("non_ascii_fraction", Array(text.utf8)) == fraction)
    }

    @Test(arguments: ["<a", "a=\"", "a='\"", "&a", "a=", "<!", "<a b=\"&#"])
    func unclosedMarkupTakesLinearTime(_ opening: String) throws {
        let text = String(repeating: opening, count: 200_000)
        let value = try #require(try measured("markup_fraction", Array(text.utf8)))
        #expect((0...1).contains(value))
    }
}
