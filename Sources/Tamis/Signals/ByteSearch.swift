// Eight bytes at a time: bytes that are sought set the top bit of their place in a word,
//
//     bytes   N  o  .  –(E2 80 93)  …      from the lowest address up
//     bits    0  0  0  1  1  1             the first set bit, divided by 8, is the place

extension UnsafeBufferPointer<UInt8> {
    /// The first offset in `start..<end` whose byte is 0x80 or above; `end` where there is none.
    @inline(__always)
    func firstNonASCII(from start: Int, to end: Int) -> Int {
        first(from: start, to: end, marks: { $0 }, isSought: { $0 >= 0x80 })
    }

    /// The first offset in `start..<end` whose byte is a line feed; `end` where there is none.
    @inline(__always)
    func firstLineFeed(from start: Int, to end: Int) -> Int {
        first(from: start, to: end, marks: { zeros($0 ^ 0x0A0A_0A0A_0A0A_0A0A) }, isSought: { $0 == 0x0A })
    }

    /// The first offset in `start..<end` that is sought.
    ///
    /// `marks` sets the top bit of bytes that are sought, and of no byte before the first of them.
    @inline(__always)
    private func first(
        from start: Int, to end: Int, marks: (UInt64) -> UInt64, isSought: (UInt8) -> Bool
    ) -> Int {
        var offset = start
        func marksOfWord(at offset: Int) -> UInt64 {
            marks(UInt64(littleEndian: UnsafeRawPointer(baseAddress! + offset).loadUnaligned(as: UInt64.self)))
        }
        while offset &+ 32 <= end {
            let found =
                marksOfWord(at: offset) | marksOfWord(at: offset &+ 8) | marksOfWord(at: offset &+ 16)
                | marksOfWord(at: offset &+ 24)
            if found & 0x8080_8080_8080_8080 != 0 { break }
            offset &+= 32
        }
        while offset &+ 8 <= end {
            let found = marksOfWord(at: offset) & 0x8080_8080_8080_8080
            if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
            offset &+= 8
        }
        while offset < end, !isSought(self[offset]) { offset &+= 1 }
        return offset
    }
}

/// Sets the top bit of bytes that are zero; bytes above the first of them may be marked without being zero.
@inline(__always)
private func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word
}
