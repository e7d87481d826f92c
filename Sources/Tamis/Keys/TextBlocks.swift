import CKernels

/// A text with its lower-cased copy and its block masks; valid inside `with(_:_:)`.
struct TextBlocks {
    let utf8: UnsafeBufferPointer<UInt8>
    /// The text with ASCII letters in lower case and a blank for each ASCII white space.
    let lowered: UnsafePointer<UInt8>
    /// One description for each 64 bytes.
    let blocks: UnsafePointer<tamis_text_block>

    /// How many bytes behind the lower-cased text kernels may read.
    private static let spareBytes = 8

    var blockCount: Int { (utf8.count + 63) / 64 }

    /// Describes `utf8` once, calls `body`, and returns its result and the lower-cased text, which has `spare` room.
    static func with<Result>(
        _ utf8: UnsafeBufferPointer<UInt8>, spare: Int = 0, _ body: (TextBlocks) -> Result
    ) -> (result: Result, lowered: [UInt8]) {
        let blockCount = max((utf8.count + 63) / 64, 1)
        return withUnsafeTemporaryAllocation(of: tamis_text_block.self, capacity: blockCount) { blocks in
            let blocks = blocks.baseAddress!
            let lowered = [UInt8](filling: blockCount * 64 + spareBytes + spare) { lowered, count in
                if let bytes = utf8.baseAddress { tamis_text_blocks(bytes, utf8.count, lowered.baseAddress!, blocks) }
                count = utf8.count
            }
            let result = lowered.withUnsafeBufferPointer { lowered in
                // An empty array may have no address; then nothing is read from it.
                let bytes = lowered.baseAddress ?? UnsafePointer(bitPattern: 64)!
                return body(TextBlocks(utf8: utf8, lowered: bytes, blocks: blocks))
            }
            return (result, lowered)
        }
    }

    /// Describes `utf8` for the time of `body`; a short text takes no memory but the stack's.
    static func with<Result>(
        passing utf8: UnsafeBufferPointer<UInt8>, _ body: (TextBlocks) -> Result
    ) -> Result {
        let blockCount = max((utf8.count + 63) / 64, 1)
        return withUnsafeTemporaryAllocation(of: tamis_text_block.self, capacity: blockCount) { blocks in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: blockCount * 64 + spareBytes) { lowered in
                // A buffer of this size has an address.
                let (blocks, lowered) = (blocks.baseAddress!, lowered.baseAddress!)
                if let bytes = utf8.baseAddress { tamis_text_blocks(bytes, utf8.count, lowered, blocks) }
                return body(TextBlocks(utf8: utf8, lowered: lowered, blocks: blocks))
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

    /// The first offset of the stretch with bits of `mask` that ends before `offset`; `offset` when there is none.
    func start(before offset: Int, where mask: (tamis_text_block) -> UInt64) -> Int {
        var start = offset
        while start > 0 {
            let block = (start - 1) >> 6
            // The bits below `start`, moved to the top.
            let place = UInt64(start - block << 6)
            let length = (~mask(blocks[block]) << (64 - place)).leadingZeroBitCount
            start -= min(length, Int(place))
            if length < place { break }
        }
        return start
    }
}
