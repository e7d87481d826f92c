import CKernels
import CXXHash

/// Finds the words of a whole text and hashes their near foldings.
///
/// A run of ASCII letters and digits is a word whose near folding stands in the lower-cased text already. Runs with
/// anything else go through `WordBreaker` and `NearFolder`.
struct WordHasher: ~Copyable {
    private let text: TextBlocks
    private var words: [Word] = []
    private var scratch = ByteBuffer(capacity: 256)

    init(_ text: TextBlocks) {
        self.text = text
        words.reserveCapacity(text.utf8.count / 5 + 8)
    }

    /// All words, in order.
    consuming func hashedWords() -> [Word] {
        var carry: UInt64 = 0
        var special: UInt64 = 0
        var start = -1
        for block in 0..<(text.utf8.count + 63) / 64 {
            let masks = text.blocks[block]
            var edges = masks.run ^ (masks.run << 1 | carry)
            carry = masks.run >> 63
            while edges != 0 {
                let edge = edges.trailingZeroBitCount
                edges &= edges &- 1
                if start < 0 {
                    start = block << 6 + edge
                    special = 0
                } else {
                    special |= masks.special & Self.bits(from: start - block << 6, to: edge)
                    appendRun(start..<block << 6 + edge, isSpecial: special != 0)
                    start = -1
                }
            }
            if start >= 0 { special |= masks.special & Self.bits(from: start - block << 6, to: 64) }
        }
        if start >= 0 { appendRun(start..<text.utf8.count, isSpecial: special != 0) }
        return words
    }

    /// The bits `from..<to` of a block, where `from` may be negative.
    @inline(__always)
    private static func bits(from: Int, to: Int) -> UInt64 {
        UInt64.max << UInt64(max(from, 0)) & ~(UInt64.max << UInt64(to))
    }

    @inline(__always)
    private mutating func appendRun(_ run: ByteRange, isSpecial: Bool) {
        if isSpecial {
            appendSpecialRun(run)
        } else {
            append(run, hash: tamis_xxh3_64(text.lowered + run.lowerBound, run.count, 0))
        }
    }

    private mutating func appendSpecialRun(_ run: ByteRange) {
        let breaker = WordBreaker(utf8: text.utf8, end: run.upperBound)
        let folder = NearFolder(utf8: text.utf8)
        var offset = run.lowerBound
        while let word = breaker.word(from: offset) {
            scratch.count = 0
            folder.append(word, to: &scratch)
            append(word, hash: tamis_xxh3_64(scratch.bytes, scratch.count, 0))
            offset = word.upperBound
        }
    }

    @inline(__always)
    private mutating func append(_ range: ByteRange, hash: UInt64) {
        words.append(
            Word(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound), hash: hash))
    }
}
