import CKernels

/// Room for values that never moves, on huge pages where it is large.
final class ValueChunk: @unchecked Sendable {
    /// How many values there is room for.
    let capacity: Int
    /// How many values were appended.
    private(set) var count = 0
    private let values: UnsafeMutablePointer<UInt64>

    init(capacity: Int) {
        self.capacity = capacity
        values = .allocate(capacity: capacity)
        tamis_advise_huge_pages(values, capacity * MemoryLayout<UInt64>.stride)
    }

    deinit { values.deallocate() }

    /// Appends values for which there is room.
    func append(_ source: UnsafeBufferPointer<UInt64>) {
        guard let first = source.baseAddress else { return }
        (values + count).update(from: first, count: source.count)
        count += source.count
    }

    /// The values of `range`.
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt64> {
        UnsafeBufferPointer(start: values + range.lowerBound, count: range.count)
    }
}
