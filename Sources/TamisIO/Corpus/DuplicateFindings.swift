import Tamis

/// Which documents of a run go because of others, and the pairs that say so.
struct DuplicateFindings {
    let ranks: Ranks
    let survivors: Survivors
    /// The verified pairs, ascending by the later document.
    let pairs: SortedPairs
    let shingleCounts: [UInt32]
    /// The keys of bands and paragraphs with their documents.
    let bandPairs: SortedPairs
    /// Documents with the exact key of another one, in their order.
    let copies: [(rank: UInt32, representative: UInt32)]
    /// Buckets in which not every document that is like no other could be compared with all that follow.
    let cappedBucketCount: Int

    /// Calls `body` with every verified pair.
    func forEachPair(_ body: (VerifiedPair) throws -> Void) throws {
        try pairs.forEach(shingleCounts, body)
    }
}

extension SortedPairs {
    /// Calls `body` with every verified pair that was sorted.
    func forEach(_ shingleCounts: [UInt32], _ body: (VerifiedPair) throws -> Void) throws {
        var cursor = try cursor()
        while let pair = try cursor.next() { try body(VerifiedPair(pair, shingleCounts)) }
    }
}
