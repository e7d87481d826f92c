/// The order ≺ of the documents of a batch: which comes first when one of two must go.
///
/// Documents are added in the order of the input. Memory is the bytes of the order keys and 16 bytes a document.
package struct DocumentOrder: Sendable {
    /// The order keys, one after another, and where each ends; both empty for the order of the input.
    private var keys: [UInt8] = []
    private var ends: [Int] = []

    /// An order without documents.
    package init() {}

    /// How many documents were added.
    package var count: Int { ends.count }

    /// Adds the next document of the input; see `OrderKey.append` for the parameters.
    package mutating func add(preference: UInt64, id: Span<UInt8>, recordHash: UInt64) {
        OrderKey.append(
            preference: preference, id: id, recordHash: recordHash, recordNumber: UInt64(ends.count), to: &keys)
        ends.append(keys.count)
    }

    /// The position in the input of each document in the order ≺; n log n comparisons.
    package func positions() -> [UInt32] {
        keys.withUnsafeBufferPointer { keys in
            // The first eight bytes decide most comparisons, so they stand beside the position.
            var entries = ends.indices.map { index in
                Entry(prefix: OrderBytes.prefix(of: bytes(index, of: keys)), position: UInt32(index))
            }
            entries.sort { left, right in
                if left.prefix != right.prefix { return left.prefix < right.prefix }
                return OrderBytes.isLess(bytes(Int(left.position), of: keys), bytes(Int(right.position), of: keys))
            }
            return entries.map(\.position)
        }
    }

    /// The rank of each document, by its position in the input: `positions`, turned around.
    ///
    /// - Parameter first: The rank of the first document: the number of index documents, which precede the batch.
    package static func ranks(of positions: [UInt32], first: UInt32 = 0) -> [UInt32] {
        var ranks = [UInt32](repeating: 0, count: positions.count)
        for (rank, position) in positions.enumerated() { ranks[Int(position)] = first + UInt32(rank) }
        return ranks
    }

    private struct Entry {
        let prefix: UInt64
        let position: UInt32
    }

    private func bytes(_ index: Int, of keys: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        keys[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}

/// Comparisons of order keys.
private enum OrderBytes {
    static func prefix(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func isLess(_ left: Slice<UnsafeBufferPointer<UInt8>>, _ right: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        left.lexicographicallyPrecedes(right)
    }
}
