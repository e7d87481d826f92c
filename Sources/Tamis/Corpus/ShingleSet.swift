/// The distinct shingles of a document, in ascending order.
public struct ShingleSet: Sendable, Equatable {
    /// The hashes, ascending, each once.
    public let sorted: [UInt64]

    /// The distinct ones among `shingles`.
    ///
    /// About linear for hashes: they are scattered by their leading bits, and each small bin is sorted.
    public init(_ shingles: [UInt64]) {
        sorted = shingles.withUnsafeBufferPointer { $0.distinctSorted() }
    }

    /// The distinct ones among `shingles`, wherever they lie.
    public init(_ shingles: UnsafeBufferPointer<UInt64>) {
        sorted = shingles.distinctSorted()
    }

    /// Takes hashes that ascend, each once, as they were stored.
    public init(ascending: [UInt64]) { sorted = ascending }

    /// How many there are.
    public var count: Int { sorted.count }

    /// How many shingles two sets have in common.
    public func commonCount(with other: ShingleSet) -> Int {
        count(with: other, required: 0) ?? 0
    }

    /// How many shingles two sets have in common; nil, often early, where that is neither near nor contained.
    public func commonCount(with other: ShingleSet, reaching thresholds: SimilarityThresholds) -> Int? {
        guard let required = thresholds.requiredCommonCount(count, other.count) else { return nil }
        return count(with: other, required: required)
    }

    /// Merges in stretches, each without a branch on the hashes, and gives up where `required` is out of reach.
    private func count(with other: ShingleSet, required: Int) -> Int? {
        sorted.withUnsafeBufferPointer { left in
            other.sorted.withUnsafeBufferPointer { right in
                var (common, index, otherIndex) = (0, 0, 0)
                while true {
                    let steps = min(128, left.count &- index, right.count &- otherIndex)
                    if steps == 0 { return common >= required ? common : nil }
                    for _ in 0..<steps {
                        let (hash, otherHash) = (left[index], right[otherIndex])
                        common &+= hash == otherHash ? 1 : 0
                        index &+= hash <= otherHash ? 1 : 0
                        otherIndex &+= otherHash <= hash ? 1 : 0
                    }
                    if common &+ min(left.count &- index, right.count &- otherIndex) < required { return nil }
                }
            }
        }
    }
}

extension UnsafeBufferPointer<UInt64> {
    /// These hashes in ascending order, each once.
    fileprivate func distinctSorted() -> [UInt64] {
        guard count > 1 else { return Array(self) }
        return [UInt64](filling: count) { sorted, distinctCount in
            sort(into: sorted)
            var last = 0
            for index in 1..<count {
                let hash = sorted[index]
                last &+= hash == sorted[last] ? 0 : 1
                sorted[last] = hash
            }
            distinctCount = last + 1
        }
    }
}

extension UnsafeBufferPointer<UInt64> {
    /// Two to four hashes to a bin of equal leading bits; a bin that is large, by chance or by design, costs n log n.
    fileprivate func sort(into sorted: UnsafeMutableBufferPointer<UInt64>) {
        let bits = Swift.min(16, Swift.max(0, Int.bitWidth - 2 - count.leadingZeroBitCount))
        let shift = UInt64(64 - bits)
        withUnsafeTemporaryAllocation(of: Int.self, capacity: (1 << bits) + 1) { ends in
            ends.initialize(repeating: 0)
            for hash in self { ends[Int(hash >> shift) &+ 1] &+= 1 }
            for bin in 1..<ends.count { ends[bin] &+= ends[bin &- 1] }
            for hash in self {
                let bin = Int(hash >> shift)
                sorted[ends[bin]] = hash
                ends[bin] &+= 1
            }
            var start = 0
            for bin in 0..<ends.count - 1 {
                let end = ends[bin]
                if end - start > 16 { sorted[start..<end].sort() } else { sorted.insertionSort(start, end) }
                start = end
            }
        }
    }
}

extension UnsafeMutableBufferPointer<UInt64> {
    /// Sorts the few hashes from `start` to `end`.
    @inline(__always)
    fileprivate func insertionSort(_ start: Int, _ end: Int) {
        var next = start &+ 1
        while next < end {
            let hash = self[next]
            var place = next
            while place > start, self[place &- 1] > hash {
                self[place] = self[place &- 1]
                place &-= 1
            }
            self[place] = hash
            next &+= 1
        }
    }
}
