import Tamis
import Testing

@Suite struct SummaryTests {
    private let rules = ["markup-fragment", "repeated-line"]

    @Test func addsUp() {
        var summary = Summary(rules: rules)
        summary.addInput(byteCount: 100)
        summary.addDuplicates(tally("Home\nNews\nHome\n"))
        summary.addFindings(rule: 1, count: 1, characterCount: 4)
        summary.addOutcome(.changed, byteCount: 95)
        summary.addInput(byteCount: 7)
        #expect(!summary.isConserved)
        summary.addOutcome(.rejected, byteCount: 0)
        #expect(summary.isConserved)
        #expect(summary.readCount == 2)
        #expect(summary.changedCount == 1)
        #expect(summary.rejectedCount == 1)
        #expect(summary.inputByteCount == 107)
        #expect(summary.outputByteCount == 95)
        #expect(summary.findingCounts == [0, 1])
        #expect(summary.cutCharacterCounts == [0, 4])
        #expect(summary.duplicates.lines.excessFraction == 1.0 / 3)
        #expect(summary.duplicates.lines.memberFraction == 2.0 / 3)
        #expect(summary.duplicates.lines.excessCharacterFraction == 4.0 / 12)
    }

    @Test func emptyRunHasNoFractions() {
        let level = Summary(rules: rules).duplicates.sentences
        #expect(level.excessFraction == nil)
        #expect(level.memberFraction == nil)
        #expect(level.excessCharacterFraction == nil)
        #expect(level.memberCharacterFraction == nil)
        #expect(Summary(rules: rules).isConserved)
    }

    @Test func partsMergeInAnyGroupingAndOrder() throws {
        var random = RandomText(seed: 3)
        for _ in 0..<300 {
            let (a, b, c) = (part(using: &random), part(using: &random), part(using: &random))
            let leftFirst = try merged(merged(a, b), c)
            #expect(try merged(a, merged(b, c)) == leftFirst)
            #expect(try merged(merged(c, a), b) == leftFirst)
            #expect(try merged(leftFirst, Summary(rules: rules)) == leftFirst)
            #expect(leftFirst.isConserved)
        }
    }

    @Test func otherRulesDoNotMerge() {
        var summary = Summary(rules: rules)
        let error = #expect(throws: Summary.DifferentRules.self) { try summary.merge(Summary(rules: ["repair"])) }
        #expect(error?.description.contains("same settings") == true)
    }

    @Test func copiesAreCountedByLevel() {
        let tally = tally("It rained. It rained.\n\nWe left.\n\nWe left.\n")
        #expect(tally.lines.count == 3)
        #expect(tally.lines.excessCount == 1)
        #expect(tally.sentences.count == 4)
        #expect(tally.sentences.excessCount == 2)
        #expect(tally.sentences.memberCount == 4)
        #expect(tally.sentences.memberCharacterCount == 36)
    }

    private func tally(_ text: String) -> DuplicateTally {
        DuplicateTally(SegmentedDocument(Document(id: "", utf8: Array(text.utf8)), levels: .all))
    }

    private func merged(_ first: Summary, _ second: Summary) throws -> Summary {
        var sum = first
        try sum.merge(second)
        return sum
    }

    private func part(using random: inout RandomText) -> Summary {
        var summary = Summary(rules: rules)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            summary.addInput(byteCount: Int.random(in: 0...1_000, using: &random))
            let lines = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                "line \(Int.random(in: 0...3, using: &random))"
            }
            summary.addDuplicates(tally(lines.joined(separator: "\n")))
            summary.addFindings(
                rule: Int.random(in: 0...1, using: &random), count: 1,
                characterCount: Int.random(in: 0...90, using: &random))
            summary.addOutcome(
                Summary.Outcome.allCases.randomElement(using: &random)!,
                byteCount: Int.random(in: 0...900, using: &random))
        }
        return summary
    }
}
