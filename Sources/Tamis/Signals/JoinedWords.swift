import CXXHash

// datatrove compares runs of n words without the white space between them:
//
//     words     ab  c  x  a  bc          joined   abcxabc
//     n = 2     abc    …     abc         the same, though no word is
//
// Runs that are the same begin with the same bytes, so that positions whose first bytes stand once are passed over, the
// more bytes the longer the runs; the others are compared run by run.

/// The words of a text without white space between them, and the runs of words that repeat in it.
struct JoinedWords {
    private let words: SplitWords
    /// How many words a run has; 5 at first.
    private(set) var length = 5
    /// Words at which a run may begin that stands twice, in order.
    private var candidates: [UInt32]

    init(_ words: SplitWords) {
        self.words = words
        let runCount = max(0, words.words.count - 4)
        candidates = Array(0..<UInt32(truncatingIfNeeded: runCount))
        narrow(prefix: 16)
    }

    /// Goes on to runs of one more word.
    mutating func extend() {
        length += 1
        if length == 7 { narrow(prefix: 24) }
        if length == 9 { narrow(prefix: 32) }
    }

    /// Leaves out the candidates whose first `prefix` bytes no other candidate has; at most 32 bytes.
    private mutating func narrow(prefix: Int) {
        let length = length
        candidates.removeAll { Int($0) + length >= words.offsets.count }
        let count = candidates.count
        let kept = words.joined.withUnsafeBytes { bytes in
            words.offsets.withUnsafeBufferPointer { offsets in
                candidates.withUnsafeMutableBufferPointer { candidates in
                    func key(_ index: Int) -> UInt64 {
                        Self.key(bytes.baseAddress! + Int(offsets[Int(candidates[index])]), prefix)
                    }
                    let filter = PairFilter(count, pair: key)
                    var kept = 0
                    for index in 0..<count {
                        let position = candidates[index]
                        // A shorter run may equal one that the filter has not seen whole.
                        let byteCount = offsets[Int(position) &+ length] &- offsets[Int(position)]
                        let isShort = byteCount < UInt32(truncatingIfNeeded: prefix) ? 1 : 0
                        let isKept = isShort | filter.countIfRepeated(key(index))
                        candidates[kept] = position
                        kept &+= isKept
                    }
                    return kept
                }
            }
        }
        candidates.removeSubrange(kept...)
    }

    /// A key of the first `prefix` bytes, a multiple of eight from 16 on; never 0.
    @inline(__always)
    private static func key(_ bytes: UnsafeRawPointer, _ prefix: Int) -> UInt64 {
        var key: UInt64 = 0x9E37_79B9_7F4A_7C15
        for offset in stride(from: 0, to: prefix, by: 8) {
            let product = (bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ key)
                .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
            key = product.high ^ product.low
        }
        return key | 1
    }

    /// Gives `body` the later copies of runs, which do not overlap: behind a copy the search goes on after its last word, and
    /// no run that begins inside of it is remembered.
    func forEachRepeat(table: inout HashTable, _ body: (Range<Int>) -> Void) {
        table.reset(expectedCount: min(candidates.count, 1 << 16))
        words.joined.withUnsafeBufferPointer { bytes in
            words.offsets.withUnsafeBufferPointer { offsets in
                var next = 0
                for candidate in candidates {
                    let position = Int(candidate)
                    guard position >= next else { continue }
                    guard position < offsets.count - length else { return }
                    let (start, end) = (Int(offsets[position]), Int(offsets[position + length]))
                    let known = table.count
                    if table.index(of: tamis_xxh3_64(bytes.baseAddress! + start, end - start, 0)) < known {
                        body(position..<(position + length))
                        next = position + length
                    }
                }
            }
        }
    }
}
