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
    private let ranks: Ranks
    private var survivors: Survivors
    private var judge: BucketJudge
    private let candidates: PairSorter
    private let verified: PairSorter
    private let sets: ShingleSets
    private var isCopy: [Bool]
    private(set) var copies: [(rank: UInt32, representative: UInt32)] = []

    init(_ store: FingerprintStore, _ options: CorpusOptions, _ settings: Settings) {
        self.store = store
        self.options = options
        self.settings = settings
        ranks = Ranks(documentCount: store.table.count, order: store.order)
        survivors = Survivors(documentCount: ranks.count, indexCount: ranks.indexCount, thresholds: options.thresholds)
        judge = BucketJudge(thresholds: options.thresholds, indexCount: ranks.indexCount)
        candidates = PairSorter(memoryBytes: options.memoryBytes / 8, keepsRepeats: false)
        verified = PairSorter(memoryBytes: options.memoryBytes / 8, keepsRepeats: false)
        sets = ShingleSets(store.shingles, ranks)
        isCopy = [Bool](repeating: false, count: ranks.count)
    }

    /// Decides about every document.
    mutating func run() throws -> DuplicateFindings {
        if settings.isOn(.duplicate) {
            let highs = store.exactKeyHighs
            try collapse(store.exactKeys.sorted()) { highs[$0] }
            try collapse(store.addressKeys.sorted()) { _ in 0 }
        }
        let pairs = try verifiedPairs()
        if settings.isOn(.nearDuplicate) { try pairs.forEach(sets.counts) { survivors.judgeNear($0) } }
        if settings.isOn(.contained) { try judgeContained(pairs) }
        try pairs.forEach(sets.counts) { survivors.assign($0) }
        survivors.finish()
        return DuplicateFindings(
            ranks: ranks, survivors: survivors, pairs: pairs, shingleCounts: sets.counts, copies: copies,
            cappedBucketCount: judge.cappedBucketCount)
    }

    /// Leaves one document of each run of equal keys, the first in ≺; `detail` is the rest of a document's key.
    private mutating func collapse(_ keys: SortedPairs, detail: (Int) -> UInt64) throws {
        var cursor = try keys.cursor()
        var group: [(detail: UInt64, rank: UInt32)] = []
        var key: UInt64?
        while true {
            let pair = try cursor.next()
            if pair == nil || pair?.key != key {
                collapse(&group)
                key = pair?.key
            }
            guard let pair else { return }
            let rank = ranks.rank(of: Int(pair.value))
            if !isCopy[Int(rank)] { group.append((detail(Int(pair.value)), rank)) }
        }
    }

    private mutating func collapse(_ group: inout [(detail: UInt64, rank: UInt32)]) {
        defer { group.removeAll(keepingCapacity: true) }
        guard group.count > 1 else { return }
        group.sort { ($0.detail, $0.rank) < ($1.detail, $1.rank) }
        var representative = group[0]
        for member in group.dropFirst() {
            if member.detail == representative.detail {
                isCopy[Int(member.rank)] = true
                copies.append((member.rank, representative.rank))
                survivors.addCopy(member.rank, of: representative.rank)
            } else {
                representative = member
            }
        }
    }

    /// The pairs that buckets propose and shingles confirm, ascending by the later document.
    private mutating func verifiedPairs() throws -> SortedPairs {
        try judgeBuckets()
        var cursor = try candidates.sorted().cursor()
        while let candidate = try cursor.next() {
            let (earlier, later) = (UInt32(candidate.key >> 32), UInt32(truncatingIfNeeded: candidate.key))
            let pair = VerifiedPair(
                earlier, try sets.set(of: earlier), later, try sets.set(of: later), options.thresholds)
            if let pair { try verified.append(pair.sortable) }
        }
        return try verified.sorted()
    }

    private mutating func judgeBuckets() throws {
        var cursor = try store.bandKeys.sorted().cursor()
        var group: [UInt32] = []
        var key: UInt64 = 0
        while true {
            let pair = try cursor.next()
            if pair?.key != key || pair == nil {
                try judgeBucket(key, &group)
                key = pair?.key ?? 0
            }
            guard let pair else { break }
            let rank = ranks.rank(of: Int(pair.value))
            if !isCopy[Int(rank)] { group.append(rank) }
        }
        judge.finish()
        try takeFromJudge()
    }

    private mutating func judgeBucket(_ key: UInt64, _ group: inout [UInt32]) throws {
        defer { group.removeAll(keepingCapacity: true) }
        guard group.count > 1 else { return }
        if !ranks.isInputOrder { group.sort() }
        let sets = sets
        for rank in group {
            try judge.add(rank, ofBucket: key) { rank in try sets.set(of: rank) }
            if judge.verified.count > 4096 { try takeFromJudge() }
        }
        try takeFromJudge()
    }

    private mutating func takeFromJudge() throws {
        for pair in judge.candidates { try candidates.append(KeyedValue(key: pair, value: 0)) }
        for pair in judge.verified { try verified.append(pair.sortable) }
        judge.candidates.removeAll(keepingCapacity: true)
        judge.verified.removeAll(keepingCapacity: true)
    }

    private mutating func judgeContained(_ pairs: SortedPairs) throws {
        let contained = PairSorter(memoryBytes: options.memoryBytes / 16, keepsRepeats: false)
        try pairs.forEach(sets.counts) { pair in
            guard let found = survivors.containedPair(pair) else { return }
            try contained.append(KeyedValue(key: found.place, value: found.largerPlace))
        }
        var cursor = try contained.sorted().cursor()
        while let pair = try cursor.next() {
            survivors.judgeContained(ContainedPair(place: pair.key, largerPlace: pair.value))
        }
    }
}
