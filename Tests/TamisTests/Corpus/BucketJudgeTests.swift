import Testing

@testable import Tamis

struct BucketJudgeTests {
    /// Whatever is remembered from bucket to bucket, the pairs are those of comparing each member with each leader.
    @Test(arguments: 0..<12, [1, 64, 1 << 16])
    func equalsTheDefinition(seed: Int, memorySlotLimit: Int) {
        var generator = RandomText(seed: UInt64(seed))
        let documents = RandomDocuments(count: 400, using: &generator)
        let indexCount = seed % 2 == 0 ? 0 : 90
        let buckets = (0..<8).map { bucket in
            let most = [40, 3, 33, 32, 100, 400, 400, 1][bucket]
            return documents.sets.indices.shuffled(using: &generator).prefix(most).sorted()
        }
        var judge = BucketJudge(
            thresholds: .standard, indexCount: UInt32(indexCount), memorySlotLimit: memorySlotLimit)
        var model = BucketModel(documents: documents, indexCount: indexCount)
        for (key, bucket) in buckets.enumerated() {
            for rank in bucket {
                for _ in 0...(rank % 2) {  // A document may have a key twice.
                    judge.add(UInt32(rank), ofBucket: UInt64(key)) { documents.sets[Int($0)] }
                }
            }
            model.judge(bucket)
        }
        judge.finish()
        #expect(judge.candidates == model.candidates)
        #expect(judge.verified == model.verified)
        #expect(judge.cappedBucketCount == model.cappedCount)
        #expect(judge.largestMemberCount == 400)
    }

    @Test func strangersInABucketFillTheLeadersAndAreCounted() {
        var generator = RandomText(seed: 1)
        let sets = (0..<66).map { _ in ShingleSet.random(count: 40, using: &generator) }
        var judge = BucketJudge(thresholds: .standard)
        for (key, count) in [(1, 64), (2, 65), (3, 66)] as [(UInt64, Int)] {
            for rank in 0..<count { judge.add(UInt32(rank), ofBucket: key) { sets[Int($0)] } }
        }
        judge.finish()
        #expect(judge.cappedBucketCount == 2 && judge.verified.isEmpty && judge.candidates.isEmpty)
    }

    /// A cluster that shares all its bands is compared once: the shingles of a member are read again for no later band.
    @Test func aCrowdIsComparedOnce() {
        let set = ShingleSet((0..<50).map(UInt64.init))
        var judge = BucketJudge(thresholds: .standard)
        var readCount = 0
        for band in 0..<20 {
            for rank in 0..<1_000 {
                judge.add(UInt32(rank), ofBucket: UInt64(band)) { _ in
                    readCount += 1
                    return set
                }
            }
        }
        judge.finish()
        #expect(readCount == 1_000)
        #expect(judge.verified.count == 20 * 999)
    }
}

/// What the definition says of buckets, without tables and memory.
private struct BucketModel {
    let documents: RandomDocuments
    let indexCount: Int
    var candidates: [UInt64] = []
    var verified: [VerifiedPair] = []
    var cappedCount = 0

    mutating func judge(_ bucket: [Int]) {
        guard bucket.count > 32 else {
            for (place, later) in bucket.enumerated() where later >= indexCount {
                candidates += bucket[..<place].map { UInt64($0) << 32 | UInt64(later) }
            }
            return
        }
        var leaders: [Int] = []
        var isCapped = false
        for member in bucket {
            let pairs = leaders.compactMap {
                VerifiedPair(
                    UInt32($0), documents.sets[$0], UInt32(member), documents.sets[member], .standard)
            }
            if member >= indexCount { verified += pairs }
            if !pairs.isEmpty { continue }
            if leaders.count < 64 { leaders.append(member) } else { isCapped = true }
        }
        cappedCount += isCapped ? 1 : 0
    }
}
