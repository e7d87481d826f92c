/// Sorted runs in unnamed temporary files, merged until few are left.
struct RunSpill {
    private let folder: TemporaryFolder
    private let keepsRepeats: Bool
    private let blockCapacity: Int
    /// How many runs can be read at once in half the budget.
    private let mergeableCount: Int
    private var file: StoredFile?
    private var fileBytes = 0
    private(set) var runs: [StoredRun] = []

    init(memoryBytes: Int, folder: TemporaryFolder, keepsRepeats: Bool) {
        self.folder = folder
        self.keepsRepeats = keepsRepeats
        // Large blocks spare a disk its seeks; small budgets need small ones.
        blockCapacity = min(max(memoryBytes / 256, 2 << 10), 256 << 10) / MemoryLayout<KeyedValue>.stride
        // The blocks that are read and the one that is written.
        mergeableCount = max(2, memoryBytes / 2 / StoredRun.blockBytes(blockCapacity) - 1)
    }

    /// Writes a run.
    mutating func append(_ sorted: UnsafeBufferPointer<KeyedValue>) throws(OutputError) {
        var blocks = try start()
        try blocks.append(sorted)
        try finish(&blocks)
    }

    /// The pairs of all runs.
    mutating func sorted() throws -> SortedPairs {
        while runs.count > mergeableCount { try mergeAll() }
        defer { (runs, file, fileBytes) = ([], nil, 0) }
        return SortedPairs(runs, keepsRepeats: keepsRepeats, blockCapacity: blockCapacity)
    }

    /// Merges as many runs at a time as can be read at once, into a new file; the old one goes.
    private mutating func mergeAll() throws {
        let old = runs
        (runs, file, fileBytes) = ([], nil, 0)
        for start in stride(from: 0, to: old.count, by: mergeableCount) {
            let part = Array(old[start..<min(old.count, start + mergeableCount)])
            let merge = try RunMerge(part, keepsRepeats: keepsRepeats, blockCapacity: blockCapacity)
            var blocks = try self.start()
            while let pairs = try merge.next() { try blocks.append(pairs) }
            try finish(&blocks)
        }
    }

    private mutating func start() throws(OutputError) -> RunBlocks {
        let folder = folder
        let target: StoredFile
        if let file { target = file } else { target = try folder.makeStoredFile() }
        file = target
        return RunBlocks(capacity: blockCapacity) { (bytes) throws(OutputError) in
            do throws(SystemError) {
                try target.append(bytes)
            } catch {
                throw folder.error(error)
            }
        }
    }

    private mutating func finish(_ blocks: inout RunBlocks) throws(OutputError) {
        try blocks.finish()
        guard let file else { return }
        runs.append(StoredRun(file: file, offset: fileBytes, count: blocks.count, blockCapacity: blockCapacity))
        fileBytes += StoredRun.byteCount(blocks.count, blockCapacity: blockCapacity)
    }
}
