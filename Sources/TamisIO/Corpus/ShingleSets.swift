import Tamis

/// The sets of distinct shingles of documents, by rank; read when they are asked for, the latest ones kept at hand.
final class ShingleSets {
    /// How many distinct shingles the documents have that were asked for, by rank.
    private(set) var counts: [UInt32]
    private let shingles: SequenceStore
    private let ranks: Ranks
    private let earlier: IndexView?
    private var latest: [(rank: UInt32, set: ShingleSet)?]

    private static let latestCount = 64

    init(_ shingles: SequenceStore, _ ranks: Ranks, _ earlier: IndexView?) {
        self.earlier = earlier
        self.shingles = shingles
        self.ranks = ranks
        counts = [UInt32](repeating: 0, count: ranks.count)
        latest = Array(repeating: nil, count: Self.latestCount)
    }

    /// The set of the document at a rank.
    func set(of rank: UInt32) throws -> ShingleSet {
        let place = Int(rank) % Self.latestCount
        if let kept = latest[place], kept.rank == rank { return kept.set }
        let hashes =
            if let document = ranks.document(at: rank) {
                try shingles.read(document)
            } else {
                try earlier?.shingles(ofDocument: Int(rank)) ?? []
            }
        let set = ShingleSet(hashes)
        counts[Int(rank)] = UInt32(clamping: set.count)
        latest[place] = (rank, set)
        return set
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
