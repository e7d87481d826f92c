// Pairs of (key, document) of the batch, and of an index whose documents have the lower ranks:
//
//     batch   3→0 3→2 7→1        index   3→9 5→4
//     groups  3: 9 | 0 2         a key of one document makes no group

import Tamis

/// The runs of equal keys among the documents of a batch, each with the index documents that have the key as well.
struct KeyGroups: ~Copyable {
    private var batch: PairCursor
    private var index: PairCursor
    private var nextOfBatch: KeyedValue?
    private var nextOfIndex: KeyedValue?
    private let ranks: Ranks

    /// Groups pairs of the batch, whose values are documents, and of an index, whose values are ranks.
    init(_ pairs: SortedPairs, index indexPairs: SortedPairs?, _ ranks: Ranks) throws {
        var batch = try pairs.cursor()
        var index = try (indexPairs ?? SortedPairs(PairBuffer())).cursor()
        let (firstOfBatch, firstOfIndex) = (try batch.next(), try index.next())
        self.batch = batch
        self.index = index
        nextOfBatch = firstOfBatch
        nextOfIndex = firstOfIndex
        self.ranks = ranks
    }

    /// Fills `group` with the ranks of the next key that several documents have, ascending, without those that `isCopy` marks;
    /// returns the key, or nil at the end.
    mutating func next(into group: inout [UInt32], isCopy: [Bool]) throws(InputError) -> UInt64? {
        while let first = nextOfBatch {
            while let pair = nextOfIndex, pair.key < first.key { nextOfIndex = try index.next() }
            nextOfBatch = try batch.next()
            // Most keys are of one document.
            guard nextOfBatch?.key == first.key || nextOfIndex?.key == first.key else { continue }
            try fill(&group, from: first, isCopy: isCopy)
            if group.count > 1 { return first.key }
        }
        return nil
    }

    /// Fills `group` with the documents of the key of `first`, the pair before the next of the batch.
    private mutating func fill(_ group: inout [UInt32], from first: KeyedValue, isCopy: [Bool]) throws(InputError) {
        group.removeAll(keepingCapacity: true)
        while let pair = nextOfIndex, pair.key == first.key {
            group.append(UInt32(truncatingIfNeeded: pair.value))
            nextOfIndex = try index.next()
        }
        var pair = first
        while true {
            let rank = ranks.rank(of: Int(pair.value))
            if !isCopy[Int(rank)] { group.append(rank) }
            guard let next = nextOfBatch, next.key == first.key else { break }
            pair = next
            nextOfBatch = try batch.next()
        }
        if !ranks.isInputOrder { group.sort() }
    }
}
