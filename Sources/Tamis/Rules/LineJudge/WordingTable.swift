// A word that the training did not see must not borrow the weight of one that it saw. So each entry carries a mark of the word
// it is for, and of the words that a text has and the table has not, 1 in 70 meets an equal mark:
//
//     hash of "Subscribe"   pair 9182   mark 37        pair 9182: mark 37, weight +52 | mark 80, weight -7
//     hash of "harbour"     pair 9182   mark 12        neither: 0

import CKernels

/// The weights of words and pairs of words that stand in the lines of several sites.
struct WordingTable: @unchecked Sendable {
    /// Two entries each: a mark in the lower byte of a half, 0 where there is none, the weight above it.
    ///
    /// Made once and never freed.
    private let pairs: UnsafePointer<UInt32>

    static let entryCount = 2 << Int(TAMIS_STEP_PAIR_BITS)
    /// The units of a step of a weight.
    private static let unitsOfStep: Int32 = 3

    /// Makes a table of the marks and weights of `entryCount` entries.
    init(marks: [UInt8], steps: [Int8]) {
        let pairs = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.entryCount / 2)
        func half(_ index: Int) -> UInt32 { UInt32(marks[index]) | UInt32(UInt8(bitPattern: steps[index])) << 8 }
        for index in 0..<Self.entryCount / 2 { pairs[index] = half(2 * index) | half(2 * index + 1) << 16 }
        self.pairs = UnsafePointer(pairs)
    }

    /// How many words and pairs of a line are looked up at most.
    static let lineLimit = Int(TAMIS_LINE_WORDINGS)

    /// What the words of a line and its pairs of words weigh; of a long line those of its beginning and end.
    @inline(__always)
    func score(ofWords words: UnsafePointer<tamis_word>?, count: Int, on processor: tamis_cpu) -> Int32 {
        tamis_sum_wordings_on(processor, pairs, words, count) &* Self.unitsOfStep
    }

    /// Asks for the table before its entries are read.
    func prefetch() { tamis_prefetch(pairs, Self.entryCount / 2 * MemoryLayout<UInt32>.stride) }

    /// All that the table can know of each of a line's words and pairs of words: the pair of entries that it falls into, and in
    /// the last seven bits its mark.
    static func numbers(ofWords words: some Sequence<Word>) -> [UInt32] {
        let words = words.map { tamis_word(start: $0.start, end: $0.end, hash: $0.hash) }
        var wordings = [UInt64](repeating: 0, count: lineLimit)
        let count = tamis_list_wordings(words, words.count, &wordings)
        return wordings.prefix(count).map { UInt32(truncatingIfNeeded: tamis_step_pair($0)) << 7 | tamis_step_mark($0) }
    }
}
