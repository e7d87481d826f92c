// Text as `str.split`, `str.strip` and `str.splitlines` of Python see it, on which most published filters stand:
//
//     "one\u{1C}two\u{85}three"     three words and three lines, where Unicode's White_Space has no U+001C
//
// Lengths are Unicode scalars; a byte that is not UTF-8 counts as one.

/// A text with the splitting rules of the published filters.
struct SplitText {
    let utf8: UnsafeBufferPointer<UInt8>
    let characters: CharacterTally
    /// A description of each 64 bytes, in which wide white space is marked too.
    let blocks: SplitBlocks
    /// What stands between line feeds, with keys; empty unless asked for.
    let pieces: [Segment]

    init(_ utf8: UnsafeBufferPointer<UInt8>, characters: CharacterTally, hasPieces: Bool = false) {
        self.utf8 = utf8
        self.characters = characters
        blocks = SplitBlocks(utf8)
        pieces = hasPieces ? Self.pieces(utf8, blocks) : []
    }

    /// How many bytes the white space at `offset` takes; 0 where none stands.
    @inline(__always)
    func spaceLength(at offset: Int) -> Int {
        let byte = utf8[offset]
        if byte < 0x80 { return Self.isSpace(byte) ? 1 : 0 }
        return byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) ? wideSpaceLength(at: offset) : 0
    }

    /// White_Space of ASCII, and the four separators U+001C to U+001F.
    @inline(__always)
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F)
    }

    private func wideSpaceLength(at offset: Int) -> Int {
        let scalar = DecodedScalar(utf8, at: offset, end: utf8.count)
        return scalar.properties.isWhiteSpace ? scalar.length : 0
    }

    /// `range` without white space at its ends.
    func stripped(_ range: ByteRange) -> ByteRange {
        var start = range.lowerBound
        while start < range.upperBound {
            let length = spaceLength(at: start)
            guard length > 0 else { break }
            start += length
        }
        return start..<strippedEnd(start..<range.upperBound)
    }

    /// Where `range` ends without the white space at its end.
    func strippedEnd(_ range: ByteRange) -> Int {
        var end = range.upperBound
        while end > range.lowerBound {
            let byte = utf8[end - 1]
            if byte < 0x80 {
                guard Self.isSpace(byte) else { break }
                end -= 1
            } else {
                let scalar = DecodedScalar(utf8, endingAt: end, start: range.lowerBound)
                guard scalar.properties.isWhiteSpace else { break }
                end -= scalar.length
            }
        }
        return end
    }

    /// Gives `body` what stands between line feeds, the piece behind the last one included.
    @inline(__always)
    func forEachPiece(_ body: (ByteRange) -> Void) {
        var start = 0
        while true {
            let end = utf8.firstLineFeed(from: start, to: utf8.count)
            body(start..<end)
            guard end < utf8.count else { return }
            start = end + 1
        }
    }

    /// Gives `body` the lines of `str.splitlines`: cut also at VT, FF, U+001C–1E, NEL, U+2028 and U+2029, none behind the
    /// last line end.
    @inline(__always)
    func forEachLine(_ body: (ByteRange) -> Void) {
        var start = 0
        var offset = 0
        while true {
            offset = blocks.first(from: offset, to: utf8.count) { $0.line_end | $0.lead }
            guard offset < utf8.count else { break }
            let length = lineEndLength(at: offset)
            if length > 0 {
                body(start..<offset)
                start = offset + length
            }
            offset += max(length, 1)
        }
        if start < utf8.count { body(start..<utf8.count) }
    }

    /// How many bytes the line end at `offset` takes; 0 where none stands.
    private func lineEndLength(at offset: Int) -> Int {
        func byte(_ distance: Int) -> UInt8 { offset + distance < utf8.count ? utf8[offset + distance] : 0 }
        return switch utf8[offset] {
        case 0x0A, 0x0B, 0x0C, 0x1C, 0x1D, 0x1E: 1
        case 0x0D: byte(1) == 0x0A ? 2 : 1
        case 0xC2: byte(1) == 0x85 ? 2 : 0
        case 0xE2: byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9) ? 3 : 0
        default: 0
        }
    }

    /// Whether `range` ends with `suffix`.
    func hasSuffix(_ suffix: StaticString, in range: ByteRange) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard range.count >= length else { return false }
        return (0..<length).allSatisfy { utf8[range.upperBound - length + $0] == suffix.utf8Start[$0] }
    }

    /// Whether `range` ends in three full stops or `…`.
    func endsInEllipsis(_ range: ByteRange) -> Bool {
        hasSuffix("...", in: range) || hasSuffix("…", in: range)
    }

    /// How often three full stops stand, without overlap, and `…`.
    var ellipsisCount: Int {
        var count = blocks.ellipsisSignCount
        var end = 0
        blocks.forEachTriple { offset in
            guard offset >= end, utf8.hasBytes("...", at: offset) else { return }
            count += 1
            end = offset + 3
        }
        return count
    }
}
