import CXXHash

// Example: "Read  more…\u{A0}now" has the words "Read", "more…" and "now".

/// The words between white space, hashed as they stand.
struct SplitWords {
    /// The words in order.
    private(set) var words: [Word] = []

    init() {}

    /// Finds the words of `text`; a text of 4 GiB or more has none, as offsets are of 32 bits.
    init(_ text: SplitText) {
        let utf8 = text.utf8
        guard utf8.count <= UInt32.max else { return }
        words.reserveCapacity(utf8.count / 6 + 8)
        var offset = 0
        while offset < utf8.count {
            let space = text.spaceLength(at: offset)
            if space > 0 {
                offset += space
                continue
            }
            let start = offset
            while true {
                offset = utf8.firstBlankOrNonASCII(from: offset, to: utf8.count)
                guard offset < utf8.count, text.spaceLength(at: offset) == 0 else { break }
                offset += 1
            }
            words.append(
                Word(
                    start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: offset),
                    hash: tamis_xxh3_64(utf8.baseAddress! + start, offset - start, 0)))
        }
    }
}

extension Word {
    /// The word's bytes.
    @inline(__always)
    var range: ByteRange { Int(start)..<Int(end) }
}

extension CharacterTally {
    /// The number of characters of `words`, the space between them not counted.
    func count(in words: Slice<UnsafeBufferPointer<Word>>) -> Int {
        words.reduce(0) { $0 + count(in: $1.range) }
    }
}
