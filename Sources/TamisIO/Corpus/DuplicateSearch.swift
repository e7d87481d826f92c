// Pairs of (key, document) come sorted, so that a bucket is a run of equal keys:
//
//     exact keys   7→0 7→4 9→2       document 4 is a copy of 0; only 0 and 2 go on
//     band keys    3→0 3→2 …         the pair 0 2 is a candidate
//     candidates   0 2               each once, however many buckets propose it; its shingles are counted: verified
//     verified     2 0 (108 common)  by the later document: which of them stay is decided in one walk

import Tamis

/// Finds the documents that go because of others.
struct DuplicateSearch {
    private let store: FingerprintStore
    private let options: CorpusOptions
    private let settings: Settings
    private let threadCount: Int
    private let ranks: Ranks
    /// The documents of earlier runs, which have the lower ranks; nil where there are none.
    private let earlier: IndexView?
    private var survivors: Survivors
    private var judge: BucketJudge
    private let candidates: PairSorter
    private let verified: PairSorter
    /// How many distinct shingles the documents of verified pairs have, by rank.
    private var shingleCounts: [UInt32]
    private var isCopy: [Bool]
    private(set) var copies: [(rank: UInt32, representative: UInt32)] = []

    init(
        _ store: FingerprintStore, _ options: CorpusOptions, _ settings: Settings, earlier: IndexView? = nil,
        threadCount: Int
    ) {
        self.earlier = earlier
        self.store = store
        self.options = options
        self.settings = settings
        self.threadCount = threadCount
        ranks = Ranks(
            documentCount: store.columns.table.count, order: store.columns.order,
            indexCount: UInt32(earlier?.documentLimit ?? 0))
        survivors = Survivors(documentCount: ranks.count, indexCount: ranks.indexCount, thresholds: options.thresholds)
        judge = BucketJudge(
            thresholds: options.thresholds, indexCount: ranks.indexCount,
            memorySlotLimit: options.shares.rememberedPairCount)
        candidates = PairSorter(memoryBytes: options.shares.candidates, keepsRepeats: false)
        verified = PairSorter(memoryBytes: options.shares.verifiedPairs, keepsRepeats: false)
        shingleCounts = [UInt32](repeating: 0, count: ranks.count)
        isCopy = [Bool](repeating: false, count: ranks.count)
    }

    /// Decides about every document.
    mutating func run() throws -> DuplicateFindings {
        if settings.isOn(.duplicate) || judgesEarlierOnly {
            let (highs, ranks, earlier) = (store.columns.exactKeyHighs, ranks, earlier)
            try collapse(store.exactKeys.sorted(), index: earlier?.exactKeys) { rank in
                if let document = ranks.document(at: rank) { return highs[document] }
                return try earlier?.exactKeyHigh(ofDocument: Int(rank)) ?? 0
            }
            try collapse(store.addressKeys.sorted(), index: earlier?.addressKeys) { _ in 0 }
        }
        let bandPairs = try store.sortedBandKeys()
        try judgeBuckets(bandPairs)
        try verifyCandidates()
        let pairs = try verified.sorted()
        if settings.isOn(.nearDuplicate) || judgesEarlierOnly {
            try pairs.forEach(shingleCounts) { if counts($0) { survivors.judgeNear($0) } }
        }
        if settings.isOn(.contained) || judgesEarlierOnly { try judgeContained(pairs) }
        try pairs.forEach(shingleCounts) { survivors.assign($0) }
        survivors.finish()
        return DuplicateFindings(
            ranks: ranks, survivors: survivors, pairs: pairs, shingleCounts: shingleCounts, bandPairs: bandPairs,
            // They were found in the order of keys that are secret and others in each run.
            copies: copies.sorted { $0.rank < $1.rank },
            cappedBucketCount: judge.cappedBucketCount)
    }

    /// Whether `seen-before` is alone: then a document goes for one of an earlier run, however it says it, and for no other.
    private var judgesEarlierOnly: Bool {
        earlier != nil
            && ![Removal.Rule.duplicate, .nearDuplicate, .contained].contains(where: { settings.isOn($0) })
    }

