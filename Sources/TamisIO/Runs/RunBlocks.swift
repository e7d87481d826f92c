/// Pairs in blocks with checksums, on their way to a file.
struct RunBlocks: ~Copyable {
    /// Takes a block's bytes.
    typealias Write = (UnsafeRawBufferPointer) throws(OutputError) -> Void

    private let block: UnsafeMutableRawBufferPointer
    private let capacity: Int
    private let write: Write
    private var blockNumber = 0
    private var filledCount = 0
    /// How many pairs have been appended.
    var count: Int { blockNumber * capacity + filledCount }

    /// Blocks of `capacity` pairs.
    init(capacity: Int, write: @escaping Write) {
        self.capacity = capacity
        self.write = write
        block = .allocate(byteCount: StoredRun.blockBytes(capacity), alignment: MemoryLayout<KeyedValue>.alignment)
    }

    deinit { block.deallocate() }

    /// Appends pairs, which follow those before in their order.
    mutating func append(_ pairs: UnsafeBufferPointer<KeyedValue>) throws(OutputError) {
        var position = 0
        while position < pairs.count {
            let taken = min(capacity - filledCount, pairs.count - position)
            let part = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: pairs[position..<position + taken]))
            UnsafeMutableRawBufferPointer(rebasing: block[StoredRun.blockBytes(filledCount)...]).copyMemory(from: part)
            filledCount += taken
            position += taken
            if filledCount == capacity { try send() }
        }
    }

    /// Writes the last block.
    mutating func finish() throws(OutputError) {
        if filledCount > 0 { try send() }
    }

    private mutating func send() throws(OutputError) {
        let bytes = UnsafeRawBufferPointer(rebasing: block[..<StoredRun.blockBytes(filledCount)])
        let pairs = UnsafeRawBufferPointer(rebasing: bytes[MemoryLayout<UInt64>.size...])
        block.storeBytes(of: StoredRun.checksum(pairs, blockNumber: blockNumber), as: UInt64.self)
        try write(bytes)
        if filledCount == capacity {
            blockNumber += 1
            filledCount = 0
        }
    }
}
