import Testing

@testable import Tamis

@Suite struct TemplateVoteTests {
    private static func vote(_ text: String) -> TemplateVote? {
        TemplateVote(Array(text.utf8))
    }

    private static func article(_ seed: UInt64, wordCount: Int = 80) -> String {
        var random = RandomText(seed: seed)
        return (0..<wordCount).map { _ in "word\(random.next() % 5000)" }.joined(separator: " ")
    }

    @Test(arguments: ["", "   ", "only four words here"])
    func aTextUnderFiveWordsHasNone(text: String) {
        #expect(Self.vote(text) == nil)
    }

    @Test func menusAndShortLinesDoNotChangeIt() {
        let article = Self.article(1)
        #expect(Self.vote("Home\nNews\nSport today\n\(article)\nTerms of use, privacy") == Self.vote(article))
    }

    @Test func aTextOfShortLinesVotesAsAWhole() {
        let lines = "The gate is open now.\nThe sea is calm today.\nWe sail in the morning."
        #expect(Self.vote(lines) != nil)
        #expect(Self.vote(lines) == Self.vote(lines.replacing("\n", with: " ")))
    }

    @Test func fiftyArticlesHaveFiftyVotes() {
        let votes = (0..<UInt64(50)).compactMap { Self.vote(Self.article($0)) }
        for permutation in 0..<TemplateVote.permutationCount {
            #expect(Set(votes.map { $0.minima[permutation] }).count == 50)
        }
    }

    @Test func copiesWithSmallEditsHaveFewVotes() {
        let words = Self.article(7, wordCount: 400).split(separator: " ")
        let votes = (0..<50).compactMap { copy in
            var edited = words
            edited[copy * 8] = "edited"
            return Self.vote(edited.joined(separator: " "))
        }
        let counts = (0..<TemplateVote.permutationCount).map { permutation in
            Set(votes.map { $0.minima[permutation] }).count
        }
        #expect(counts.min()! <= 3)
    }

    /// The recorded permutations; the values of a signature take the first 128 numbers.
    @Test func minimaAreTheSmallestPermutedShingles() {
        let text = Self.article(3)
        let words = SegmentedDocument(Document(id: "text", utf8: Array(text.utf8)), levels: .words).words
        var numbers = RandomText(seed: 0x54_616D_6973)
        for _ in 0..<128 { _ = numbers.next() }
        let expected = (0..<TemplateVote.permutationCount).map { _ in
            let (factor, addend) = (numbers.next() | 1, numbers.next())
            return Shingles.hashes(of: words).map { $0 &* factor &+ addend }.min()!
        }
        #expect(Self.vote(text)?.minima == SIMD3(expected))
    }
}
