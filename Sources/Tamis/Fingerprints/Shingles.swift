import CKernels

/// Runs of five words, as hashes.
///
/// In scripts without spaces the words are single characters, and so the same run is a character 5-gram.
public enum Shingles {
    /// How many words a shingle has.
    public static let wordCount = Int(TAMIS_SHINGLE_WORDS)

    /// The hashes of all shingles in the order of the text, with repeats; none for fewer than five words.
    public static func hashes(of words: [Word]) -> [UInt64] { words.withUnsafeBufferPointer { hashes(of: $0) } }

    /// The hashes of all shingles in the order of the text.
    static func hashes(of words: UnsafeBufferPointer<Word>) -> [UInt64] {
        let shingleCount = count(wordCount: words.count)
        guard shingleCount > 0 else { return [] }
        return [UInt64](filling: shingleCount) { shingles, count in
            // A Word and a tamis_word are the same three numbers.
            words.withMemoryRebound(to: tamis_word.self) { words in
                tamis_hash_shingles(words.baseAddress, words.count, shingles.baseAddress)
            }
            count = shingleCount
        }
    }

    /// How many shingles so many words have.
    static func count(wordCount: Int) -> Int { max(0, wordCount - Self.wordCount + 1) }
}
