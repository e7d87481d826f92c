// Two sets of 100 and 140 shingles with 108 in common, at T = 0.80:
//     Jaccard      108 / (100 + 140 − 108) = 108 / 132 = .818    108 · 100 ≥ 80 · 132, so they are near
//     containment  108 / 100 … cannot be: no more than the smaller set is in common
// With 95 in common: 95 / 145 = .655 is not near; 95 / 100 ≥ .90 of the smaller, which has 30 or more: contained.

/// How similar two documents must be to be a verified pair.
public struct SimilarityThresholds: Sendable, Equatable {
    /// The least Jaccard similarity of near duplicates.
    public let near: Fraction

    /// The least part of the smaller set that the larger one must hold for containment.
    public static let containment = Fraction(90, over: 100)
    /// The fewest shingles of a document that can be contained in another.
    public static let containedShingleCount = 30

    /// The default, 0.80.
    public static let standard = SimilarityThresholds(near: Fraction(80, over: 100))

    /// Thresholds with `near` as the least Jaccard similarity.
    public init(near: Fraction) { self.near = near }

    /// Whether two sets, by their sizes and the number of shingles in common, have at least the Jaccard similarity `near`.
    ///
    /// Empty sets are never near.
    @inline(__always)
    public func isNear(commonCount: Int, _ count: Int, _ otherCount: Int) -> Bool {
        commonCount > 0 && near.isReached(by: commonCount, of: count + otherCount - commonCount)
    }

    /// Whether the smaller of two sets is contained in the larger.
    @inline(__always)
    public func isContained(commonCount: Int, _ count: Int, _ otherCount: Int) -> Bool {
        let smaller = min(count, otherCount)
        return smaller >= Self.containedShingleCount && Self.containment.isReached(by: commonCount, of: smaller)
    }

    /// The fewest shingles in common with which two sets of these sizes are near or contained; nil where none would do.
    public func requiredCommonCount(_ count: Int, _ otherCount: Int) -> Int? {
        let smaller = min(count, otherCount)
        guard smaller > 0 else { return nil }
        func holds(_ common: Int) -> Bool {
            isNear(commonCount: common, count, otherCount) || isContained(commonCount: common, count, otherCount)
        }
        guard holds(smaller) else { return nil }
        var low = 1
        var high = smaller
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
