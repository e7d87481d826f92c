// Sorting more pairs than fit: memory is filled and sorted, the sorted run goes to a file, and so on; reading merges.
//
//     appended   5 1 | 4 2 | 3        two fit into memory
//     runs       1 5   2 4   3        on the disk
//     read       1 2 3 4 5

/// Sorts any number of pairs by key and value within a memory budget.
///
/// What comes out does not depend on the budget. Not for use from several threads at once.
public final class PairSorter {
    private let folder: TemporaryFolder
    private let keepsRepeats: Bool
    private let capacity: Int
    private var pairs = PairBuffer()
    private var spilled: RunSpill

    /// The least budget; a smaller one counts as this one.
    public static let leastMemoryBytes = 64 << 10

    /// Makes an empty sorter that takes up to `memoryBytes`, half of it for pairs and half for the time of sorting.
    ///
    /// Of equal pairs only one is handed out unless `keepsRepeats`.
    public init(memoryBytes: Int, temporaryFolder: TemporaryFolder = .standard, keepsRepeats: Bool) {
        let bytes = max(memoryBytes, Self.leastMemoryBytes)
        folder = temporaryFolder
        self.keepsRepeats = keepsRepeats
        capacity = bytes / 2 / MemoryLayout<KeyedValue>.stride
        spilled = RunSpill(memoryBytes: bytes, folder: temporaryFolder, keepsRepeats: keepsRepeats)
    }

    /// Adds a pair.
    @inline(__always)
    public func append(_ pair: KeyedValue) throws(OutputError) {
        if pairs.count == pairs.capacity { try makeRoom() }
        pairs.append(pair)
    }

    /// Adds a pair of each of `keys` and the one `value`: a document's band keys, say.
    public func append(keys: some Sequence<UInt64>, value: UInt64) throws(OutputError) {
        for key in keys { try append(KeyedValue(key: key, value: value)) }
    }

    /// Adds all of `pairs`.
    public func append(contentsOf pairs: [KeyedValue]) throws(OutputError) {
        for pair in pairs { try append(pair) }
    }

    /// All pairs in order; the sorter is empty afterwards.
    ///
    /// What lies in memory is handed over; runs on the disk are merged until one pass over them, in half the budget,
    /// does the rest.
    public func sorted() throws -> SortedPairs {
        if spilled.runs.isEmpty {
            guard pairs.sort(keepsRepeats: keepsRepeats) else { throw Self.noMemory(pairs.count) }
            var all = PairBuffer()
            swap(&all, &pairs)
            return SortedPairs(all)
        }
        if pairs.count > 0 { try spill() }
        pairs = PairBuffer()
        return try spilled.sorted()
    }

    private func makeRoom() throws(OutputError) {
        if pairs.capacity < capacity {
            let wanted = min(capacity, max(4096, pairs.capacity * 2))
            guard pairs.reserve(wanted) else { throw Self.noMemory(wanted) }
        } else {
            try spill()
        }
    }

    private func spill() throws(OutputError) {
        guard pairs.sort(keepsRepeats: keepsRepeats) else { throw Self.noMemory(pairs.count) }
        try spilled.append(pairs.written)
        pairs.count = 0
    }

    private static func noMemory(_ count: Int) -> OutputError {
        OutputError(
            "no memory for \(count * MemoryLayout<KeyedValue>.stride) bytes", file: "sorting", advice: "lower --memory")
    }
}
