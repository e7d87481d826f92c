import CXXHash

// datatrove compares runs of n words without the white space between them:
//
//     words     ab  c  x  a  bc          joined   abcxabc
//     n = 2     abc    …     abc         the same, though no word is
//
// Runs that are the same begin with the same bytes, so that positions whose first bytes stand once are passed over, the
// more bytes the longer the runs; the others are compared run by run.

/// The words of a text without white space between them, and the runs of words that repeat in it.
struct JoinedWords: ~Copyable {
    /// How many words a run has; 5 at first.
    private(set) var length = 5
    private let words: tamis_joined_words
    /// Words at which a run may begin that stands twice, in order; the first of as many as were there at first.
    private let candidates: UnsafeMutablePointer<UInt32>
    private var candidateCount: Int
    /// A number per candidate, for one call.
    private let scratch: UnsafeMutablePointer<UInt32>

    /// Takes words in memory that outlives this value.
    init(bytes: UnsafePointer<UInt8>?, offsets: UnsafeBufferPointer<UInt32>) {
        words = tamis_joined_words(bytes: bytes, offsets: offsets.baseAddress, word_count: offsets.count - 1)
        candidateCount = max(0, words.word_count - length + 1)
        candidates = .allocate(capacity: candidateCount)
        scratch = .allocate(capacity: candidateCount)
        for index in 0..<candidateCount { candidates[index] = UInt32(truncatingIfNeeded: index) }
        narrow(prefix: 16)
    }

    deinit {
        candidates.deallocate()
        scratch.deallocate()
    }

    /// Goes on to runs of one more word.
    mutating func extend() {
        length += 1
        // Four bytes a word: most runs are longer. Behind the last word are no more than 32 bytes that may be read.
        if length % 2 == 0 { narrow(prefix: min(length * 4, Int(TAMIS_JOINED_SPARE_BYTES))) }
    }

    /// Leaves out the candidates whose first `prefix` bytes no other candidate has.
    private mutating func narrow(prefix: Int) {
        // Some 24 counters a candidate, so that few meet by chance; at most one MiB, which stays near and changes no result.
        let counterCount = Self.powerOfTwo(atLeast: min(candidateCount * 16, 1 << 20))
        candidateCount = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: counterCount) { counters in
            counters.initialize(repeating: 0)
            return tamis_narrow_runs(
                words, length, prefix, candidates, candidateCount, counters.baseAddress, counterCount, scratch)
        }
    }

    /// The first words of later copies of runs, which do not overlap; valid until the next call.
    ///
    /// Behind a copy the search goes on after its last word, and no run that begins inside of it is remembered.
    func repeats() -> UnsafeBufferPointer<UInt32> {
        let slotCount = Self.powerOfTwo(atLeast: candidateCount * 2)
        let count = withUnsafeTemporaryAllocation(of: UInt64.self, capacity: slotCount) { slots in
            slots.initialize(repeating: 0)
            return tamis_repeated_runs(words, length, candidates, candidateCount, slots.baseAddress, slotCount, scratch)
        }
        return UnsafeBufferPointer(start: scratch, count: count)
    }

    private static func powerOfTwo(atLeast count: Int) -> Int {
        count <= 16 ? 16 : 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount)
    }
}
