import Testing

@testable import Tamis

struct ShingleSetTests {
    @Test(arguments: [0, 1, 2, 64, 65, 130, 1_000, 70_000])
    func isSortedAndDistinct(count: Int) {
        var generator = RandomText(seed: UInt64(count))
        let hashes = (0..<count).map { _ in generator.next() }
        for shingles in [hashes, hashes.map { $0 >> 40 }, hashes.map { $0 % 7 }, hashes + hashes] {
            #expect(ShingleSet(shingles).sorted == Set(shingles).sorted())
        }
    }

    @Test(arguments: 0..<200)
    func countsWhatIsCommon(seed: Int) {
        var generator = RandomText(seed: UInt64(seed))
        let (left, right) = (set(seed, &generator), set(seed, &generator))
        let common = Set(left.sorted).intersection(right.sorted).count
        #expect(left.commonCount(with: right) == common)
        let thresholds = SimilarityThresholds.standard
        let isVerified =
            thresholds.isNear(commonCount: common, left.count, right.count)
            || thresholds.isContained(commonCount: common, left.count, right.count)
        #expect(left.commonCount(with: right, reaching: thresholds) == (isVerified ? common : nil))
    }

    /// Numbers from a range that is often so small that most are common.
    private func set(_ seed: Int, _ generator: inout RandomText) -> ShingleSet {
        let limit = UInt64([20, 300, 1_000][seed % 3])
        return ShingleSet((0..<Int.random(in: 0...900, using: &generator)).map { _ in generator.next() % limit })
    }
}

struct SimilarityThresholdsTests {
    @Test(arguments: [
        ("0.80", 80, 100), (".8", 8, 10), ("1", 1, 1), ("1.0", 10, 10), ("0.000000001", 1, 1_000_000_000),
    ])
    func aDecimalIsExact(decimal: String, numerator: UInt64, denominator: UInt64) {
        #expect(Fraction(decimal: decimal) == Fraction(numerator, over: denominator))
    }

    @Test(arguments: [
        "", ".", "0", "0.0", "1.1", "-0.5", "0.8e0", "0,8", " 0.8", "0.0000000001", "0.8.1", "nan", "٠.٨",
    ])
    func whatIsNoFractionIsNil(decimal: String) {
        #expect(Fraction(decimal: decimal) == nil)
    }

    /// Exactly at the threshold is near; 4 / 5 is, whatever 0.8 is in binary.
    @Test func theBorderIsIn() {
        let thresholds = SimilarityThresholds.standard
        #expect(thresholds.isNear(commonCount: 4, 4, 5))
        #expect(!thresholds.isNear(commonCount: 79, 79, 99) && thresholds.isNear(commonCount: 80, 80, 100))
        #expect(thresholds.isContained(commonCount: 27, 30, 500))
        #expect(!thresholds.isContained(commonCount: 26, 30, 500) && !thresholds.isContained(commonCount: 29, 29, 500))
        #expect(!thresholds.isNear(commonCount: 0, 0, 0))
        #expect(thresholds.isNear(commonCount: Int(UInt32.max), Int(UInt32.max), Int(UInt32.max)))
    }

    @Test(arguments: ["0.5", "0.8", "0.95", "1"])
    func theRequiredCountIsTheLeast(near: String) throws {
        let thresholds = SimilarityThresholds(near: try #require(Fraction(decimal: near)))
        for (count, other) in [(0, 5), (1, 1), (30, 31), (29, 400), (30, 400), (100, 125), (100, 126), (57, 83)] {
            let least = (0...min(count, other)).first {
                thresholds.isNear(commonCount: $0, count, other)
                    || thresholds.isContained(commonCount: $0, count, other)
            }
            #expect(thresholds.requiredCommonCount(count, other) == least)
        }
    }
}
