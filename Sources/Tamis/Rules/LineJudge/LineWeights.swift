// The weights are written as text, so that a table of them is a Swift literal which needs no copy: a digit of base 91 is
// a printable character other than the quote and the backslash, from `#` for 0 to `~` for 90.
//
//     one digit    d - 45              -45 … 45         hidden weights; marks and steps of wordings
//     two digits   91 · d + e - 4140   -4140 … 4140     everything else

/// The weights of both looks at a line, in units of which 64 are a factor of e in the odds.
struct LineWeights: @unchecked Sendable {
    /// What the first look adds for each value of the slots of a line by itself.
    let lineBias: Int32
    let lineValues: UnsafePointer<Int16>
    /// What it adds for words and pairs of words.
    let wordings: WordingTable
    /// What the second look adds for each value of its slots: directly, and to the sixteen hidden sums.
    let bias: Int32
    let values: UnsafePointer<Int16>
    let hidden: UnsafePointer<SIMD16<Int16>>
    let hiddenBias: SIMD16<Int16>
    /// For each slot the place of its first value: in `lineValues`, and in `values` and `hidden`.
    let lineStarts: UnsafePointer<Int>
    let starts: UnsafePointer<Int>
    /// What each hidden sum, held between 0 and `hiddenLimit`, counts for, in 128ths.
    let output: SIMD16<Int16>

    static let hiddenLimit: Int16 = 256
    static let lineValueCount = LineSlot.firstValues[LineSlot.lineCount]
    /// How many characters a table has.
    static let encodedCount =
        2 * (lineValueCount + LineSlot.secondValueCount + 34) + 16 * LineSlot.secondValueCount
        + 2 * WordingTable.entryCount

    /// The digit of which 0 is made, alone or as a pair.
    static let zeroDigit = UInt8(ascii: "P")

    /// Reads a table; the memory for it is never freed.
    ///
    /// - Returns: nil where the text has another length.
    init?(encoded: UnsafeBufferPointer<UInt8>) {
        guard encoded.count == Self.encodedCount else { return nil }
        var reader = DigitReader(digits: encoded)
        lineBias = Int32(reader.pair())
        lineValues = reader.pairs(Self.lineValueCount)
        bias = Int32(reader.pair())
        values = reader.pairs(LineSlot.secondValueCount)
        hiddenBias = UnsafeRawPointer(reader.pairs(16)).loadUnaligned(as: SIMD16<Int16>.self)
        output = UnsafeRawPointer(reader.pairs(16)).loadUnaligned(as: SIMD16<Int16>.self)
        let hidden = UnsafeMutablePointer<SIMD16<Int16>>.allocate(capacity: LineSlot.secondValueCount)
        for index in 0..<LineSlot.secondValueCount {
            var sums = SIMD16<Int16>()
            for place in 0..<16 { sums[place] = reader.digit() }
            hidden[index] = sums
        }
        self.hidden = UnsafePointer(hidden)
        let entryCount = WordingTable.entryCount
        let marks = (0..<entryCount).map { _ in UInt8(reader.digit() + 45) }
        wordings = WordingTable(marks: marks, steps: (0..<entryCount).map { _ in Int8(reader.digit()) })
        lineStarts = Self.copied(LineSlot.firstValues[..<LineSlot.lineCount])
        starts = Self.copied(
            LineSlot.firstValues[LineSlot.secondStart...].map { $0 - LineSlot.firstOnlyValueCount })
    }

    private static func copied(_ numbers: some Collection<Int>) -> UnsafePointer<Int> {
        let copy = UnsafeMutableBufferPointer<Int>.allocate(capacity: numbers.count)
        _ = copy.initialize(from: numbers)
        return UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
    }
}

/// Reads digits of base 91.
private struct DigitReader {
    let digits: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init(digits: UnsafeBufferPointer<UInt8>) { self.digits = digits }

    private mutating func raw() -> Int16 {
        let byte = Int16(digits[offset])
        offset += 1
        return byte > 0x5C ? byte - 0x24 : byte - 0x23
    }

    mutating func digit() -> Int16 { raw() - 45 }

    mutating func pair() -> Int16 {
        let high = raw()
        return high * 91 + raw() - 4140
    }

    mutating func pairs(_ count: Int) -> UnsafePointer<Int16> {
        let values = UnsafeMutablePointer<Int16>.allocate(capacity: count)
        for index in 0..<count { values[index] = pair() }
        return UnsafePointer(values)
    }
}
