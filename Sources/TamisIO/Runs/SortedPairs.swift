/// Pairs in order, in memory or in runs on the disk, to be read from the start as often as one likes.
public final class SortedPairs {
    fileprivate let memory: PairBuffer
    fileprivate let runs: [StoredRun]
    fileprivate let keepsRepeats: Bool
    fileprivate let blockCapacity: Int

    /// Takes over sorted pairs in memory.
    init(_ memory: consuming PairBuffer) {
        self.memory = memory
        (runs, keepsRepeats, blockCapacity) = ([], true, 0)
    }

    /// Sorted runs, which are merged when they are read.
    init(_ runs: [StoredRun], keepsRepeats: Bool, blockCapacity: Int) {
        memory = PairBuffer()
        self.runs = runs
        self.keepsRepeats = keepsRepeats
        self.blockCapacity = blockCapacity
    }

    /// A cursor before the first pair; cursors do not know of each other.
    public func cursor() throws(InputError) -> PairCursor {
        PairCursor(
            self,
            runs.isEmpty ? nil : try RunMerge(runs, keepsRepeats: keepsRepeats, blockCapacity: blockCapacity))
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

    private mutating func refill() throws(InputError) -> Bool {
        guard let block = try merge?.next() else { return false }
        position = block.baseAddress
        end = position.map { $0 + block.count }
        return true
    }
}