    /// Whether a document may go because of this pair.
    private func counts(_ pair: VerifiedPair) -> Bool {
        !judgesEarlierOnly || pair.earlier < ranks.indexCount
    }

    /// Leaves one document of each run of equal keys, the first in ≺; `detail` is the rest of a document's key.
    private mutating func collapse(
        _ pairs: SortedPairs, index: SortedPairs?, detail: (UInt32) throws -> UInt64
    ) throws {
        var groups = try KeyGroups(pairs, index: index, ranks)
        var group: [UInt32] = []
        while try groups.next(into: &group, isCopy: isCopy) != nil {
            var members = try group.map { (detail: try detail($0), rank: $0) }
            members.sort { ($0.detail, $0.rank) < ($1.detail, $1.rank) }
            var representative = members[0]
            for member in members.dropFirst() {
                if member.detail != representative.detail {
                    representative = member
                } else if member.rank >= ranks.indexCount,
                    !judgesEarlierOnly || representative.rank < ranks.indexCount
                {
                    isCopy[Int(member.rank)] = true
                    copies.append((member.rank, representative.rank))
                    survivors.addCopy(member.rank, of: representative.rank)
                }
            }
        }
    }

    private mutating func judgeBuckets(_ bandPairs: SortedPairs) throws {
        let sets = ShingleSets(store.shingles, ranks, earlier, capacity: setCapacity)
        var groups = try KeyGroups(bandPairs, index: earlier?.keys, ranks)
        var group: [UInt32] = []
        while let key = try groups.next(into: &group, isCopy: isCopy) {
            for rank in group {
                try judge.add(rank, ofBucket: key) { rank in try sets.set(of: rank) }
                if judge.verified.count > 4096 { try takeFromJudge() }
            }
            if judge.candidates.count > 4096 { try takeFromJudge() }
        }
        judge.finish()
        try takeFromJudge()
    }

    private mutating func takeFromJudge() throws {
        for pair in judge.candidates { try candidates.append(KeyedValue(key: pair, value: 0)) }
        for pair in judge.verified { try add(pair) }
        judge.candidates.removeAll(keepingCapacity: true)
        judge.verified.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ pair: VerifiedPair) throws {
        shingleCounts[Int(pair.earlier)] = pair.earlierCount
        shingleCounts[Int(pair.later)] = pair.laterCount
        try verified.append(pair.sortable)
    }

    /// Verifies what small buckets propose, on all threads; each candidate once, however many buckets propose it.
    private mutating func verifyCandidates() throws {
        var cursor = try candidates.sorted().cursor()
        let (thresholds, shingles, ranks, capacity) = (options.thresholds, store.shingles, ranks, setCapacity)
        let earlier = earlier
        try OrderedMap.run(
            threads: threadCount, makeScratch: { ShingleSets(shingles, ranks, earlier, capacity: capacity) },
            next: {
                var batch: [UInt64] = []
                while batch.count < Self.candidateBatchCount, let pair = try cursor.next() { batch.append(pair.key) }
                return batch.isEmpty ? nil : batch
            },
            work: { sets, batch in Result { try sets.verified(batch, thresholds) } },
            consume: { pairs in for pair in try pairs.get() { try add(pair) } })
    }

    private static let candidateBatchCount = 1024

    private var setCapacity: Int {
        options.shares.setCapacity(setCount: ShingleSets.latestCount, threadCount: threadCount)
    }

    private mutating func judgeContained(_ pairs: SortedPairs) throws {
        let contained = PairSorter(memoryBytes: options.shares.containedPairs, keepsRepeats: false)
        try pairs.forEach(shingleCounts) { pair in
            guard counts(pair), let found = survivors.containedPair(pair) else { return }
            try contained.append(KeyedValue(key: found.place, value: found.largerPlace))
        }
        var cursor = try contained.sorted().cursor()
        while let pair = try cursor.next() {
            survivors.judgeContained(ContainedPair(place: pair.key, largerPlace: pair.value))
        }
    }
}
