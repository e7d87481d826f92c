import Foundation
import Testing

@testable import Tamis

@Suite struct NaturalLogarithmTests {
    @Test func agreesWithTheMathematicsLibrary() {
        var random = RandomText(seed: 11)
        let values =
            (1...2_000).map(Double.init) + (0..<5_000).map { _ in Double.random(in: 1e-9...1e12, using: &random) }
        for value in values {
            let expected = log(value)
            #expect(abs(naturalLogarithm(value) - expected) <= 2 * max(expected.ulp, 1e-300), "ln \(value)")
        }
    }

    @Test func smallProductsJoinTheFormula() {
        for count in [0, 1, 2, 1023, 1024, 1025] {
            #expect(
                CountLogarithms.shared.product(count)
                    == (count == 0 ? 0 : Double(count) * naturalLogarithm(Double(count))))
        }
    }
}
