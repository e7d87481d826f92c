import CKernels
import CXXHash

// Example: "Read  more…\u{A0}now" has the words "Read", "more…" and "now", and is "Readmore…now" without white space.

/// The words between white space, hashed as they stand, and the text without the white space.
struct SplitWords {
    /// The words in order; equal words have equal hashes.
    private(set) var words: [Word] = []
    /// The words with nothing between them, and spare bytes behind the last.
    private(set) var joined: [UInt8] = []
    /// Where each word begins in `joined`, and where the last one ends.
    private(set) var offsets: [UInt32] = [0]

    /// The words that do not begin with a letter of ASCII, as indices of `words`.
    private(set) var odd: [UInt32] = []
    /// How many of the words the, be, to, of, and, that, have, with stand in the text.
    private(set) var distinctStopWordCount = 0

    init() {}

    /// Finds the words of `text`; a text of 4 GiB or more has none, as offsets are of 32 bits.
    init(_ text: SplitText) {
        let utf8 = text.utf8
        guard !utf8.isEmpty, utf8.count <= UInt32.max else { return }
        text.blocks.withBlocks { blocks in
            let wordCount = text.blocks.wordCount
            var extent = tamis_split_extent()
            var (joined, offsets, odd): ([UInt8], [UInt32], [UInt32]) = ([], [], [])
            words = [Word](filling: wordCount) { words, count in
                joined = [UInt8](filling: utf8.count + TAMIS_JOINED_SPARE_BYTES) { joined, joinedCount in
                    offsets = [UInt32](filling: wordCount + 1) { offsets, offsetCount in
                        odd = [UInt32](filling: wordCount) { odd, oddCount in
                            // A Word and a tamis_word are the same three numbers.
                            extent = words.withMemoryRebound(to: tamis_word.self) { words in
                                tamis_split_words(
                                    utf8.baseAddress, utf8.count, blocks.baseAddress, words.baseAddress,
                                    joined.baseAddress, offsets.baseAddress, odd.baseAddress)
                            }
                            oddCount = extent.odd_count
                        }
                        offsetCount = wordCount + 1
                    }
                    joinedCount = Int(offsets[wordCount]) + TAMIS_JOINED_SPARE_BYTES
                }
                count = wordCount
            }
            (self.joined, self.offsets, self.odd) = (joined, offsets, odd)
            distinctStopWordCount = extent.stop_words.nonzeroBitCount
        }
    }
}

extension SplitWords {
    /// The number of characters of all words.
    func characterCount(of text: SplitText) -> Int {
        words.isEmpty ? 0 : text.characters.count - text.blocks.spaceCount(in: text.utf8)
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
