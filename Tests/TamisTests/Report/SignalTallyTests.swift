import Tamis
import Testing

@Suite struct SignalTallyTests {
    private func tally(_ values: [Double?]) -> SignalTally {
        values.reduce(into: SignalTally()) { $0.add($1) }
    }

    @Test func quartilesAreValuesAtTheirRank() throws {
        let tally = tally([7, 1, nil, 5, 3, 100, 2, 6, 4])
        #expect((tally.count, tally.undefinedCount) == (8, 1))
        #expect((tally.least, tally.greatest) == (1, 100))
        #expect([0.25, 0.5, 0.75].map { tally.quantile($0) } == [2, 4, 6])
    }

    @Test func withoutValuesThereIsNothing() {
        let tally = tally([nil])
        #expect(tally.quantile(0.5) == nil && tally.least == nil && tally.tenths(of: .fraction).allSatisfy { $0 == 0 })
    }

    @Test func fractionsFallIntoTheirTenth() {
        #expect(tally([0, 0.05, 0.15, 0.95, 1, 1.4]).tenths(of: .fraction) == [2, 1, 0, 0, 0, 0, 0, 0, 0, 3])
        #expect(tally([0, 0, 1, 10, 100]).tenths(of: .count) == [3, 0, 0, 0, 1, 0, 0, 0, 0, 1])
        #expect(tally([0, 0]).tenths(of: .ratio) == [2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(tally([3, 3]).tenths(of: .count) == [2, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test func quantilesAreWithinATenthOfAPercent() throws {
        var random = RandomText(seed: 11)
        for _ in 0..<200 {
            let values = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                Double.random(in: 0...1, using: &random) * Double(1 << Int.random(in: 0...30, using: &random))
            }
            let sorted = values.sorted()
            for fraction in [0.25, 0.5, 0.75] {
                let exact = sorted[max(0, Int((fraction * Double(sorted.count)).rounded(.up)) - 1)]
                let found = try #require(tally(values).quantile(fraction))
                #expect(abs(found - exact) <= exact * 0.001, "\(found) for \(exact)")
            }
        }
    }

    @Test func partsMergeInAnyOrder() {
        var random = RandomText(seed: 12)
        for _ in 0..<200 {
            let values: [Double?] = (0..<40).map { _ in
                Bool.random(using: &random) ? Double.random(in: 0...2, using: &random) : nil
            }
            let cut = Int.random(in: 0...40, using: &random)
            var left = tally(Array(values[..<cut]))
            let right = tally(Array(values[cut...]))
            var other = right
            other.merge(left)
            left.merge(right)
            #expect(left == tally(values) && other == left)
            #expect(left.tenths(of: .fraction).reduce(0, +) == left.count)
        }
    }
}
