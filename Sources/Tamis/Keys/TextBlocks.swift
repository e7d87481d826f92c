import CKernels

/// A text with its lower-cased copy and its block masks; valid inside `with(_:_:)`.
struct TextBlocks {
    let utf8: UnsafeBufferPointer<UInt8>
    /// The text with ASCII letters in lower case and a blank for each ASCII white space.
    let lowered: UnsafeMutablePointer<UInt8>
    /// One description for each 64 bytes.
    let blocks: UnsafeMutablePointer<tamis_text_block>

    /// Describes `utf8` once and calls `body`.
    static func with<Result>(_ utf8: UnsafeBufferPointer<UInt8>, _ body: (TextBlocks) -> Result) -> Result {
        let blockCount = (utf8.count + 63) / 64
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(blockCount, 1) * 64) { lowered in
            withUnsafeTemporaryAllocation(of: tamis_text_block.self, capacity: max(blockCount, 1)) { blocks in
                let text = TextBlocks(utf8: utf8, lowered: lowered.baseAddress!, blocks: blocks.baseAddress!)
                if let bytes = utf8.baseAddress { tamis_text_blocks(bytes, utf8.count, text.lowered, text.blocks) }
                return body(text)
            }
        }
    }

    /// The first offset in `start..<end` whose bit of `mask` is set; `end` when there is none.
    @inline(__always)
    func first(from start: Int, to end: Int, in mask: (tamis_text_block) -> UInt64) -> Int {
        guard start < end else { return end }
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
