import CKernels
import Testing

@testable import Tamis

@Suite struct SignatureTests {
    @Test func everyInstructionSetGivesTheSameSignature() {
        var random = RandomText(seed: 1)
        for count in [0, 1, 2, 3, 15, 16, 17, 1000] {
            let shingles = (0..<count).map { _ in random.next() }
            func minima(_ cpu: tamis_cpu) -> [UInt32] {
                [UInt32](unsafeUninitializedCapacity: 120) { minima, count in
                    tamis_min_hash_on(cpu, shingles, shingles.count, minima.baseAddress)
                    count = 120
                }
            }
            let portable = minima(TAMIS_CPU_PORTABLE)
            for cpu in [TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512] where tamis_cpu_supports(cpu) != 0 {
                #expect(minima(cpu) == portable)
            }
            #expect(Signature(shingles: shingles).minima == portable)
        }
    }

    /// Stored fingerprints depend on it.
    @Test func functionsAreTheRecordedOnes() {
        var numbers = RandomText(seed: 0x54_616D_6973)  // "Tamis"
        let (zero, three) = (Signature(shingles: [0]), Signature(shingles: [3]))
        for place in 0..<Signature.valueCount {
            let number = numbers.next()
            let (factor, addend) = (UInt32(truncatingIfNeeded: number) | 1, UInt32(number >> 32))
            #expect(zero.minima[place] == addend)
            #expect(three.minima[place] == factor &* 3 &+ addend)
        }
    }

    /// Two sets of `count` random shingles with this Jaccard similarity, as nearly as whole numbers allow.
    private static func pair(_ jaccard: Double, count: Int, _ random: inout RandomText) -> (Signature, Signature) {
        let commonCount = Int((2 * jaccard * Double(count) / (1 + jaccard)).rounded())
        let common = (0..<commonCount).map { _ in random.next() }
        let rest = (0..<2).map { _ in (commonCount..<count).map { _ in random.next() } }
        return (Signature(shingles: common + rest[0]), Signature(shingles: rest[1] + common))
    }

    @Test(arguments: [0.1, 0.3, 0.5, 0.8, 0.95])
    func equalValuesEstimateTheJaccardSimilarity(jaccard: Double) {
        var random = RandomText(seed: 2)
        let estimates = (0..<400).map { _ in
            let (one, other) = Self.pair(jaccard, count: 200, &random)
            return Double(zip(one.minima, other.minima).count { $0 == $1 }) / Double(Signature.valueCount)
        }
        let mean = estimates.reduce(0, +) / 400
        let variance = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399
        // 120 independent functions have the variance J(1 − J) / 120; the sets have Jaccard similarities within 0.003 of J.
        let expected = jaccard * (1 - jaccard) / 120
        #expect(abs(mean - jaccard) < 0.003 + 4 * (expected / 400).squareRoot())
        #expect(variance < expected * 1.3)
    }

    @Test(arguments: [(0.8, 0.8), (0.8, 0.6), (0.8, 0.4), (0.5, 0.5), (0.5, 0.2)])
    func bandsFindTheShareOfPairsThatBandingSays(threshold: Double, jaccard: Double) {
        var random = RandomText(seed: 3)
        let banding = Banding(threshold: threshold)
        let pairCount = 1500
        let foundCount = (0..<pairCount).count { _ in
            let (one, other) = Self.pair(jaccard, count: 180, &random)
            return !Set(one.bandKeys(banding)).isDisjoint(with: other.bandKeys(banding))
        }
        let recall = banding.recall(at: jaccard)
        let deviation = (recall * (1 - recall) / Double(pairCount)).squareRoot()
        #expect(abs(Double(foundCount) / Double(pairCount) - recall) < 4 * deviation + 0.01)
    }

    @Test func bandsOfEqualRowsHaveDifferentKeys() {
        // Without shingles all values are the same.
        let keys = Signature(shingles: []).bandKeys(Banding(threshold: 0.8))
        #expect(keys.count == 20)
        #expect(Set(keys).count == 20)
    }
}
