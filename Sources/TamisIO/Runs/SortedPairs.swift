/// Pairs in order, in memory or in runs on the disk, to be read from the start as often as one likes.
public final class SortedPairs {
    fileprivate let memory: PairBuffer
    fileprivate let runs: [StoredRun]
    fileprivate let keepsRepeats: Bool
    fileprivate let blockCapacity: Int
    fileprivate let lastValue: UInt64

    /// Takes over sorted pairs in memory.
    init(_ memory: consuming PairBuffer) {
        self.memory = memory
        (runs, keepsRepeats, blockCapacity, lastValue) = ([], true, 0, .max)
    }

    /// Sorted runs, which are merged when they are read, without pairs whose value is greater than `lastValue`.
    init(_ runs: [StoredRun], keepsRepeats: Bool, blockCapacity: Int, lastValue: UInt64 = .max) {
        memory = PairBuffer()
        self.runs = runs
        self.keepsRepeats = keepsRepeats
        self.blockCapacity = blockCapacity
        self.lastValue = lastValue
    }

    /// A cursor before the first pair; cursors do not know of each other.
    public func cursor() throws(InputError) -> PairCursor {
        guard !runs.isEmpty else { return PairCursor(self, nil) }
        let merge = try RunMerge(
            runs, keepsRepeats: keepsRepeats, blockCapacity: blockCapacity, lastValue: lastValue)
        return PairCursor(self, merge)
    }
}

/// A place among sorted pairs.
public struct PairCursor: ~Copyable {
    private let pairs: SortedPairs
    private let merge: RunMerge?
    private var position: UnsafePointer<KeyedValue>?
    private var end: UnsafePointer<KeyedValue>?

    fileprivate init(_ pairs: SortedPairs, _ merge: RunMerge?) {
        self.pairs = pairs
        self.merge = merge
        position = pairs.memory.written.baseAddress
        end = position.map { $0 + pairs.memory.count }
    }

    /// The next pair; nil at the end.
    @inline(__always)
    public mutating func next() throws(InputError) -> KeyedValue? {
        if position == end {
            guard try refill() else { return nil }
        }
        let pair = position.unsafelyUnwrapped
        position = pair + 1
        return pair.pointee
    }

    /// The next pairs, at least one, which stay until the next call; nil at the end.
    mutating func nextBlock() throws(InputError) -> UnsafeBufferPointer<KeyedValue>? {
        if position == end {
            guard try refill() else { return nil }
        }
        guard let position, let end else { return nil }
        self.position = end
        return UnsafeBufferPointer(start: position, count: end - position)
    }

    private mutating func refill() throws(InputError) -> Bool {
        guard let block = try merge?.next() else { return false }
        position = block.baseAddress
        end = position.map { $0 + block.count }
        return true
    }
}
