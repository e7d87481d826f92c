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
    static let unitsOfStep: Int32 = 3

    /// Makes a table of the marks and weights of `entryCount` entries.
    init(marks: [UInt8], steps: [Int8]) {
        let pairs = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.entryCount / 2)
        func half(_ index: Int) -> UInt32 { UInt32(marks[index]) | UInt32(UInt8(bitPattern: steps[index])) << 8 }
        for index in 0..<Self.entryCount / 2 { pairs[index] = half(2 * index) | half(2 * index + 1) << 16 }
        self.pairs = UnsafePointer(pairs)
    }

    /// How many words and pairs of a line are looked up at most.
    static let lineLimit = Int(TAMIS_LINE_WORDINGS)

    /// The sum of the weights of a line's words and pairs of words in steps.
    @inline(__always)
    func steps(of line: Segment, _ words: UnsafeBufferPointer<Word>, on processor: tamis_cpu) -> Int32 {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: (Self.lineLimit + 7) / 8 * 8) { wordings in
            let wordings = wordings.baseAddress.unsafelyUnwrapped
            return tamis_sum_steps_on(processor, pairs, wordings, Self.list(wordings, of: line, words))
        }
    }

    /// Lists hashes of a line's words and pairs of words; of a long line those of its beginning and end.
    ///
    /// - Parameter wordings: Has room for `lineLimit`.
    /// - Returns: How many there are.
    @inline(__always)
    static func list(
        _ wordings: UnsafeMutablePointer<UInt64>, of line: Segment, _ words: UnsafeBufferPointer<Word>
    ) -> Int {
        // A Word and a tamis_word are the same three numbers.
        words.withMemoryRebound(to: tamis_word.self) { words in
            words.baseAddress.map { tamis_list_wordings($0 + line.words.lowerBound, line.words.count, wordings) } ?? 0
        }
    }

    /// All that the table can know of a wording: the pair that it falls into, and in the last seven bits its mark.
    static func number(ofHash hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: tamis_step_pair(hash)) << 7 | tamis_step_mark(hash)
    }
}
