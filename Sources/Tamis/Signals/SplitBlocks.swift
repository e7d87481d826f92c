import CKernels
import CXXHash

// 64 bytes at a time: what the filters ask of every byte is a bit, and most questions are about some bits at once.
//
//     text      Read␣more...    …           (the ellipsis sign takes three bytes)
//     space     000010000000    000
//     terminal  000000000111    000         three in a row: perhaps an ellipsis
//     lead      000000000000    100         looked at: no white space, but an ellipsis sign

/// The block masks of a text, with the white space beyond ASCII marked as well.
struct SplitBlocks {
    private var blocks: [tamis_split_block]
    /// How often `…` stands.
    private(set) var ellipsisSignCount = 0
    /// Bytes of white space beyond ASCII without the first of each.
    private var wideSpaceSpareCount = 0
    /// Whether the sign of kelvin stands anywhere, whose lower case is a `k`.
    private(set) var hasKelvin = false

    init(_ utf8: UnsafeBufferPointer<UInt8>) {
        let blockCount = (utf8.count + 63) / 64
        blocks = [tamis_split_block](filling: blockCount) { blocks, count in
            if let bytes = utf8.baseAddress { tamis_split_blocks(bytes, utf8.count, blocks.baseAddress) }
            count = blockCount
        }
        var leads: [Int] = []
        for (index, block) in blocks.enumerated() where block.lead != 0 { leads.append(index) }
        for index in leads { addLeads(of: index, utf8) }
    }

    /// Looks at the characters whose first byte may begin white space, an ellipsis sign or the sign of kelvin.
    private mutating func addLeads(of index: Int, _ utf8: UnsafeBufferPointer<UInt8>) {
        var leads = blocks[index].lead
        while leads != 0 {
            let offset = index << 6 + leads.trailingZeroBitCount
            leads &= leads - 1
            let scalar = DecodedScalar(utf8, at: offset, end: utf8.count)
            if scalar.value == 0x2026 { ellipsisSignCount += 1 }
            if scalar.value == 0x212A { hasKelvin = true }
            guard scalar.properties.isWhiteSpace else { continue }
            wideSpaceSpareCount += scalar.length - 1
            for byte in offset..<(offset + scalar.length) { blocks[byte >> 6].space |= 1 << UInt64(byte & 63) }
        }
    }

    /// Gives `body` the blocks.
    @inline(__always)
    func withBlocks<Result>(_ body: (UnsafeBufferPointer<tamis_split_block>) -> Result) -> Result {
        blocks.withUnsafeBufferPointer(body)
    }

    /// The first offset in `start..<end` whose bit of `mask` is set; `end` where there is none.
    @inline(__always)
    func first(from start: Int, to end: Int, in mask: (tamis_split_block) -> UInt64) -> Int {
        guard start < end else { return end }
        return blocks.withUnsafeBufferPointer { blocks in
            var block = start >> 6
            var bits = mask(blocks[block]) & (UInt64.max << UInt64(start & 63))
            let last = (end - 1) >> 6
            while bits == 0 {
                block += 1
                if block > last { return end }
                bits = mask(blocks[block])
            }
            return min(block << 6 + bits.trailingZeroBitCount, end)
        }
    }

    /// How many words stand between white space.
    var wordCount: Int { blocks.withUnsafeBufferPointer { tamis_count_split_words($0.baseAddress, $0.count) } }

    /// How many white-space characters `utf8` has.
    func spaceCount(in utf8: UnsafeBufferPointer<UInt8>) -> Int {
        let count = blocks.reduce(0) { $0 + $1.space.nonzeroBitCount }
        // Behind the end all bits are set; wide white space has a bit for each byte.
        return count - (blocks.count * 64 - utf8.count) - wideSpaceSpareCount
    }

    /// How many of the signs `#`, `[`, `{` and `}` are `sign`.
    func count(_ sign: UInt8, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        forEachBit(of: { $0.sign }) { count += utf8[$0] == sign ? 1 : 0 }
        return count
    }

    /// Gives `body` where three sentence terminators of ASCII stand in a row, overlapping ones too.
    func forEachTriple(_ body: (Int) -> Void) {
        var last: UInt64 = 0
        for (index, block) in blocks.enumerated() {
            let terminal = block.terminal
            // Bits that end a triple, the one or two before it perhaps in the block before.
            var ends = terminal & (terminal << 1 | last >> 63) & (terminal << 2 | last >> 62)
            while ends != 0 {
                body(index << 6 + ends.trailingZeroBitCount - 2)
                ends &= ends - 1
            }
            last = terminal
        }
    }

    /// Gives `body` the offsets of the bits of a mask.
    @inline(__always)
    func forEachBit(of mask: (tamis_split_block) -> UInt64, _ body: (Int) -> Void) {
        for (index, block) in blocks.enumerated() {
            var bits = mask(block)
            while bits != 0 {
                body(index << 6 + bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
    }
}
