// A word that the training did not see must not borrow the weight of one that it saw. So each entry carries a mark of the word
// it is for, and of the words that a text has and the table has not, 1 in 70 meets an equal mark:
//
//     hash of "Subscribe"   pair 9182   mark 37        pair 9182: mark 37, weight +52 | mark 80, weight -7
//     hash of "harbour"     pair 9182   mark 12        neither: 0

/// The weights of words and pairs of words that stand in the lines of several sites.
struct WordingTable: @unchecked Sendable {
    /// Two entries each: a mark in the lower byte of a half, 0 where there is none, the weight above it.
    ///
    /// Made once and never freed.
    private let pairs: UnsafePointer<UInt32>

    private static let pairBits: UInt64 = 14
    static let entryCount = 2 << Int(pairBits)
    /// The units of a step of a weight.
    static let unitsOfStep: Int32 = 3
    private static let markCount: UInt64 = 90

    /// Makes a table of the marks and weights of `entryCount` entries.
    init(marks: [UInt8], steps: [Int8]) {
        let pairs = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.entryCount / 2)
        func half(_ index: Int) -> UInt32 { UInt32(marks[index]) | UInt32(UInt8(bitPattern: steps[index])) << 8 }
        for index in 0..<Self.entryCount / 2 { pairs[index] = half(2 * index) | half(2 * index + 1) << 16 }
        self.pairs = UnsafePointer(pairs)
    }

    /// The weight of a wording in steps, 0 where it has none.
    @inline(__always)
    func steps(ofHash hash: UInt64) -> Int32 {
        let pair = pairs[Int(truncatingIfNeeded: hash >> (64 - Self.pairBits))]
        let mark = Self.mark(ofHash: hash)
        let first = Int32(Int16(truncatingIfNeeded: pair) >> 8)
        let second = Int32(bitPattern: pair) >> 24
        return (pair & 0xFF == mark ? first : 0) &+ (pair >> 16 & 0xFF == mark ? second : 0)
    }

    @inline(__always)
    private static func mark(ofHash hash: UInt64) -> UInt32 {
        1 &+ UInt32(truncatingIfNeeded: ((hash & 0xFFFF_FFFF) &* markCount) >> 32)
    }

    /// All that the table can know of a wording: the pair that it falls into, and in the last seven bits its mark.
    static func number(ofHash hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash >> (64 - pairBits)) << 7 | mark(ofHash: hash)
    }
}
