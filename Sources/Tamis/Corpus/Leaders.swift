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
        if let remembered = remembered(rank) { return remembered }
        while tabledCount < ranks.count {
            let leader = try shingles(ranks[tabledCount])
            table.add(leader, bit: tabledCount)
            shingleCounts.append(leader.count)
            tabledCount += 1
        }
        let member = try shingles(rank)
        let commonCounts = table.commonCounts(with: member, leaderCount: ranks.count)
        var pairs: [VerifiedPair] = []
        for (place, leader) in ranks.enumerated() {
            let (common, count) = (commonCounts[place], shingleCounts[place])
            let isVerified =
                thresholds.isNear(commonCount: common, count, member.count)
                || thresholds.isContained(commonCount: common, count, member.count)
            let pair = VerifiedPair(
                earlier: leader, later: rank, commonCount: UInt32(clamping: common),
                earlierCount: UInt32(clamping: count), laterCount: UInt32(clamping: member.count))
            if isVerified { pairs.append(pair) }
            memory.remember(pair, isVerified: isVerified)
        }
        return pairs
    }

    /// The verified pairs with all leaders if each of them is remembered.
    private func remembered(_ rank: UInt32) -> [VerifiedPair]? {
        var pairs: [VerifiedPair] = []
        for leader in ranks {
            switch memory.outcome(leader, rank) {
            case .unknown: return nil
            case .different: continue
            case .verified(let pair): pairs.append(pair)
            }
        }
        return pairs
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
    func commonCounts(with shingles: ShingleSet, leaderCount: Int) -> [Int] {
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
