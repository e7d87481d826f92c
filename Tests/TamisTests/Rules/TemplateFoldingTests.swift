import Testing

@testable import Tamis

/// The fast template folding of phrases is the folding of the keys.
struct TemplateFoldingTests {
    @Test(arguments: [
        "", "  ", "5 min read", "- Advertisement -", "Name*", "10:30", "a 1,024 b", "1 2a3", "12 monkeys & 3", "x1y22z",
        "A\tB", "1-",
        "a_b", "It's", "a.1.2.b", "0", "1 . 2 , c",
    ])
    func equalsTheDefinition(text: String) {
        let utf8 = Array(text.utf8)
        #expect(fast(utf8) == definition(utf8))
    }

    @Test func equalsTheDefinitionForRandomASCII() {
        var generator = RandomText(seed: 11)
        for _ in 0..<2_000 {
            let utf8 = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 0x20..<0x7F, using: &generator)
            }
            #expect(fast(utf8) == definition(utf8))
        }
    }

    @Test func equalsTheDefinitionWithDashesQuotesAndAccents() {
        var generator = RandomText(seed: 12)
        let pieces = ["é", "Ñ", "–", "“", "’", "·", "…", "a", "B", "7", "42", " ", ",", "  ", "x-y"]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }.joined()
            let utf8 = Array(text.utf8)
            #expect(fast(utf8) == definition(utf8), "\(text)")
        }
    }

    @Test(arguments: ["a\u{1}b", "\u{7F}", "½", "東京", "e\u{301}"])
    func leavesTheRestToTheDefinition(text: String) {
        #expect(fast(Array(text.utf8)) == nil)
    }

    private func fast(_ utf8: [UInt8]) -> [UInt8]? {
        utf8.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
                TemplateFolding.fold(0..<bytes.count, of: bytes, into: buffer).map { Array(buffer[..<$0]) }
            }
        }
    }

    private func definition(_ utf8: [UInt8]) -> [UInt8] {
        var folded: [UInt8] = []
        Folding.template.append(0..<utf8.count, of: utf8.span, to: &folded)
        return folded
    }
}
