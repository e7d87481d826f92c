import Tamis

/// The sets of distinct shingles of documents, by rank; read when they are asked for, the latest ones kept at hand.
final class ShingleSets {
    private let shingles: SequenceStore
    private let ranks: Ranks
    private let earlier: IndexView?
    private let capacity: Int
    private var latest: [(rank: UInt32, set: ShingleSet)?]

    /// How many sets are kept at most.
    static let latestCount = 64

    /// Keeps sets of up to `capacity` shingles at hand; documents of earlier runs are those of `earlier`.
    init(_ shingles: SequenceStore, _ ranks: Ranks, _ earlier: IndexView?, capacity: Int) {
        self.earlier = earlier
        self.shingles = shingles
        self.ranks = ranks
        self.capacity = capacity
        latest = Array(repeating: nil, count: Self.latestCount)
    }

    /// The set of the document at a rank.
    func set(of rank: UInt32) throws(InputError) -> ShingleSet {
        let place = Int(rank) % Self.latestCount
        if let kept = latest[place], kept.rank == rank { return kept.set }
        let set =
            if let document = ranks.document(at: rank) {
                try shingles.withValues(document) { ShingleSet($0) }
            } else {
                ShingleSet(try earlier?.shingles(ofDocument: Int(rank)) ?? [])
            }
        if set.count <= capacity { latest[place] = (rank, set) }
        return set
    }

    /// The pairs among `candidates`, each with the earlier rank in the upper half, that are near or contained.
    func verified(_ candidates: [UInt64], _ thresholds: SimilarityThresholds) throws(InputError) -> [VerifiedPair] {
        var pairs: [VerifiedPair] = []
        for candidate in candidates {
            let (earlier, later) = (UInt32(candidate >> 32), UInt32(truncatingIfNeeded: candidate))
            let pair = VerifiedPair(earlier, try set(of: earlier), later, try set(of: later), thresholds)
            if let pair { pairs.append(pair) }
        }
        return pairs
    }
}

extension VerifiedPair {
    /// The pair as it is sorted: the later document, then the earlier; the shingles in common.
    var sortable: KeyedValue {
        KeyedValue(key: UInt64(later) << 32 | UInt64(earlier), value: UInt64(commonCount))
    }

    /// A pair that was sorted, with the shingle counts of both documents.
    init(_ pair: KeyedValue, _ shingleCounts: [UInt32]) {
        let (earlier, later) = (UInt32(truncatingIfNeeded: pair.key), UInt32(pair.key >> 32))
        self.init(
            earlier: earlier, later: later, commonCount: UInt32(truncatingIfNeeded: pair.value),
            earlierCount: shingleCounts[Int(earlier)], laterCount: shingleCounts[Int(later)])
    }
}
