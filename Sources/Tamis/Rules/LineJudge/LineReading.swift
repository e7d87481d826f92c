/// One line with what its bytes and words tell.
struct LineReading {
    let line: Segment
    let shape: LineShape
    let content: ByteRange
    /// The number of words; in scripts without spaces, where each character is one, half as many.
    let wordCount: Int
    /// How many words were looked at.
    private let readCount: Int
    private(set) var capitalCount = 0
    private(set) var hasYear = false
    /// A bit for each of the words looked at that is a function word.
    private(set) var stopWordBits: UInt16 = 0

    /// How many words and bytes are looked at: a longer line is known by its beginning, and one of many words sooner.
    private static let wordLimit = 16
    private static let byteLimit = 96
    private static let manyWords = 25
    private static let wordLimitOfMany = 12
    private static let byteLimitOfMany = 48
    /// How many words are looked up, of which four are the last.
    private static let wordingLimit = 12

    @inline(__always)
    init(
        _ line: Segment, _ words: UnsafeBufferPointer<Word>, _ utf8: UnsafeBufferPointer<UInt8>,
        classes: ByteClassTables, stopWords: StopWordSet
    ) {
        self.line = line
        var lower = line.range.lowerBound
        var upper = line.range.upperBound
        while upper - lower > 1, utf8[lower] <= 0x20 { lower += 1 }
        while upper - lower > 1, utf8[upper - 1] <= 0x20 { upper -= 1 }
        content = lower..<upper
        let count = line.words.count
        let hasMany = count >= Self.manyWords
        shape = LineShape(
            content, upTo: hasMany ? Self.byteLimitOfMany : Self.byteLimit, of: utf8, classes: classes)
        let isUnspaced = upper - lower <= count &* 4 && shape.count(.lead) &* 4 > shape.scannedCount
        wordCount = isUnspaced ? (count + 1) / 2 : count
        readCount = min(count, hasMany ? Self.wordLimitOfMany : Self.wordLimit)
        for place in 0..<readCount {
            let word = words[line.words.lowerBound &+ place]
            // Which words these are cannot be foreseen: no branch, but for what is rare.
            stopWordBits |= (stopWords.contains(word.hash) ? 1 : 0) &<< UInt16(truncatingIfNeeded: place)
            let first = utf8[Int(word.start)]
            capitalCount &+= first.isASCIIUppercase ? 1 : 0
            if first >= 0xC3 {
                capitalCount &+= isForeignCapital(first, utf8[Int(word.start) + 1]) ? 1 : 0
            } else if word.end &- word.start == 4, first == 0x31 || first == 0x32 {
                hasYear = true
            }
        }
    }

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

    /// Latin, Greek and Cyrillic capitals, as far as two bytes tell.
    @inline(__always)
    private func isForeignCapital(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xC3: second < 0x9F
        case 0xCE: second >= 0x91 && second <= 0xA9
        case 0xD0: second < 0xB0
        default: false
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
        set(.capitals, lengthClass * 6 + shareBin(capitalCount, of: readCount, steps: 5))
        let digits = shareBin(shape.count(.digit), of: shape.scannedCount, steps: 5)
        set(.digits, digits * 4 + (hasYear ? 2 : 0) + (shape.hasTime ? 1 : 0))
        set(.commas, min(shape.count(.comma), 3) * 4 + min(shape.innerStopCount, 3))
        let separatorCount = shape.count(.separator) + shape.foreignSeparatorCount
        set(.separators, min(separatorCount, 3) + (shape.foreignSeparatorCount > 0 ? 4 : 0))
        set(.address, (shape.hasAddress ? 4 : 0) + (shape.hasCopyright ? 2 : 0) + min(shape.count(.sign), 1))
        set(.glue, min(shape.glueCount, 3))
        set(.enclosure, min(shape.count(.bracket), 2) * 2 + min(shape.count(.quote), 1))
        set(.phraseKind, hit.map { 1 + $0.kind.number } ?? 0)
        set(.phraseZone, hit.map { Int($0.zone.rawValue) + ($0.opensBlock ? 16 : 0) } ?? 0)
        let upper = shape.count(.uppercase)
        let caps = shareBin(upper, of: upper + shape.count(.lowercase), steps: 5)
        set(.uppercase, caps * 2 + (upper > 3 ? 1 : 0))
        set(.foreign, shareBin(shape.count(.lead), of: shape.scannedCount, steps: 9))
        let marks = (shape.count(.dash) > 0 ? 1 : 0) + (shape.count(.colon) > 0 ? 2 : 0)
        set(.marks, marks + (shape.count(.money) > 0 ? 4 : 0) + (shape.count(.stop) > 0 ? 8 : 0))
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

    /// How many words and pairs of a line are looked up at most.
    static let wordingCountLimit = 2 * wordingLimit + 1

    /// Gives `body` hashes of the line's words and pairs of words; of a long line those of its beginning and end.
    @inline(__always)
    func forEachWording(_ words: UnsafeBufferPointer<Word>, _ body: (UInt64) -> Void) {
        var previous: UInt64 = 0x9E37_79B9
        @inline(__always)
        func add(_ hash: UInt64) { body(hash &* 0x9E37_79B9_7F4A_7C15) }
        let wordCount = line.words.count
        let skippedCount = max(wordCount - Self.wordingLimit, 0)
        var index = line.words.lowerBound
        for place in 0..<wordCount - skippedCount {
            if place == Self.wordingLimit - 4 { index += skippedCount }
            let hash = words[index].hash
            add(hash)
            add(hash &+ previous &* 31)
            previous = hash
            index += 1
        }
        if wordCount > 0 { add(previous &* 37 &+ 11) }
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
        } else if wordCount >= 1, reading.shape.count(.digit) * 2 < reading.shape.scannedCount {
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
