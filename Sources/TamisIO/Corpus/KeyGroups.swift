// Pairs of (key, document) of the batch, and of an index whose documents have the lower ranks:
//
//     batch   3→0 3→2 7→1        index   3→9 5→4
//     groups  3: 9 | 0 2         7: 1          a key that only the index has is no group

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

    /// Fills `group` with the ranks of the next key, ascending, without the documents that `isCopy` marks; returns the key,
    /// or nil at the end.
    mutating func next(into group: inout [UInt32], isCopy: [Bool]) throws(InputError) -> UInt64? {
        group.removeAll(keepingCapacity: true)
        guard let key = nextOfBatch?.key else { return nil }
        while let pair = nextOfIndex, pair.key <= key {
            if pair.key == key { group.append(UInt32(truncatingIfNeeded: pair.value)) }
            nextOfIndex = try index.next()
        }
        while let pair = nextOfBatch, pair.key == key {
            let rank = ranks.rank(of: Int(pair.value))
            if !isCopy[Int(rank)] { group.append(rank) }
            nextOfBatch = try batch.next()
        }
        if !ranks.isInputOrder { group.sort() }
        return key
    }
}
