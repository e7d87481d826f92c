/// The pairs of a run, block after block.
final class RunReader {
    private let run: StoredRun
    private let block: UnsafeMutableRawBufferPointer
    private var nextBlock = 0

    init(_ run: StoredRun) {
        self.run = run
        let capacity = min(run.blockCapacity, run.count)
        block = .allocate(byteCount: StoredRun.blockBytes(capacity), alignment: MemoryLayout<KeyedValue>.alignment)
    }

    deinit { block.deallocate() }

    /// The pairs of the next block, which stay until the next call; nil at the end.
    func next() throws(InputError) -> UnsafeBufferPointer<KeyedValue>? {
        guard nextBlock < run.blockCount else { return nil }
        let pairs = try run.readBlock(nextBlock, into: block)
        nextBlock += 1
        return pairs
    }
}
