/// A containment pair, with the places of both in the order in which contained documents are judged.
///
/// That order is by falling shingle count, then ≺, so the smaller document comes after the larger.
public struct ContainedPair: Sendable, Hashable {
    /// The place of the smaller document; pairs are judged in ascending order of it.
    public let place: UInt64
    /// The place of the larger document.
    public let largerPlace: UInt64

    /// A pair that was sorted.
    public init(place: UInt64, largerPlace: UInt64) {
        self.place = place
        self.largerPlace = largerPlace
    }

    init(_ pair: VerifiedPair) {
        let earlierPlace = Self.place(pair.earlier, pair.earlierCount)
        let laterPlace = Self.place(pair.later, pair.laterCount)
        place = max(earlierPlace, laterPlace)
        largerPlace = min(earlierPlace, laterPlace)
    }

    /// The rank of the smaller document.
    var rank: UInt32 { UInt32(truncatingIfNeeded: place) }

    /// The rank of the larger document.
    var largerRank: UInt32 { UInt32(truncatingIfNeeded: largerPlace) }

    private static func place(_ rank: UInt32, _ shingleCount: UInt32) -> UInt64 {
        UInt64(UInt32.max - shingleCount) << 32 | UInt64(rank)
    }
}
