import Tamis
import Testing

@Suite struct FamilyComparisonTests {
    @Test(arguments: FamilyComparison.all.map(\.question)) func answersExistAndHaveAReason(question: String) throws {
        let comparison = try #require(FamilyComparison.all.first { $0.question == question })
        #expect(question.hasSuffix("?") && comparison.reason.hasSuffix("."))
        #expect(comparison.signals.count >= 2 && Set(comparison.signals).count == comparison.signals.count)
        for name in comparison.signals { #expect(Signal.named(name)?.count == 1, "\(name)") }
    }
}
