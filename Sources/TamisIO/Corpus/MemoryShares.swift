/// How the memory of a comparison is shared out: what lives at one time adds up to three quarters of it at most.
///
/// The rest is for the batches on their way and for what grows with the number of documents, some 50 bytes each, which is not
/// shared out.
struct MemoryShares {
    /// What there is for all.
    let memoryBytes: Int

    private func part(_ sixtyFourths: Int) -> Int { memoryBytes / 64 * sixtyFourths }

    /// The documents' ids, in all passes.
    var ids: Int { part(4) }

    /// First pass: the documents' votes, the filter of their keys, and the rows that are counted.
    var votes: Int { part(14) }
    var voteFilter: Int { min(part(8), 64 << 20) }
    var voteRows: Int { part(14) }

    /// Second pass: each of the sorters of whole documents' keys, the keys of bands and paragraphs, the shingles.
    var exactKeys: Int { part(4) }
    var bandKeys: Int { part(12) }
    var shingles: Int { part(12) }
    /// Until the search for candidates begins: what is kept in mind of short texts.
    var shortTexts: Int { part(8) }
    /// What cleaning the documents came to, from the second pass to the third.
    var cleanings: Int { part(4) }

    /// Search: candidates, verified and contained pairs.
    var candidates: Int { part(6) }
    var verifiedPairs: Int { part(6) }
    var containedPairs: Int { part(4) }
    /// How many comparisons in large buckets are remembered, in 20 bytes each.
    var rememberedPairCount: Int { min(part(1) / 20, 1 << 20) }
    /// How many shingles the sets at hand may have, for each of `threadCount` threads that has `setCount` of them.
    func setCapacity(setCount: Int, threadCount: Int) -> Int {
        max(1024, part(2) / (threadCount + 1) / setCount / MemoryLayout<UInt64>.size)
    }

    /// The batches on their way from the reader to the writer.
    var batches: Int { min(max(part(2), 1), 64 << 20) }
}
