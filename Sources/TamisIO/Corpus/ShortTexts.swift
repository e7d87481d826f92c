// A text of a line has twenty band keys and a few shingles, and mostly no other text has one of them. Two texts that agree in
// a band have a shingle in common, that with the smallest value, as far as signatures see it: in its lower half.
//
//     a   shingles 1 2        b   shingle 3        c   shingles 2 4
//
// So a and c get their band keys, and b gets none. Of a text with many shingles the band keys are kept in mind instead.

import CKernels
import Tamis

/// Tells which short texts may have a band key in common with another text, so that the keys of the others are not sorted.
final class ShortTexts {
    /// 64 bits in which a value sets two: when it came, and when it came again.
    private struct Cell: BitwiseCopyable {
        var seen: UInt64
        var repeated: UInt64
    }

    private let banding: Banding
    private let memory: ZeroedMemory<Cell>
    private let shift: UInt64
    /// Whether there are band keys among the values.
    private var knowsBandKeys = false
    /// Whether there are shingles among the values.
    private var knowsShingles = false

    /// Takes up to `memoryBytes`, and not so much that a small input would feel it.
    init(memoryBytes: Int, banding: Banding) throws(OutputError) {
        let bytes = min(max(memoryBytes, 1 << 10), 8 << 20)
        let bits = Int.bitWidth - 1 - (bytes / MemoryLayout<Cell>.stride).leadingZeroBitCount
        guard let memory = ZeroedMemory<Cell>(count: 1 << bits) else {
            throw OutputError("no memory for \(bytes) bytes", file: "comparing short texts", advice: "lower --memory")
        }
        // Every value meets another page, and finding a small one takes longer than all else.
        tamis_advise_huge_pages(memory.elements, bytes)
        self.memory = memory
        shift = UInt64(UInt64.bitWidth - bits)
        self.banding = banding
    }

    /// Takes note of the next texts, of which there are band keys unless they are short.
    ///
    /// Nothing else is done between them, so that the processor waits for several cells at a time.
    func add(_ facts: DocumentFacts) {
        var (key, shingle) = (0, 0)
        for row in facts.rows {
            add(shingles: facts.shingles[shingle..<row.shingleEnd], keys: facts.keys[key..<row.keyEnd])
            (key, shingle) = (row.keyEnd, row.shingleEnd)
        }
    }

    @inline(__always)
    private func add(shingles: ArraySlice<UInt64>, keys: ArraySlice<UInt64>) {
        if isShort(shingles.count) {
            knowsShingles = true
            for shingle in shingles { add(UInt64(UInt32(truncatingIfNeeded: shingle)), isRepeated: false) }
        } else if !shingles.isEmpty {
            knowsBandKeys = true
            for key in keys where !Fingerprint.isParagraphKey(key) { add(key, isRepeated: true) }
        }
    }

    /// Calls `body` with the number and the band keys of each short text that may have one in common with another one.
    func forEach(_ shingles: SequenceStore, _ body: (Int, [UInt64]) throws -> Void) throws {
        guard knowsShingles else { return }
        try shingles.forEach { number, shingles in
            guard isShort(shingles.count) else { return }
            let isAlone = !shingles.contains { isRepeated(UInt64(UInt32(truncatingIfNeeded: $0))) }
            if isAlone, !knowsBandKeys { return }
            let keys = Signature(shingles: shingles).bandKeys(banding)
            if !isAlone || keys.contains(where: isRepeated) { try body(number, keys) }
        }
    }

    private func isShort(_ shingleCount: Int) -> Bool { 1...Fingerprint.shortShingleCount ~= shingleCount }

    private func add(_ value: UInt64, isRepeated: Bool) {
        let (place, bits) = place(of: value)
        let cell = memory.elements + place
        if isRepeated || cell.pointee.seen & bits == bits { cell.pointee.repeated |= bits }
        cell.pointee.seen |= bits
    }

    private func isRepeated(_ value: UInt64) -> Bool {
        let (place, bits) = place(of: value)
        return memory.elements[place].repeated & bits == bits
    }

    private func place(of value: UInt64) -> (cell: Int, bits: UInt64) {
        let mixed = value &* 0x9E37_79B9_7F4A_7C15
        return (Int(mixed >> shift), 1 << (mixed >> 32 & 63) | 1 << (mixed >> 26 & 63))
    }
}
