/// The leaders of a large bucket, up to 64, with the shingles that each holds.
struct Leaders {
    private var ranks: [UInt32] = []
    private var memory: PairMemory
    /// How many of the leaders, from the first on, have their shingles in the table: they are put there when asked for.
    private var tabledCount = 0
    private var shingleCounts: [Int] = []
    private let table = MaskTable()

    init(memory: PairMemory) { self.memory = memory }

    var count: Int { ranks.count }

    mutating func append(_ rank: UInt32) { ranks.append(rank) }

    mutating func removeAll() {
        guard !ranks.isEmpty else { return }
        ranks.removeAll(keepingCapacity: true)
        shingleCounts.removeAll(keepingCapacity: true)
        tabledCount = 0
        table.removeAll()
    }

    /// The verified pairs of a member with all leaders, in the order of the leaders.
    mutating func pairs<Failure: Error>(
        with rank: UInt32, _ thresholds: SimilarityThresholds, _ shingles: (UInt32) throws(Failure) -> ShingleSet
    ) throws(Failure) -> [VerifiedPair] {
        if let remembered = remembered(rank, thresholds) { return remembered }
        while tabledCount < ranks.count {
            let leader = try shingles(ranks[tabledCount])
            table.add(leader, bit: tabledCount)
            shingleCounts.append(leader.count)
            tabledCount += 1
        }
        let member = try shingles(rank)
        let commonCounts = table.commonCounts(with: member)
        var pairs: [VerifiedPair] = []
        for (place, leader) in ranks.enumerated() {
            let pair = VerifiedPair(
                earlier: leader, later: rank, commonCount: UInt32(clamping: commonCounts[place]),
                earlierCount: UInt32(clamping: shingleCounts[place]), laterCount: UInt32(clamping: member.count))
            memory.remember(pair)
            if pair.isVerified(thresholds) { pairs.append(pair) }
        }
        return pairs
    }

    /// The verified pairs with all leaders if each comparison is remembered.
    private func remembered(_ rank: UInt32, _ thresholds: SimilarityThresholds) -> [VerifiedPair]? {
        var pairs: [VerifiedPair] = []
        for leader in ranks {
            guard let pair = memory.pair(leader, rank) else { return nil }
            if pair.isVerified(thresholds) { pairs.append(pair) }
        }
        return pairs
    }
}

extension VerifiedPair {
    fileprivate func isVerified(_ thresholds: SimilarityThresholds) -> Bool {
        isNear(thresholds) || isContained(thresholds)
    }
}

/// Which of up to 64 leaders hold a shingle.
private final class MaskTable {
    private var numbers = HashTable()
    private var masks: [UInt64] = []
    private var commonCounts = [Int](repeating: 0, count: BucketJudge.leaderCount)

    func removeAll() {
        numbers.reset(expectedCount: 0)
        masks.removeAll(keepingCapacity: true)
    }

    func add(_ shingles: ShingleSet, bit: Int) {
        numbers.forEachIndex(of: shingles.count, hash: { shingles.sorted[$0] }) { _, index in
            if index == masks.count { masks.append(0) }
            masks[index] |= 1 << UInt64(bit)
        }
    }

    /// How many of `shingles` each leader holds.
    func commonCounts(with shingles: ShingleSet) -> [Int] {
        commonCounts.withUnsafeMutableBufferPointer { counts in
            counts.update(repeating: 0)
            for hash in shingles.sorted {
                guard let index = numbers.existingIndex(of: hash) else { continue }
                var mask = masks[index]
                while mask != 0 {
                    counts[mask.trailingZeroBitCount] &+= 1
                    mask &= mask &- 1
                }
            }
        }
        return commonCounts
    }
}
