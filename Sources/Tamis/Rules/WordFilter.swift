import CXXHash

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
    private var pairs = HashFilter()
    private var openings = HashFilter()
    private var lone = HashFilter()
    /// The same pairs and openings by the hashes that a segmented text has of its words, and the outer words of all phrases.
    private var knownOuters = HashFilter()
    private var knownPairs = HashFilter()
    private var knownOpenings = HashFilter()

    init(_ end: End) {
        self.end = end
    }

    /// Adds the words of a pattern; `isLone` where it takes no others.
    mutating func insert(_ words: UnsafeBufferPointer<UInt8>, isLone: Bool) {
        let outer = outermost(of: words[...])
        knownOuters.insert(WordFilter.hash(outer))
        let hashes = WordFilter.hashes(end, words.indices, in: words)
        guard hashes.isPlain else { return }
        guard outer.count < words.count else {
            if isLone { return lone.insert(hashes.one) }
            openings.insert(hashes.one)
            return knownOpenings.insert(WordFilter.hash(outer))
        }
        let inner = outermost(of: end == .first ? words[(outer.endIndex + 1)...] : words[..<(outer.startIndex - 1)])
        pairs.insert(hashes.two)
        knownPairs.insert(WordFilter.mixed(WordFilter.hash(outer), WordFilter.hash(inner)))
    }

    /// The first or last of words with a blank between two.
    private func outermost(of words: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        end == .first
            ? words.prefix { $0 != 0x20 } : words[(words.lastIndex(of: 0x20).map { $0 + 1 } ?? words.startIndex)...]
    }

    /// The hash that a segmented text has of a word.
    private static func hash(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        let word = UnsafeBufferPointer(rebasing: word)
        return tamis_xxh3_64(word.baseAddress, word.count, 0)
    }

    /// Whether a line may match, by the words it was cut into; words that are not plain letters go to the other test.
    func mayMatch(
        _ line: Segment, _ words: UnsafeBufferPointer<Word>, of bytes: UnsafeBufferPointer<UInt8>, isShort: Bool
    ) -> Bool {
        guard line.words.count >= 2 else { return mayMatch(line.range, of: bytes, isShort: isShort) }
        let outer = words[end == .first ? line.words.lowerBound : line.words.upperBound - 1]
        let inner = words[end == .first ? line.words.lowerBound + 1 : line.words.upperBound - 2]
        let (start, stop) = (line.range.lowerBound, line.range.upperBound)
        let (edge, gap, beyond) =
            end == .first
            ? (
                start..<Int(outer.start), Int(outer.end)..<Int(inner.start),
                Int(inner.end)..<min(stop, Int(inner.end) + 1)
            )
            : (
                Int(outer.end)..<stop, Int(inner.end)..<Int(outer.start),
                max(start, Int(inner.start) - 1)..<Int(inner.start)
            )
        guard bytes.areLetters(outer.range), bytes.areASCII(edge), bytes.areASCII(gap) else {
            return mayMatch(line.range, of: bytes, isShort: isShort)
        }
        guard knownOuters.holds(outer.hash) else { return false }
        guard bytes.areLetters(inner.range), bytes.areASCII(beyond) else {
            return mayMatch(line.range, of: bytes, isShort: isShort)
        }
        // A line of two words is no lone one.
        return knownOpenings.holds(outer.hash) || knownPairs.holds(WordFilter.mixed(outer.hash, inner.hash))
    }

    @inline(__always)
    private static func mixed(_ outer: UInt64, _ inner: UInt64) -> UInt64 { outer ^ (inner << 21 | inner >> 43) }

    /// Whether a line may match; words that are not plain ASCII always may.
    ///
    /// In a short line numbers side by side always may as well, since digits with blanks between them are folded to one.
    func mayMatch(_ line: ByteRange, of bytes: UnsafeBufferPointer<UInt8>, isShort: Bool) -> Bool {
        let hashes = WordFilter.hashes(end, line, in: bytes)
        guard hashes.isPlain else { return true }
        return pairs.holds(hashes.two) || openings.holds(hashes.one)
            || isShort && (hashes.mayJoinNumbers || lone.holds(hashes.one))
    }

    /// The hash of the outermost word of a line, and that of the two outermost, in the order of the line; whether digits of
    /// different words may become one number.
    @inline(__always)
    private static func hashes(
        _ end: End, _ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (one: UInt64, two: UInt64, isPlain: Bool, mayJoinNumbers: Bool) {
        let outer = end == .first ? firstWord(line, in: bytes) : lastWord(line, in: bytes)
        guard let outer else { return (0, 0, false, false) }
        let inner = end == .first ? firstWord(outer.rest, in: bytes) : lastWord(outer.rest, in: bytes)
        guard let inner else { return (0, 0, false, false) }
        let (left, right) = end == .first ? (outer, inner) : (inner, outer)
        let mayJoinNumbers =
            right.beginsWithDigit && left.endsWithDigit
            || (end == .last ? left.beginsWithDigit : right.endsWithDigit)
        return (UInt64(outer.hash), UInt64(left.hash &* 31 ^ right.hash), true, mayJoinNumbers)
    }

    /// The hash of a word, what lies further inside the line, and whether the word has digits at its ends.
    private typealias OuterWord = (hash: UInt32, rest: ByteRange, beginsWithDigit: Bool, endsWithDigit: Bool)

    /// The first word; nil where a byte is not ASCII.
    @inline(__always)
    private static func firstWord(_ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> OuterWord? {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] < 0x80, !isWord(bytes[index]) { index += 1 }
        let word = word(index..<line.upperBound, in: bytes)
        if word.end < line.upperBound, bytes[word.end] >= 0x80 { return nil }
        return (word.hash, word.end..<line.upperBound, word.beginsWithDigit, word.endsWithDigit)
    }

    /// The last word; nil where a byte is not ASCII.
    @inline(__always)
    private static func lastWord(_ line: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> OuterWord? {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1] < 0x80, !isWord(bytes[end - 1]) { end -= 1 }
        var start = end
        while start > line.lowerBound, isWord(bytes[start - 1]) { start -= 1 }
        if start > line.lowerBound, bytes[start - 1] >= 0x80 { return nil }
        let word = word(start..<end, in: bytes)
        return (word.hash, line.lowerBound..<start, word.beginsWithDigit, word.endsWithDigit)
    }

    /// FNV-1a of the word at the start of a range in lower case, a run of digits as one zero, as the template folding has it.
    @inline(__always)
    private static func word(
        _ range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (hash: UInt32, end: Int, beginsWithDigit: Bool, endsWithDigit: Bool) {
        var hash: UInt32 = 0x811C_9DC5
        var index = range.lowerBound
        var isInNumber = false
        while index < range.upperBound {
            let byte = bytes[index]
            if byte.isASCIILetter {
                hash = (hash ^ UInt32(byte | 0x20)) &* 0x0100_0193
                isInNumber = false
            } else if byte.isASCIIDigit {
                if !isInNumber { hash = (hash ^ 0x30) &* 0x0100_0193 }
                isInNumber = true
            } else {
                break
            }
            index += 1
        }
        let beginsWithDigit = index > range.lowerBound && bytes[range.lowerBound].isASCIIDigit
        return (hash, index, beginsWithDigit, isInNumber)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether all bytes of a word are ASCII letters; eight at a time where there is room.
    @inline(__always)
    fileprivate func areLetters(_ word: ByteRange) -> Bool {
        guard word.count <= 8, word.lowerBound + 8 <= count else { return self[word].allSatisfy(\.isASCIILetter) }
        let bytes = UInt64(
            littleEndian: UnsafeRawPointer(baseAddress! + word.lowerBound).loadUnaligned(as: UInt64.self))
        let tops = 0x8080_8080_8080_8080 & (UInt64.max >> UInt64(64 - 8 * word.count))
        guard bytes & tops == 0 else { return false }
        let small = bytes | 0x2020_2020_2020_2020
        // The top bit of a byte shows that it is `a` or above; then that it is above `z`.
        let isLetter = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
        return isLetter & tops == tops
    }

    @inline(__always)
    fileprivate func areASCII(_ range: ByteRange) -> Bool {
        for offset in range where self[offset] >= 0x80 { return false }
        return true
    }
}
