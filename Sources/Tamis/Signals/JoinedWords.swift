import CXXHash

// datatrove compares runs of n words without the white space between them:
//
//     words     ab  c  x  a  bc          joined   abcxabc
//     n = 2     abc    …     abc         the same, though no word is
//
// Runs that are the same begin with the same sixteen bytes, so that positions whose sixteen bytes stand once are passed
// over; the others are compared run by run.

/// The words of a text without white space between them.
struct JoinedWords: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    /// Where each word begins in `bytes`, and where the last one ends.
    private let offsets: UnsafeMutablePointer<UInt32>
    private let wordCount: Int
    /// Words at which a run may begin that stands twice.
    private let candidates: [UInt32]
    /// How many bytes the filter compares.
    private static let prefix = 16
    /// The shortest run that is asked for.
    private static let shortestRun = 5

    init(_ words: UnsafeBufferPointer<Word>, of utf8: UnsafeBufferPointer<UInt8>) {
        wordCount = words.count
        let byteCount = words.reduce(0) { $0 + $1.range.count }
        bytes = .allocate(capacity: byteCount + Self.prefix)
        offsets = .allocate(capacity: words.count + 1)
        var count = 0
        for (index, word) in words.enumerated() {
            offsets[index] = UInt32(truncatingIfNeeded: count)
            Self.copy(word.range, of: utf8, to: bytes + count)
            count += word.range.count
        }
        offsets[words.count] = UInt32(truncatingIfNeeded: count)
        (bytes + count).initialize(repeating: 0, count: Self.prefix)
        candidates = Self.candidates(bytes, offsets, wordCount)
    }

    deinit {
        bytes.deallocate()
        offsets.deallocate()
    }

    /// Copies a word; most are copied with what follows them, which the next word overwrites.
    @inline(__always)
    private static func copy(
        _ word: ByteRange, of utf8: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
    ) {
        let source = utf8.baseAddress! + word.lowerBound
        if word.count <= prefix, word.lowerBound + prefix <= utf8.count {
            let (from, to) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(target))
            to.storeBytes(of: from.loadUnaligned(as: UInt64.self), as: UInt64.self)
            to.storeBytes(of: from.loadUnaligned(fromByteOffset: 8, as: UInt64.self), toByteOffset: 8, as: UInt64.self)
        } else {
            target.update(from: source, count: word.count)
        }
    }

    private static func candidates(
        _ bytes: UnsafeMutablePointer<UInt8>, _ offsets: UnsafeMutablePointer<UInt32>, _ wordCount: Int
    ) -> [UInt32] {
        let runCount = max(0, wordCount - shortestRun + 1)
        func start(_ position: Int) -> UInt64 {
            let head = UnsafeRawPointer(bytes + Int(offsets[position]))
            let first = head.loadUnaligned(as: UInt64.self)
            let second = head.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: second ^ 0xA076_1D64_78BD_642F)
            return (product.high ^ product.low) | 1
        }
        let filter = PairFilter(runCount, pair: start)
        return [UInt32](unsafeUninitializedCapacity: runCount) { candidates, count in
            for position in 0..<runCount {
                // A shorter run may equal one that the filter has not seen whole.
                let isShort = Int(offsets[position + shortestRun] - offsets[position]) < prefix ? 1 : 0
                candidates[count] = UInt32(truncatingIfNeeded: position)
                count &+= isShort | filter.countIfRepeated(start(position))
            }
        }
    }

    /// Gives `body` the later copies of runs of `length` words, which do not overlap: behind a copy the search goes on
    /// after its last word, and no run that begins inside of it is remembered.
    func forEachRepeat(length: Int, table: inout HashTable, _ body: (Range<Int>) -> Void) {
        table.reset(expectedCount: min(candidates.count, 1 << 16))
        var next = 0
        for candidate in candidates {
            let position = Int(candidate)
            guard position >= next else { continue }
            guard position <= wordCount - length else { return }
            let range = Int(offsets[position])..<Int(offsets[position + length])
            let known = table.count
            if table.index(of: tamis_xxh3_64(bytes + range.lowerBound, range.count, 0)) < known {
                body(position..<(position + length))
                next = position + length
            }
        }
    }
}
