import CKernels
import CXXHash

// Example: in "It's a fine café" the runs "It's", "a" and "fine" are words, hashed from the lower-cased text. The run "café"
// has foreign bytes: a kernel finds its words where it holds letters, quotes and dashes alone; else it is searched for
// words, which are folded one by one. The near key, "it s a fine cafe", has five words: there "It's" is cut at the joint.

/// Finds the words of a whole text and hashes their near foldings.
struct WordHasher: ~Copyable {
    private let text: TextBlocks
    private let cutsJoints: Bool
    private var scratch = ByteBuffer()

    /// Prepares to find the words of UAX #29, or those between the blanks of the near key where `cutsJoints`.
    init(_ text: TextBlocks, cutsJoints: Bool = false) {
        self.text = text
        self.cutsJoints = cutsJoints
    }

    /// All words, in order.
    consuming func hashedWords() -> [Word] {
        let (foreign, foreignRunCount) = foreignWords()
        return [Word](filling: runCount() - foreignRunCount + foreign.count) { words, count in
            count = hash(foreign, into: words)
        }
    }

    /// Calls `body` with all words, in order, which are there for its time.
    consuming func withWords<Result>(_ body: (UnsafeBufferPointer<Word>) -> Result) -> Result {
        let (foreign, _) = foreignWords()
        // Between two runs stands at least a byte. Room that nothing is written to costs nothing.
        let capacity = (text.utf8.count + 1) / 2 + foreign.count
        return withUnsafeTemporaryAllocation(of: Word.self, capacity: capacity) { words in
            let count = hash(foreign, into: words)
            return body(UnsafeBufferPointer(rebasing: words[..<count]))
        }
    }

    /// Hashes the words of all runs, those with foreign bytes being known; returns how many words there are.
    private func hash(_ foreign: [tamis_word], into words: UnsafeMutableBufferPointer<Word>) -> Int {
        // A Word and a tamis_word are the same three numbers.
        words.withMemoryRebound(to: tamis_word.self) { words in
            foreign.withUnsafeBufferPointer { foreign in
                tamis_hash_words(
                    text.blocks, text.utf8.count, text.lowered, cutsJoints ? 1 : 0, foreign.baseAddress,
                    foreign.count, words.baseAddress)
            }
        }
    }

    /// The bytes of words in a block, without those at which words are cut.
    @inline(__always)
    private func runs(of block: tamis_text_block) -> UInt64 { cutsJoints ? block.run & ~block.joint : block.run }

    private func runCount() -> Int {
        var count = 0
        var carry: UInt64 = 0
        for block in 0..<text.blockCount {
            let run = runs(of: text.blocks[block])
            count += (run & ~(run << 1 | carry)).nonzeroBitCount
            carry = run >> 63
        }
        return count
    }

    /// The words of all runs with foreign bytes, and how many such runs there are.
    private mutating func foreignWords() -> (words: [tamis_word], runCount: Int) {
        var words: [tamis_word] = []
        var runCount = 0
        var offset = 0
        while true {
            let foreign = text.first(from: offset, to: text.utf8.count) { $0.foreign }
            if foreign == text.utf8.count { return (words, runCount) }
            let end = text.first(from: foreign, to: text.utf8.count) { ~runs(of: $0) }
            append(wordsOf: text.start(before: foreign, where: { runs(of: $0) })..<end, to: &words)
            runCount += 1
            offset = end
        }
    }

    private mutating func append(wordsOf run: ByteRange, to words: inout [tamis_word]) {
        var isSimple = false
        words.append(addingCapacity: Int(TAMIS_SIMPLE_WORDS)) { simple in
            simple.withUnsafeMutableBufferPointer { simple, count in
                let found = tamis_simple_words(
                    text.utf8.baseAddress, run.lowerBound, run.upperBound, cutsJoints ? 1 : 0, simple.baseAddress)
                isSimple = found >= 0
                count = max(0, Int(found))
            }
        }
        if isSimple { return }
        let breaker = WordBreaker(utf8: text.utf8, end: run.upperBound)
        let folder = NearFolder(utf8: text.utf8)
        var offset = run.lowerBound
        while let word = breaker.word(from: offset) {
            let folding = folding(of: word, folder)
            var start = 0
            repeat {
                let end = cutsJoints ? folding[start...].firstIndex(of: 0x20) ?? folding.count : folding.count
                if start < end || !cutsJoints {
                    words.append(
                        tamis_word(
                            start: UInt32(truncatingIfNeeded: word.lowerBound),
                            end: UInt32(truncatingIfNeeded: word.upperBound),
                            hash: tamis_xxh3_64(folding.baseAddress! + start, end - start, 0)))
                }
                start = end + 1
            } while start < folding.count
            offset = word.upperBound
        }
    }

    /// A word's near folding, which is mostly the lower-cased text or a character that folds to itself.
    @inline(__always)
    private mutating func folding(of word: ByteRange, _ folder: NearFolder) -> UnsafeBufferPointer<UInt8> {
        let first = DecodedScalar(text.utf8, at: word.lowerBound, end: word.upperBound)
        if first.length == word.count, first.properties.isNearInert {
            return UnsafeBufferPointer(rebasing: text.utf8[word])
        }
        if text.first(from: word.lowerBound, to: word.upperBound, in: { $0.joint | $0.foreign }) == word.upperBound {
            return UnsafeBufferPointer(start: text.lowered + word.lowerBound, count: word.count)
        }
        scratch.count = 0
        folder.append(word, to: &scratch)
        return scratch.written
    }
}
