import Testing

@testable import Tamis

@Suite struct FirstCopyTests {
    /// Lines of 300 bytes that differ and have one XXH3-128 with seed 0.
    ///
    /// XXH3 multiplies the halves of a word of the text, each mixed with its secret: four bytes equal to the secret make
    /// the product 0, and what is left is a sum, which the other four bytes of two such words can keep.
    static func linesOfOneKey(count: Int) -> [[UInt8]] {
        (0..<count).map { number in
            let words = "and the boat went out to sea at noon with the men of the town, "
            var line = Array(String(repeating: words, count: 5).utf8.prefix(300))
            line.replaceSubrange(0..<4, with: [0xB8, 0xFE, 0x6C, 0x39])
            line.replaceSubrange(128..<132, with: [0xDE, 0xD4, 0x6D, 0xE9])
            var rest = number
            for place in 4..<8 {
                line[place] = UInt8(ascii: "a") + UInt8(rest % 26)
                line[128 + place] = UInt8(ascii: "z") - UInt8(rest % 26)
                rest /= 26
            }
            return line
        }
    }

    @Test func linesThatDifferAreNoCopiesThoughTheirKeysAreEqual() {
        let lines = Self.linesOfOneKey(count: 40)
        let text = SegmentedDocument(
            Document(id: "", utf8: Array((lines + [lines[7], lines[0]]).joined(separator: [0x0A]))), levels: .lines)
        #expect(Set(text.lines.map(\.key)).count == 1)
        #expect(text.firstCopies(of: text.lines) == Array(0..<40) + [7, 0])
    }
}
