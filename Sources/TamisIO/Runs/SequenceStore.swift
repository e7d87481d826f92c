// Sequences of numbers, one after another. As long as memory lasts they lie there; the rest goes to an unnamed file:
//
//     numbers  0: [7 8 9]   1: []   2: [5]        ends  3 3 4
//
//     in the file: the values, then their checksum (8 bytes): XXH3-64, seeded with the sequence's number
import CXXHash
import Glibc

/// Sequences of 64-bit values, appended one after another and read by number.
///
/// Takes the memory given and 8 bytes a sequence. Once all are appended, several threads may read at once.
public final class SequenceStore: @unchecked Sendable {
    private let folder: TemporaryFolder
    private let memoryCapacity: Int
    /// Values of the first sequences, which stay in memory.
    private var memory: [UInt64] = []
    private var memorySequenceCount = 0
    /// Where each sequence ends: in memory, or behind its checksum in the file, both counted in values.
    private var ends: [Int] = []
    private var file: StoredFile?
    /// What is not in the file yet: the values from `sentCount` on.
    private var pending: [UInt64] = []
    private var sentCount = 0

    private static let pendingCapacity = 32 << 10

    /// Makes an empty store that keeps up to `memoryBytes` of values in memory.
    public init(memoryBytes: Int, temporaryFolder: TemporaryFolder = .standard) {
        folder = temporaryFolder
        memoryCapacity = max(0, memoryBytes) / MemoryLayout<UInt64>.size
    }

    /// How many sequences there are.
    public var count: Int { ends.count }

    /// Adds a sequence; its number is the count before.
    public func append(_ values: [UInt64]) throws(OutputError) {
        if memorySequenceCount == ends.count, memory.count + values.count <= memoryCapacity {
            if memory.count + values.count > memory.capacity {
                memory.reserveCapacity(min(memoryCapacity, max(memory.capacity * 2, memory.count + values.count)))
            }
            memory.append(contentsOf: values)
            memorySequenceCount += 1
            ends.append(memory.count)
            return
        }
        pending.append(contentsOf: values)
        pending.append(Self.checksum(values[...], number: ends.count))
        ends.append(sentCount + pending.count)
        if pending.count >= Self.pendingCapacity { try send() }
    }

    /// The values of the sequence with this number, which is below `count`.
    public func read(_ number: Int) throws(InputError) -> [UInt64] {
        let isStored = number >= memorySequenceCount
        let start = number == (isStored ? memorySequenceCount : 0) ? 0 : ends[number - 1]
        guard isStored else { return Array(memory[start..<ends[number]]) }
        if start >= sentCount { return Array(pending[start - sentCount..<ends[number] - sentCount - 1]) }
        var values = [UInt64](repeating: 0, count: ends[number] - start)
        guard let file else { return [] }
        let offset = start * MemoryLayout<UInt64>.size
        var span = values.mutableSpan
        try span.withUnsafeMutableBytes { (bytes) throws(InputError) in try file.read(into: bytes, at: offset) }
        let checksum = values.removeLast()
        guard checksum == Self.checksum(values[...], number: number) else { throw file.mismatch(at: offset) }
        return values
    }

    private func send() throws(OutputError) {
        if file == nil { file = try folder.makeStoredFile() }
        guard let file else { return }
        do throws(SystemError) {
            let bytes = pending.span.bytes
            try bytes.withUnsafeBytes { (bytes) throws(SystemError) in try file.append(bytes) }
        } catch {
            throw folder.error(error)
        }
        sentCount += pending.count
        pending.removeAll(keepingCapacity: true)
    }

    private static func checksum(_ values: ArraySlice<UInt64>, number: Int) -> UInt64 {
        values.withUnsafeBytes { tamis_xxh3_64($0.baseAddress, $0.count, UInt64(truncatingIfNeeded: number)) }
    }
}
