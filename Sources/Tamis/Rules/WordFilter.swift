// Most lines share no two words at their start with a phrase, so most are done with after two words:
//
//     rows    leave a reply *, tags *, home        pairs {leave a}, openings {tags}, lone {home}
//     "Leave the gate open, said the mayor."       leave the: in none, not folded
//     "Tags: harbour, ships"                       tags: may match, is folded and looked up

/// The first or last words of phrases: may say yes to words that open no phrase, never no to those that do.
struct WordFilter: Sendable {
    /// Which end of a line is looked at.
    enum End { case first, last }

    private let end: End
    /// Pairs of words, one-word phrases that take more words, and one-word phrases that do not.
    private var pairs = Bits()
    private var openings = Bits()
    private var lone = Bits()

    /// How long a line of one word may be.
    private static let loneByteLimit = 40

    init(_ end: End) {
        self.end = end
    }

    /// Adds the words of a pattern; `isLone` where it takes no others.
    mutating func insert(_ words: ArraySlice<UInt8>, isLone: Bool) {
        let hashes = words.withUnsafeBufferPointer { WordFilter.hashes(end, 0..<$0.count, in: $0) }
        guard hashes.isPlain else { return }
        if words.contains(0x20) {
            pairs.insert(hashes.two)
        } else if isLone {
            lone.insert(hashes.one)
        } else {
            openings.insert(hashes.one)
        }
    }

    /// Whether a line may match; words that are not plain ASCII always may.
    func mayMatch(_ line: ByteRange, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let hashes = WordFilter.hashes(end, line, in: bytes)
        guard hashes.isPlain else { return true }
        return pairs.holds(hashes.two) || openings.holds(hashes.one)
            || line.count <= WordFilter.loneByteLimit && lone.holds(hashes.one)
    }

    /// The hash of the outermost word of a line, and that of the two outermost, in the order of the line.
    private static func hashes(
        _ end: End, _ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (one: UInt32, two: UInt32, isPlain: Bool) {
        let outer: (hash: UInt32, rest: ByteRange)?
        let inner: (hash: UInt32, rest: ByteRange)?
        switch end {
        case .first:
            outer = firstWord(line, in: bytes)
            inner = outer.flatMap { firstWord($0.rest, in: bytes) }
        case .last:
            outer = lastWord(line, in: bytes)
            inner = outer.flatMap { lastWord($0.rest, in: bytes) }
        }
        guard let outer, let inner else { return (0, 0, false) }
        let left = end == .first ? outer.hash : inner.hash
        let right = end == .first ? inner.hash : outer.hash
        return (outer.hash, left &* 31 ^ right, true)
    }

    /// The hash of the first word and what follows it; nil where a byte is not ASCII.
    private static func firstWord(_ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, ByteRange)? {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] < 0x80, !isWord(bytes[index]) { index += 1 }
        let start = index
        while index < line.upperBound, isWord(bytes[index]) { index += 1 }
        if index < line.upperBound, bytes[index] >= 0x80 { return nil }
        return (hash(start..<index, in: bytes), index..<line.upperBound)
    }

    /// The hash of the last word and what stands before it; nil where a byte is not ASCII.
    private static func lastWord(_ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, ByteRange)? {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1] < 0x80, !isWord(bytes[end - 1]) { end -= 1 }
        var start = end
        while start > line.lowerBound, isWord(bytes[start - 1]) { start -= 1 }
        if start > line.lowerBound, bytes[start - 1] >= 0x80 { return nil }
        return (hash(start..<end, in: bytes), line.lowerBound..<start)
    }

    /// FNV-1a of a word in lower case, a run of digits as one zero, as the template folding has it.
    private static func hash(_ word: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        var isInNumber = false
        for index in word {
            let isDigit = bytes[index] < 0x3A
            if !isDigit || !isInNumber {
                hash = (hash ^ UInt32(isDigit ? 0x30 : bytes[index] | 0x20)) &* 0x0100_0193
            }
            isInNumber = isDigit
        }
        return hash
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x41 && (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// A Bloom filter of one hash.
    private struct Bits: Sendable {
        private var words = [UInt64](repeating: 0, count: 256)

        mutating func insert(_ hash: UInt32) {
            words[Int((hash ^ hash >> 14) >> 6 & 255)] |= 1 << ((hash ^ hash >> 14) & 63)
        }

        func holds(_ hash: UInt32) -> Bool {
            words[Int((hash ^ hash >> 14) >> 6 & 255)] & 1 << ((hash ^ hash >> 14) & 63) != 0
        }
    }
}
