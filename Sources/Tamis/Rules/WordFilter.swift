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
    ///
    /// In a short line a number always may as well, since digits with blanks between them are folded to one.
    func mayMatch(_ line: ByteRange, of bytes: UnsafeBufferPointer<UInt8>, isShort: Bool) -> Bool {
        let hashes = WordFilter.hashes(end, line, in: bytes)
        guard hashes.isPlain else { return true }
        return pairs.holds(hashes.two) || openings.holds(hashes.one)
            || isShort && (hashes.hasDigit || lone.holds(hashes.one))
    }

    /// The hash of the outermost word of a line, and that of the two outermost, in the order of the line.
    @inline(__always)
    private static func hashes(
        _ end: End, _ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (one: UInt32, two: UInt32, isPlain: Bool, hasDigit: Bool) {
        let outer = end == .first ? firstWord(line, in: bytes) : lastWord(line, in: bytes)
        guard let outer else { return (0, 0, false, false) }
        let inner = end == .first ? firstWord(outer.rest, in: bytes) : lastWord(outer.rest, in: bytes)
        guard let inner else { return (0, 0, false, false) }
        let (left, right) = end == .first ? (outer.hash, inner.hash) : (inner.hash, outer.hash)
        return (outer.hash, left &* 31 ^ right, true, outer.hasDigit || inner.hasDigit)
    }

    /// The hash of a word, what lies further inside the line, and whether the word has a digit.
    private typealias OuterWord = (hash: UInt32, rest: ByteRange, hasDigit: Bool)

    /// The first word; nil where a byte is not ASCII.
    @inline(__always)
    private static func firstWord(_ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> OuterWord? {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] < 0x80, !isWord(bytes[index]) { index += 1 }
        let start = index
        while index < line.upperBound, isWord(bytes[index]) { index += 1 }
        if index < line.upperBound, bytes[index] >= 0x80 { return nil }
        let (hash, hasDigit) = hash(start..<index, in: bytes)
        return (hash, index..<line.upperBound, hasDigit)
    }

    /// The last word; nil where a byte is not ASCII.
    @inline(__always)
    private static func lastWord(_ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> OuterWord? {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1] < 0x80, !isWord(bytes[end - 1]) { end -= 1 }
        var start = end
        while start > line.lowerBound, isWord(bytes[start - 1]) { start -= 1 }
        if start > line.lowerBound, bytes[start - 1] >= 0x80 { return nil }
        let (hash, hasDigit) = hash(start..<end, in: bytes)
        return (hash, line.lowerBound..<start, hasDigit)
    }

    /// FNV-1a of a word in lower case, a run of digits as one zero, as the template folding has it.
    @inline(__always)
    private static func hash(
        _ word: ByteRange, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (hash: UInt32, hasDigit: Bool) {
        var hash: UInt32 = 0x811C_9DC5
        var isInNumber = false
        var hasDigit = false
        for index in word {
            let isDigit = bytes[index] < 0x3A
            if !isDigit || !isInNumber {
                hash = (hash ^ UInt32(isDigit ? 0x30 : bytes[index] | 0x20)) &* 0x0100_0193
            }
            isInNumber = isDigit
            hasDigit = hasDigit || isDigit
        }
        return (hash, hasDigit)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit
    }

    /// A Bloom filter of one hash.
    private struct Bits: Sendable {
        private var words = [UInt64](repeating: 0, count: 256)

        mutating func insert(_ hash: UInt32) {
            words[Int((hash ^ hash >> 14) >> 6 & 255)] |= 1 << ((hash ^ hash >> 14) & 63)
        }

        func holds(_ hash: UInt32) -> Bool {
            words.withUnsafeBufferPointer { $0[Int((hash ^ hash >> 14) >> 6 & 255)] } & 1 << ((hash ^ hash >> 14) & 63) != 0
        }
    }
}
