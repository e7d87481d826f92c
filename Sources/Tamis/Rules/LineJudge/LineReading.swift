import CKernels

/// One line with what its bytes and words tell.
struct LineReading {
    let line: Segment
    let shape: LineShape
    let content: ByteRange
    /// The number of words; in scripts without spaces, where each character is one, half as many.
    let wordCount: Int
    /// How many words were looked at, and what was found.
    private let readCount: Int
    private let found: tamis_line_words

    /// How many words and bytes are looked at: a longer line is known by its beginning, and one of many words sooner.
    private static let wordLimit = 16
    private static let byteLimit = 96
    private static let manyWords = 25
    private static let wordLimitOfMany = 12
    private static let byteLimitOfMany = 48

    @inline(__always)
    init(
        _ line: Segment, _ words: UnsafeBufferPointer<Word>, _ utf8: UnsafeBufferPointer<UInt8>,
        stopWords: StopWordSet, on processor: tamis_cpu
    ) {
        self.line = line
        var lower = line.range.lowerBound
        var upper = line.range.upperBound
        while upper - lower > 1, utf8[lower] <= 0x20 { lower += 1 }
        while upper - lower > 1, utf8[upper - 1] <= 0x20 { upper -= 1 }
        content = lower..<upper
        let count = line.words.count
        let hasMany = count >= Self.manyWords
        shape = LineShape(content, upTo: hasMany ? Self.byteLimitOfMany : Self.byteLimit, of: utf8, on: processor)
        let isUnspaced = upper - lower <= count &* 4 && Int(shape.counts.lead) &* 4 > shape.scannedCount
        wordCount = isUnspaced ? (count + 1) / 2 : count
        readCount = min(count, hasMany ? Self.wordLimitOfMany : Self.wordLimit)
        found = stopWords.look(at: readCount, of: words, from: line.words.lowerBound, utf8, on: processor)
    }

    /// A bit for each of the words looked at that is a function word.
    var stopWordBits: UInt16 { found.in_set }

    /// Whether the line ends like a sentence.
    var endsSentence: Bool {
        shape.ending == ByteClass.stop.rawValue || shape.ending == ByteClass.money.rawValue
            || shape.ending == ByteClass.sign.rawValue
    }

    /// The number of words in six classes.
    private var lengthClass: Int {
        switch wordCount {
        case ...1: 0
        case ...3: 1
        case ...6: 2
        case ...11: 3
        case ...23: 4
        default: 5
        }
    }
}

extension LineReading {
    /// Writes the values of the slots that the line answers by itself.
    @inline(__always)
    func write(to row: UnsafeMutablePointer<UInt8>, hit: PhraseIndex.Hit?) {
        func set(_ slot: LineSlot, _ value: Int) { row[slot.rawValue] = UInt8(truncatingIfNeeded: value) }
        let byteCount = content.count
        set(.wordCount, octaveBin(wordCount, limit: 19))
        set(.byteCount, octaveBin(byteCount, limit: 19))
        set(.wordLength, wordCount == 0 ? 0 : min(1 + byteCount / wordCount, 15))
        set(.ending, shape.ending)
        set(.opening, shape.opening)
        set(.stopWords, lengthClass * 6 + shareBin(stopWordBits.nonzeroBitCount, of: readCount, steps: 5))
        set(.capitals, lengthClass * 6 + shareBin(Int(found.capitals), of: readCount, steps: 5))
        let digits = shareBin(Int(shape.counts.digit), of: shape.scannedCount, steps: 5)
        set(.digits, digits * 4 + (found.has_year != 0 ? 2 : 0) + (shape.counts.time > 0 ? 1 : 0))
        set(.commas, min(Int(shape.counts.comma), 3) * 4 + min(Int(shape.counts.inner_stop), 3))
        let separatorCount = Int(shape.counts.separator) + Int(shape.counts.foreign_separator)
        set(.separators, min(separatorCount, 3) + (shape.counts.foreign_separator > 0 ? 4 : 0))
        let signs = (shape.counts.copyright > 0 ? 2 : 0) + (shape.counts.sign > 0 ? 1 : 0)
        set(.address, (shape.counts.has_address != 0 ? 4 : 0) + signs)
        set(.glue, min(Int(shape.counts.glue), 3))
        set(.enclosure, min(Int(shape.counts.bracket), 2) * 2 + min(Int(shape.counts.quote), 1))
        set(.phraseKind, hit.map { 1 + $0.kind.number } ?? 0)
        set(.phraseZone, hit.map { Int($0.zone.rawValue) + ($0.opensBlock ? 16 : 0) } ?? 0)
        let upper = Int(shape.counts.uppercase)
        let caps = shareBin(upper, of: upper + Int(shape.counts.lowercase), steps: 5)
        set(.uppercase, caps * 2 + (upper > 3 ? 1 : 0))
        set(.foreign, shareBin(Int(shape.counts.lead), of: shape.scannedCount, steps: 9))
        let marks = (shape.counts.dash > 0 ? 1 : 0) + (shape.counts.colon > 0 ? 2 : 0)
        set(.marks, marks + (shape.counts.money > 0 ? 4 : 0) + (shape.counts.stop > 0 ? 8 : 0))
    }

    /// How the line begins and ends and which marks it has, as one number, and in its last three bits how many.
    ///
    /// - Parameter row: The values that the line answers by itself.
    @inline(__always)
    static func signature(_ row: UnsafePointer<UInt8>) -> UInt16 {
        func value(_ slot: LineSlot) -> UInt16 { UInt16(row[slot.rawValue]) }
        let digits: UInt16 = value(.digits) >= 4 ? 1 : 0
        let marks = value(.marks)
        let count =
            digits + (marks & 1) + (marks >> 1 & 1) + (marks >> 3 & 1) + (value(.commas) >= 4 ? 1 : 0)
            + (value(.separators) > 0 ? 1 : 0) + (value(.enclosure) > 0 ? 1 : 0)
        return (((value(.opening) << 4 | value(.ending)) << 1 | digits) << 4 | marks) << 3 | min(count, 4)
    }
}

/// What a line is at first sight, from longest to shortest.
enum LineSight: Int {
    case prose, sentence, long, short, label, bare

    @inline(__always)
    init(_ reading: LineReading) {
        let wordCount = reading.wordCount
        if wordCount >= 25 || wordCount >= 12 && reading.endsSentence {
            self = .prose
        } else if wordCount >= 4, reading.endsSentence {
            self = .sentence
        } else if wordCount >= 9 {
            self = .long
        } else if wordCount >= 4 {
            self = .short
        } else if wordCount >= 1, Int(reading.shape.counts.digit) * 2 < reading.shape.scannedCount {
            self = .label
        } else {
            self = .bare
        }
    }
}

extension FurniturePhrase.Kind {
    /// The place among all kinds.
    var number: Int {
        switch self {
        case .commentForm: 0
        case .shareBar: 1
        case .consent: 2
        case .newsletter: 3
        case .related: 4
        case .breadcrumb: 5
        case .pagination: 6
        case .advertisement: 7
        case .navigation: 8
        case .credit: 9
        case .footer: 10
        case .placeholder: 11
        }
    }
}
