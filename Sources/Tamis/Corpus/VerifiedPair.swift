/// Two documents whose shingles were counted and that are near, or of which one is contained in the other.
public struct VerifiedPair: Sendable, Hashable {
    /// The rank of the document that is earlier in the order ≺.
    public let earlier: UInt32
    /// The rank of the other one.
    public let later: UInt32
    /// How many distinct shingles they have in common.
    public let commonCount: UInt32
    /// How many distinct shingles the earlier one has.
    public let earlierCount: UInt32
    /// How many distinct shingles the later one has.
    public let laterCount: UInt32

    /// A pair of its parts, which `Survivors` and `BucketJudge` take on trust.
    public init(earlier: UInt32, later: UInt32, commonCount: UInt32, earlierCount: UInt32, laterCount: UInt32) {
        self.earlier = earlier
        self.later = later
        self.commonCount = commonCount
        self.earlierCount = earlierCount
        self.laterCount = laterCount
    }

    /// Counts what two documents have in common; nil where they are neither near nor contained.
    public init?(
        _ rank: UInt32, _ shingles: ShingleSet, _ otherRank: UInt32, _ otherShingles: ShingleSet,
        _ thresholds: SimilarityThresholds
    ) {
        guard let common = shingles.commonCount(with: otherShingles, reaching: thresholds) else { return nil }
        let isInOrder = rank < otherRank
        self.init(
            earlier: min(rank, otherRank), later: max(rank, otherRank), commonCount: UInt32(clamping: common),
            earlierCount: UInt32(clamping: isInOrder ? shingles.count : otherShingles.count),
            laterCount: UInt32(clamping: isInOrder ? otherShingles.count : shingles.count))
    }

    /// The common part of all shingles of both, 0 to 1.
    public var jaccard: Double { Double(commonCount) / Double(Int(earlierCount) + Int(laterCount) - Int(commonCount)) }

    /// The common part of the shingles of the smaller one, 0 to 1.
    public var containment: Double { Double(commonCount) / Double(min(earlierCount, laterCount)) }

    /// Whether the pair is near.
    public func isNear(_ thresholds: SimilarityThresholds) -> Bool {
        thresholds.isNear(commonCount: Int(commonCount), Int(earlierCount), Int(laterCount))
    }

    /// Whether one of them is contained in the other.
    public func isContained(_ thresholds: SimilarityThresholds) -> Bool {
        thresholds.isContained(commonCount: Int(commonCount), Int(earlierCount), Int(laterCount))
    }
}
