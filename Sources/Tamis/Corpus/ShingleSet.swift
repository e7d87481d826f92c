/// The distinct shingles of a document, in ascending order.
public struct ShingleSet: Sendable, Equatable {
    /// The hashes, ascending, each once.
    public let sorted: [UInt64]

    /// The distinct ones among `shingles`.
    ///
    /// About linear for hashes: they are scattered by their leading bits, and each small bin is sorted.
    public init(_ shingles: [UInt64]) {
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

extension [UInt64] {
    /// These hashes in ascending order, each once.
    fileprivate func distinctSorted() -> [UInt64] {
        guard count > 1 else { return self }
        let sorted = count <= 64 ? self.sorted() : sortedByBins()
        return [UInt64](unsafeUninitializedCapacity: count) { buffer, distinctCount in
            buffer[0] = sorted[0]
            distinctCount = 1
            for hash in sorted {
                buffer[distinctCount] = hash
                distinctCount &+= hash == buffer[distinctCount &- 1] ? 0 : 1
                if distinctCount == buffer.count { break }
            }
        }
    }

    /// About four hashes to a bin of equal leading bits; a bin that is large, by chance or by design, costs n log n.
    private func sortedByBins() -> [UInt64] {
        let bits = Swift.min(16, Int.bitWidth - 2 - count.leadingZeroBitCount)
        let shift = UInt64(64 - bits)
        var ends = [Int](repeating: 0, count: (1 << bits) + 1)
        for hash in self { ends[Int(hash >> shift) + 1] += 1 }
        for bin in 1..<ends.count { ends[bin] += ends[bin - 1] }
        return [UInt64](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            for hash in self {
                let bin = Int(hash >> shift)
                buffer[ends[bin]] = hash
                ends[bin] += 1
            }
            initializedCount = count
            var start = 0
            for bin in 0..<ends.count - 1 {
                if ends[bin] - start > 1 { buffer[start..<ends[bin]].sort() }
                start = ends[bin]
            }
        }
    }
}
