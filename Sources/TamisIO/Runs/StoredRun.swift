// A run of pairs in a file: blocks of equal length, the last one shorter.
//
//     checksum 8 bytes | key, value | key, value | …     checksum = XXH3-64 of the pairs, seeded with the block's number
//     checksum 8 bytes | …
//
// Numbers are little-endian. Where a block lies follows from its number, and how many pairs it holds from the run's
// count, so neither stands in the file.
import CXXHash
import Glibc

/// Where a sorted run of pairs lies.
struct StoredRun: Sendable {
    /// The file that holds it.
    let file: StoredFile
    /// The offset of its first block.
    let offset: Int
    /// How many pairs it has.
    let count: Int
    /// How many pairs each block but the last holds.
    let blockCapacity: Int

    /// How many blocks it has.
    var blockCount: Int {
        (count + blockCapacity - 1) / blockCapacity
    }

    /// How many bytes a block of `count` pairs takes.
    static func blockBytes(_ count: Int) -> Int {
        MemoryLayout<UInt64>.size + count * MemoryLayout<KeyedValue>.stride
    }

    /// How many bytes a run of `count` pairs takes.
    static func byteCount(_ count: Int, blockCapacity: Int) -> Int {
        let blockCount = (count + blockCapacity - 1) / blockCapacity
        return blockCount * MemoryLayout<UInt64>.size + count * MemoryLayout<KeyedValue>.stride
    }

    /// The checksum of a block's pairs.
    static func checksum(_ pairs: UnsafeRawBufferPointer, blockNumber: Int) -> UInt64 {
        tamis_xxh3_64(pairs.baseAddress, pairs.count, UInt64(truncatingIfNeeded: blockNumber))
    }

    /// Reads a block into `buffer`, which has room for a full one, and returns its pairs there.
    func readBlock(
        _ number: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(InputError) -> UnsafeBufferPointer<KeyedValue> {
        let pairCount = min(blockCapacity, count - number * blockCapacity)
        let start = offset + number * Self.blockBytes(blockCapacity)
        let block = UnsafeMutableRawBufferPointer(rebasing: buffer[..<Self.blockBytes(pairCount)])
        try file.read(into: block, at: start)
        let pairs = UnsafeRawBufferPointer(rebasing: block[MemoryLayout<UInt64>.size...])
        guard block.load(as: UInt64.self) == Self.checksum(pairs, blockNumber: number) else {
            throw file.mismatch(at: start)
        }
        return pairs.assumingMemoryBound(to: KeyedValue.self)
    }
}
