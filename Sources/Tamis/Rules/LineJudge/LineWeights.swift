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
    private let ownWeights: tamis_own_weights
    /// What it adds for words and pairs of words.
    let wordings: WordingTable
    /// What the second look adds for each value of its slots: directly, and to the sixteen hidden sums.
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
        ownWeights = tamis_own_weights(
            weights: reader.pairs(Self.lineValueCount),
            starts: Self.copied(LineSlot.firstValues[..<LineSlot.lineCount].map { UInt16($0) }))
        let bias = Int32(reader.pair())
        let direct: UnsafePointer<Int32> = reader.pairs(LineSlot.secondValueCount)
        let hiddenBias: UnsafePointer<Int16> = reader.pairs(Self.hiddenCount)
        let output: UnsafePointer<Int16> = reader.pairs(Self.hiddenCount)
        let hidden = reader.digits(LineSlot.secondValueCount * Self.hiddenCount)
        let starts = Self.starts
        network = tamis_line_network(
            score_bias: bias, direct: direct, hidden: hidden, bias: hiddenBias, output: output,
            lone_starts: starts.lone, around_starts: starts.around)
        let entryCount = WordingTable.entryCount
        let marks = (0..<entryCount).map { _ in UInt8(reader.digit() + 45) }
        wordings = WordingTable(marks: marks, steps: (0..<entryCount).map { _ in Int8(reader.digit()) })
    }

    private static let hiddenCount = Int(TAMIS_HIDDEN_SUMS)

    /// The offsets of the weights of each slot's first value in the second look.
    private static var starts: (lone: UnsafePointer<UInt16>, around: UnsafePointer<tamis_offset_group>) {
        let offsets = LineSlot.firstValues[LineSlot.secondStart...].map {
            UInt16(4 * ($0 - LineSlot.firstOnlyValueCount))
        }
        let (lone, around) = (offsets.prefix(Int(TAMIS_LONE_SLOTS)), offsets.dropFirst(Int(TAMIS_LONE_SLOTS)))
        // A row is read in one piece of sixteen slots.
        let spare = [UInt16](repeating: 0, count: 16 - lone.count)
        return (
            copied(lone + spare),
            copied(around.map { tamis_offset_group(offsets: ($0, $0, $0, $0, $0, $0, $0, $0)) })
        )
    }

    private static func copied<Number>(_ numbers: [Number]) -> UnsafePointer<Number> {
        let copy: UnsafeMutablePointer<Number> = permanentMemory(numbers.count)
        copy.initialize(from: numbers, count: numbers.count)
        return UnsafePointer(copy)
    }
}

extension LineWeights {
    /// Writes the score of a line by itself, but for the slots that `LineJudge` adds, and the part that its words make.
    @inline(__always)
    func score(
        _ line: tamis_text_line, _ row: UnsafePointer<tamis_line_row>,
        _ record: UnsafeMutablePointer<tamis_line_record>,
        on processor: tamis_cpu
    ) {
        let wordingScore = wordings.score(ofWords: line.words, count: line.word_count, on: processor)
        let ownScore = withUnsafePointer(to: ownWeights) { tamis_sum_own_weights($0, row) }
        record.pointee.wording_score = wordingScore
        record.pointee.score = lineBias &+ wordingScore &+ ownScore
    }

    /// What a value of a slot of a line adds in the first look.
    @inline(__always)
    func lineWeight(_ slot: LineSlot, _ value: UInt8) -> Int32 {
        ownWeights.weights[Int(ownWeights.starts[slot.rawValue]) &+ Int(value)]
    }

    /// Writes the scores in the second look of the lines that are asked: a byte for each, of which those behind the last are 0.
    func score(
        _ columns: tamis_line_columns, _ isAsked: UnsafePointer<UInt8>, _ scores: UnsafeMutablePointer<Int32>
    ) {
        withUnsafePointer(to: columns) { columns in
            withUnsafePointer(to: network) {
                tamis_score_lines_on(tamis_cpu_chosen(), columns, $0, isAsked, scores)
            }
        }
    }

    /// How much each slot of a line speaks for furniture in the second look.
    ///
    /// Where a hidden sum is at its bounds, a little more or less of it changes nothing.
    ///
    /// - Parameter values: The line's values of all slots.
    func loudness(of values: [UInt8]) -> [(slot: LineSlot, sum: Int)] {
        let slots = LineSlot.allCases[LineSlot.secondStart...]
        let origin = LineSlot.firstOnlyValueCount
        let places = slots.map { LineSlot.firstValues[$0.rawValue] - origin + Int(values[$0.rawValue]) }
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
            return (slot, Int(network.direct[place]) + Int(products.wrappedSum() >> 7))
        }
    }
}

/// Memory that is never freed; sixteen numbers of two bytes do not stand on two lines of a cache.
private func permanentMemory<Number>(_ count: Int) -> UnsafeMutablePointer<Number> {
    UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<Number>.stride, alignment: 64)
        .bindMemory(to: Number.self, capacity: count)
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
        let values: UnsafeMutablePointer<Int16> = permanentMemory(count)
        for index in 0..<count { values[index] = digit() }
        return UnsafePointer(values)
    }

    /// Numbers of two digits each.
    mutating func pairs<Number: FixedWidthInteger>(_ count: Int) -> UnsafePointer<Number> {
        let values: UnsafeMutablePointer<Number> = permanentMemory(count)
        for index in 0..<count { values[index] = Number(truncatingIfNeeded: pair()) }
        return UnsafePointer(values)
    }
}
