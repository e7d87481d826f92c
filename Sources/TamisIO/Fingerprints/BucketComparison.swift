// Members of large buckets come a line each, bucket by bucket, in the order ≺. Each gets a line: the pairs that are verified
// by now. The first 32 wait, since a bucket of so few is not compared with leaders:
//
//     {"bucket":40,"id":"a","shingles":[…]}     []
//     …the 33rd member                          [["a","b",90,100,100],…]     all pairs so far
//     …the 34th                                 its pairs

import Tamis

/// Compares the members of large buckets with their leaders: a line of output for each line of input.
public struct BucketComparison {
    private let thresholds: SimilarityThresholds

    /// Verifies at `thresholds`.
    public init(thresholds: SimilarityThresholds) { self.thresholds = thresholds }

    /// Reads members and writes the verified pairs; memory is that of 64 leaders and of 32 waiting members.
    public func write(_ items: [InputFile], to output: OutputFile) throws {
        var bucket = LargeBucket(thresholds: thresholds)
        try JSONLines(items).forEach(
            prepare: { line throws(InputError) -> (Int, [UInt8], ShingleSet) in
                (
                    try line.member("bucket", \.integer), try line.member("id", \.bytes),
                    try line.member("shingles", \.shingleSet)
                )
            },
            { member, line in
                let (key, id, shingles) = member
                guard let pairs = bucket.add(id, shingles, ofBucket: key) else {
                    throw line.refusal("the bucket has too many members")
                }
                var writer = JSONWriter()
                writer.pairs(pairs) { bucket.id(of: $0) }
                try output.write(writer.take())
            })
    }
}

/// The bucket at hand.
///
/// The judge puts the shingles of a leader in its table when the next member comes, so that sets are kept of the latest two
/// members, and of the first ones, which wait.
private struct LargeBucket {
    private let thresholds: SimilarityThresholds
    private var judge: BucketJudge
    private var key: Int?
    private var memberCount: UInt32 = 0
    private var ids: [UInt32: [UInt8]] = [:]
    private var sets: [UInt32: ShingleSet] = [:]
    private var laterLeaderCount = 0

    init(thresholds: SimilarityThresholds) {
        self.thresholds = thresholds
        judge = BucketJudge(thresholds: thresholds)
    }

    /// The verified pairs that a member brings; nil where the ranks are used up.
    mutating func add(_ id: [UInt8], _ shingles: ShingleSet, ofBucket key: Int) -> [VerifiedPair]? {
        if key != self.key {
            // A judge remembers pairs by rank, and ranks begin anew with each bucket.
            self = LargeBucket(thresholds: thresholds)
            self.key = key
        }
        guard memberCount < .max else { return nil }
        forgetOlder()
        let rank = memberCount
        memberCount += 1
        ids[rank] = id
        sets[rank] = shingles
        let known = sets
        judge.add(rank, ofBucket: UInt64(bitPattern: Int64(key))) { known[$0] ?? ShingleSet([]) }
        defer { judge.verified.removeAll(keepingCapacity: true) }
        latestIsPaired = judge.verified.contains { $0.later == rank }
        return judge.verified
    }

    /// The id of a member in a pair of the latest.
    func id(of rank: UInt32) -> [UInt8] { ids[rank] ?? [] }

    private var latestIsPaired = false

    /// Forgets of the members before the latest what none will ask for.
    private mutating func forgetOlder() {
        let waitingCount = UInt32(BucketJudge.smallMemberCount)
        guard memberCount > waitingCount + 1 else { return }
        if memberCount == waitingCount + 2 { sets = sets.filter { $0.key == memberCount - 1 } }
        sets[memberCount - 2] = nil
        // Of the later members, the first without pairs become leaders, and only leaders are named again.
        if latestIsPaired || laterLeaderCount == BucketJudge.leaderCount {
            ids[memberCount - 1] = nil
        } else {
            laterLeaderCount += 1
        }
    }
}
