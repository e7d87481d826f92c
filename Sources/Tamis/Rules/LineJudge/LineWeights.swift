// The weights are written as text, so that a table of them is a Swift literal which needs no copy: a digit of base 91 is
// a printable character other than the quote and the backslash, from `#` for 0 to `~` for 90.
//
//     one digit    d - 45              -45 … 45         hidden weights; marks and steps of wordings
//     two digits   91 · d + e - 4140   -4140 … 4140     everything else

import CKernels

/// The weights of both looks at a line, in units of which 64 are a factor of e in the odds.
struct LineWeights: @unchecked Sendable {
    /// What the first look adds for each value of the slots of a line by itself; the last two of them ask for other lines.
    let lineBias: Int32
    private let ownWeights: tamis_slot_weights
    /// What it adds for words and pairs of words.
    let wordings: WordingTable
    /// What the second look adds for each value of its slots: directly, and to the sixteen hidden sums.
    let bias: Int32
    private let network: tamis_line_network

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
        let lineStarts = Self.copied(LineSlot.firstValues[..<LineSlot.lineCount])
        ownWeights = tamis_slot_weights(
            weights: reader.pairs(Self.lineValueCount), starts: lineStarts, slots: LineSlot.ownCount)
        bias = Int32(reader.pair())
        let firstValues = LineSlot.firstValues[LineSlot.secondStart...]
        let starts = Self.copied(firstValues.map { $0 - LineSlot.firstOnlyValueCount })
        let direct = tamis_slot_weights(
            weights: reader.pairs(LineSlot.secondValueCount), starts: starts, slots: LineSlot.secondCount)
        let (hiddenBias, output) = (reader.pairs(Self.hiddenCount), reader.pairs(Self.hiddenCount))
        let hidden = reader.digits(LineSlot.secondValueCount * Self.hiddenCount)
        network = tamis_line_network(direct: direct, hidden: hidden, bias: hiddenBias, output: output)
        let entryCount = WordingTable.entryCount
        let marks = (0..<entryCount).map { _ in UInt8(reader.digit() + 45) }
        wordings = WordingTable(marks: marks, steps: (0..<entryCount).map { _ in Int8(reader.digit()) })
    }

    private static let hiddenCount = Int(TAMIS_HIDDEN_SUMS)

    private static func copied(_ numbers: some Collection<Int>) -> UnsafePointer<UInt32> {
        let copy = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: numbers.count)
        _ = copy.initialize(from: numbers.map { UInt32($0) })
        return UnsafePointer(copy.baseAddress.unsafelyUnwrapped)
    }
}

extension LineWeights {
    /// Writes the score of a line by itself, but for the slots that `LineTable` adds, and the part that its words make.
    @inline(__always)
    func score(
        _ line: tamis_text_line, _ row: UnsafePointer<UInt8>, _ record: UnsafeMutablePointer<tamis_line_record>,
        on processor: tamis_cpu
    ) {
        let wordingScore = wordings.score(ofWords: line.words, count: line.word_count, on: processor)
        let ownScore = withUnsafePointer(to: ownWeights) { tamis_sum_weights_on(processor, $0, row) }
        record.pointee.wording_score = wordingScore
        record.pointee.score = lineBias &+ wordingScore &+ ownScore
    }

    /// What a value of a slot of a line adds in the first look.
    @inline(__always)
    func lineWeight(_ slot: LineSlot, _ value: UInt8) -> Int32 {
        Int32(ownWeights.weights[Int(ownWeights.starts[slot.rawValue]) &+ Int(value)])
    }

    /// The score of a row in the second look.
    @inline(__always)
    func score(ofRow row: UnsafePointer<UInt8>, on processor: tamis_cpu) -> Int32 {
        bias &+ withUnsafePointer(to: network) { tamis_score_row_on(processor, $0, row + LineSlot.secondStart) }
    }

    /// How much each slot of a row speaks for furniture in the second look.
    ///
    /// Where a hidden sum is at its bounds, a little more or less of it changes nothing.
    func loudness(ofRow row: UnsafePointer<UInt8>) -> [(slot: LineSlot, sum: Int)] {
        let slots = LineSlot.allCases[LineSlot.secondStart...]
        let places = slots.enumerated().map { Int(network.direct.starts[$0]) + Int(row[$1.rawValue]) }
        func weights(_ numbers: UnsafePointer<Int16>, _ place: Int) -> SIMD16<Int16> {
            UnsafeRawPointer(numbers + place * Self.hiddenCount).loadUnaligned(as: SIMD16<Int16>.self)
        }
        let hidden = places.reduce(weights(network.bias, 0)) { $0 &+ weights(network.hidden, $1) }
        let isLive = (hidden .> 0) .& (hidden .< Int16(TAMIS_HIDDEN_LIMIT))
        let output = weights(network.output, 0).replacing(with: 0, where: .!isLive)
        return zip(slots, places).map { slot, place in
            let products =
                SIMD16<Int32>(truncatingIfNeeded: weights(network.hidden, place))
                &* SIMD16<Int32>(truncatingIfNeeded: output)
            return (slot, Int(network.direct.weights[place]) + Int(products.wrappedSum() >> 7))
        }
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

    mutating func digits(_ count: Int) -> UnsafePointer<Int16> {
        let values = UnsafeMutablePointer<Int16>.allocate(capacity: count)
        for index in 0..<count { values[index] = digit() }
        return UnsafePointer(values)
    }

    /// Numbers of two digits each, with one more behind that is none of them.
    mutating func pairs(_ count: Int) -> UnsafePointer<Int16> {
        let values = UnsafeMutablePointer<Int16>.allocate(capacity: count + 1)
        for index in 0..<count { values[index] = pair() }
        values[count] = 0
        return UnsafePointer(values)
    }
}
