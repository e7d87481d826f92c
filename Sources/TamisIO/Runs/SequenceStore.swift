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
    private var sequences: StoredSequences

    /// Makes an empty store that keeps up to `memoryBytes` of values in memory.
    public init(memoryBytes: Int, temporaryFolder: TemporaryFolder = .standard) {
        sequences = StoredSequences(memoryBytes: memoryBytes, folder: temporaryFolder)
    }

    /// How many sequences there are.
    public var count: Int { sequences.count }

    /// Adds a sequence; its number is the count before.
    public func append(_ values: [UInt64]) throws(OutputError) { try append(values[...]) }

    /// Adds a sequence; its number is the count before.
    public func append(_ values: ArraySlice<UInt64>) throws(OutputError) {
        try values.withUnsafeBufferPointer { (values) throws(OutputError) in try append(values) }
    }

    /// Adds a sequence; its number is the count before.
    public func append(_ values: UnsafeBufferPointer<UInt64>) throws(OutputError) { try sequences.append(values) }

    /// The values of the sequence with this number, which is below `count`.
    public func read(_ number: Int) throws(InputError) -> [UInt64] {
        try withValues(number) { Array($0) }
    }

    /// Calls `body` with the values of the sequence with this number, which is below `count`.
    public func withValues<Result>(
        _ number: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Result
    ) throws(InputError) -> Result {
        try sequences.withValues(number, body)
    }

    /// Calls `body` with the number and the values of each sequence, in order; the file is read in large pieces.
    public func forEach(_ body: (Int, UnsafeBufferPointer<UInt64>) throws -> Void) throws {
        try sequences.forEach(body)
    }
}

/// What a store holds: a value, since each use of a variable of an object is checked at run time.
private struct StoredSequences {
    private let folder: TemporaryFolder
    /// How many values may lie in memory, and in one piece of it.
    private let memoryCapacity: Int
    private let chunkCapacity: Int
    /// The values of the first sequences, which stay in memory; none is in two chunks.
    private var chunks: [ValueChunk] = []
    private var allocatedCount = 0
    private var memorySequenceCount = 0
    /// Where each sequence ends: in memory the chunk and the place in it; else the place behind its checksum in the file.
    private var ends: [Int] = []
    private var file: StoredFile?
    /// What is not in the file yet: the values from `sentCount` on.
    private var pending: [UInt64] = []
    private var sentCount = 0

    private static let pendingCapacity = 32 << 10
    /// The place in a chunk takes the lower bits.
    private static let placeBits = 40

    init(memoryBytes: Int, folder: TemporaryFolder) {
        self.folder = folder
        memoryCapacity = max(0, memoryBytes) / MemoryLayout<UInt64>.size
        chunkCapacity = min(max(memoryCapacity / 8, 1024), 1 << 20)
    }

    var count: Int { ends.count }

    mutating func append(_ values: UnsafeBufferPointer<UInt64>) throws(OutputError) {
        if memorySequenceCount == ends.count, hasRoom(values.count), let chunk = chunks.last {
            chunk.append(values)
            memorySequenceCount += 1
            ends.append((chunks.count - 1) << Self.placeBits | chunk.count)
            return
        }
        pending.append(contentsOf: values)
        pending.append(Self.checksum(values, number: ends.count))
        ends.append(sentCount + pending.count)
        if pending.count >= Self.pendingCapacity { try send() }
    }

    /// Whether the last chunk, which may be made for them, has room for so many values.
    private mutating func hasRoom(_ count: Int) -> Bool {
        if let chunk = chunks.last, chunk.capacity - chunk.count >= count { return true }
        let wanted = max(count, min(chunkCapacity, memoryCapacity - allocatedCount))
        guard wanted > 0, allocatedCount + wanted <= memoryCapacity else { return false }
        chunks.append(ValueChunk(capacity: wanted))
        allocatedCount += wanted
        return true
    }

    func withValues<Result>(
        _ number: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Result
    ) throws(InputError) -> Result {
        if number < memorySequenceCount {
            let (chunk, end) = place(number)
            let (earlierChunk, earlierEnd) = number > 0 ? place(number - 1) : (chunk, 0)
            return body(chunks[chunk][(earlierChunk == chunk ? earlierEnd : 0)..<end])
        }
        let start = number == memorySequenceCount ? 0 : ends[number - 1]
        if start >= sentCount {
            return pending[start - sentCount..<ends[number] - sentCount - 1].withUnsafeBufferPointer(body)
        }
        return try storedValues(start..<ends[number]).withUnsafeBufferPointer { values throws(InputError) in
            body(try checked(values, number))
        }
    }

    func forEach(_ body: (Int, UnsafeBufferPointer<UInt64>) throws -> Void) throws {
        var number = 0
        while number < count {
            guard number >= memorySequenceCount, ends[number] <= sentCount else {
                try withValues(number) { values in Swift.Result { try body(number, values) } }.get()
                number += 1
                continue
            }
            let start = number == memorySequenceCount ? 0 : ends[number - 1]
            var last = number
            while last + 1 < count, ends[last + 1] <= min(sentCount, start + Self.pendingCapacity) { last += 1 }
            try storedValues(start..<ends[last]).withUnsafeBufferPointer { values in
                var place = 0
                for number in number...last {
                    let end = ends[number] - start
                    try body(number, checked(UnsafeBufferPointer(rebasing: values[place..<end]), number))
                    place = end
                }
            }
            number = last + 1
        }
    }

    private func place(_ number: Int) -> (chunk: Int, end: Int) {
        (ends[number] >> Self.placeBits, ends[number] & (1 << Self.placeBits - 1))
    }

    /// What stands at these places of the file.
    private func storedValues(_ places: Range<Int>) throws(InputError) -> [UInt64] {
        guard let file else { return [] }
        var values = [UInt64](repeating: 0, count: places.count)
        let offset = places.lowerBound * MemoryLayout<UInt64>.size
        var span = values.mutableSpan
        try span.withUnsafeMutableBytes { (bytes) throws(InputError) in try file.read(into: bytes, at: offset) }
        return values
    }

    /// The values of a sequence from the file, behind which the checksum stands.
    private func checked(
        _ stored: UnsafeBufferPointer<UInt64>, _ number: Int
    ) throws(InputError) -> UnsafeBufferPointer<UInt64> {
        let values = UnsafeBufferPointer(rebasing: stored.dropLast())
        guard stored.last == Self.checksum(values, number: number) else {
            let offset = (ends[number] - stored.count) * MemoryLayout<UInt64>.size
            throw file?.mismatch(at: offset) ?? InputError("is not there", file: "sequences")
        }
        return values
    }

    private mutating func send() throws(OutputError) {
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

    private static func checksum(_ values: UnsafeBufferPointer<UInt64>, number: Int) -> UInt64 {
        tamis_xxh3_64(
            values.baseAddress, values.count * MemoryLayout<UInt64>.size, UInt64(truncatingIfNeeded: number))
    }
}
