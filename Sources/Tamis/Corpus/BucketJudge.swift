// Buckets, with a small limit of 2 and at most 2 leaders, and what comes of them:
//
//     key 17  ranks 3 8        small: (3, 8) is a candidate
//     key 40  ranks 1 4 5 9    large: 1 leads; 4 is not similar to 1 and leads too; 5 is similar to 1: a verified pair;
//                              9 is similar to neither and would lead, but the places are taken: counted
//
// A member of a large bucket meets all leaders in one walk over its shingles: a table gives for each shingle the set of
// leaders that hold it, as the bits of a word. So a bucket of n members costs n walks and the memory of its leaders.

/// Turns buckets into candidates and verified pairs.
///
/// The members of all buckets come as one stream, ascending by key, then by rank. A small bucket gives every pair as a
/// candidate, to be made distinct and verified. A large one is verified here, each member against every leader. Pairs of
/// two index documents are not given.
package struct BucketJudge {
    /// The most members of a bucket of which all pairs are verified.
    package static let smallMemberCount = 32
    /// The most leaders of a large bucket.
    package static let leaderCount = 64

    /// Pairs to verify, the earlier rank in the upper half; the caller takes them away.
    package var candidates: [UInt64] = []
    /// Verified pairs of large buckets, some more than once; the caller takes them away.
    package var verified: [VerifiedPair] = []
    /// Large buckets in which a member could not become a leader since there were 64.
    package private(set) var cappedBucketCount = 0
    /// How many members the largest bucket has.
    package private(set) var largestMemberCount = 0

    private let thresholds: SimilarityThresholds
    private let indexCount: UInt32
    private var key: UInt64?
    private var memberCount = 0
    private var isCapped = false
    private var latest: UInt32 = 0
    /// The members so far while the bucket is small; then empty.
    private var members: [UInt32] = []
    private var leaders: Leaders

    /// Judges buckets in which ranks below `indexCount` are index documents.
    ///
    /// - Parameter memorySlotLimit: How many pairs of a leader and a member are remembered from bucket to bucket, in 20
    ///   bytes each and only where there are so many. It saves time where buckets are large and alike, and changes no result.
    package init(thresholds: SimilarityThresholds, indexCount: UInt32 = 0, memorySlotLimit: Int = 1 << 20) {
        self.thresholds = thresholds
        self.indexCount = indexCount
        leaders = Leaders(memory: PairMemory(slotLimit: memorySlotLimit))
    }

    /// Adds the next member.
    ///
    /// - Parameters:
    ///   - key: The bucket's key, with its band.
    ///   - shingles: Gives the shingles of a document; asked for members of large buckets only.
    package mutating func add<Failure: Error>(
        _ rank: UInt32, ofBucket key: UInt64, shingles: (UInt32) throws(Failure) -> ShingleSet
    ) throws(Failure) {
        if key != self.key { begin(key) } else if rank == latest { return }
        latest = rank
        memberCount += 1
        largestMemberCount = max(largestMemberCount, memberCount)
        if memberCount <= Self.smallMemberCount {
            members.append(rank)
            return
        }
        for member in members { try judge(member, shingles) }
        members.removeAll(keepingCapacity: true)
        try judge(rank, shingles)
    }

    /// Closes the last bucket.
    package mutating func finish() {
        closeBucket()
        key = nil
    }

    private mutating func begin(_ key: UInt64) {
        closeBucket()
        self.key = key
    }

    private mutating func closeBucket() {
        for (place, later) in members.enumerated() where later >= indexCount {
            for earlier in members[..<place] { candidates.append(UInt64(earlier) << 32 | UInt64(later)) }
        }
        if isCapped { cappedBucketCount += 1 }
        isCapped = false
        memberCount = 0
        members.removeAll(keepingCapacity: true)
        leaders.removeAll()
    }

    /// Compares a member of a large bucket with every leader.
    private mutating func judge<Failure: Error>(
        _ rank: UInt32, _ shingles: (UInt32) throws(Failure) -> ShingleSet
    ) throws(Failure) {
        let pairs = try leaders.pairs(with: rank, thresholds, shingles)
        if rank >= indexCount { verified.append(contentsOf: pairs) }
        guard pairs.isEmpty else { return }
        if leaders.count < Self.leaderCount { leaders.append(rank) } else { isCapped = true }
    }
}
