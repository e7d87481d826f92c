/// One line with what its bytes and words tell.
struct LineReading {
    let line: Segment
    let shape: LineShape
    let content: ByteRange
    private(set) var stopWordCount = 0
    private(set) var capitalCount = 0
    private(set) var numberCount = 0
    private(set) var hasYear = false

    /// How many words are looked at: a longer line is known by its beginning.
    static let wordLimit = 16

    @inline(__always)
    init(
        _ line: Segment, _ words: UnsafeBufferPointer<Word>, _ utf8: UnsafeBufferPointer<UInt8>,
        classes: UnsafePointer<UInt8>, stopWords: StopWordSet
    ) {
        self.line = line
        var content = line.range
        while content.count > 1, utf8[content.lowerBound] <= 0x20 {
            content = content.lowerBound + 1..<content.upperBound
        }
        while content.count > 1, utf8[content.upperBound - 1] <= 0x20 {
            content = content.lowerBound..<content.upperBound - 1
        }
        self.content = content
        shape = LineShape(content, of: utf8, classes: classes)
        for index in line.words.prefix(Self.wordLimit) {
            let word = words[index]
            if stopWords.contains(word.hash) { stopWordCount += 1 }
            let first = utf8[Int(word.start)]
            if first.isASCIIUppercase || first >= 0xC3 && isForeignCapital(first, utf8[Int(word.start) + 1]) {
                capitalCount += 1
            } else if first.isASCIIDigit {
                numberCount += 1
                if word.end - word.start == 4, first == 0x31 || first == 0x32 { hasYear = true }
            }
        }
    }

    /// How many words were looked at.
    var readCount: Int { min(line.words.count, Self.wordLimit) }

    /// Whether the line ends like a sentence.
    var endsSentence: Bool {
        shape.ending == ByteClass.stop.rawValue || shape.ending == ByteClass.money.rawValue
            || shape.ending == ByteClass.sign.rawValue
    }

    /// The number of words in six classes.
    var lengthClass: Int {
        switch line.words.count {
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
    /// Writes the values of the slots that the line answers by itself; `copies` is not among them.
    @inline(__always)
    func write(to row: UnsafeMutablePointer<UInt8>, hit: PhraseIndex.Hit?) {
        func set(_ slot: LineSlot, _ value: Int) { row[slot.rawValue] = UInt8(truncatingIfNeeded: value) }
        let wordCount = line.words.count
        let byteCount = content.count
        set(.wordCount, octaveBin(wordCount, limit: 19))
        set(.byteCount, octaveBin(byteCount, limit: 19))
        set(.wordLength, wordCount == 0 ? 0 : min(1 + byteCount / wordCount, 15))
        set(.ending, shape.ending)
        set(.opening, shape.opening)
        set(.stopWords, lengthClass * 6 + shareBin(stopWordCount, of: readCount, steps: 5))
        set(.capitals, lengthClass * 6 + shareBin(capitalCount, of: readCount, steps: 5))
        let digits = shareBin(shape.count(.digit), of: shape.scannedCount, steps: 5)
        set(.digits, digits * 4 + (hasYear ? 2 : 0) + (shape.hasTime ? 1 : 0))
        set(.commas, min(shape.count(.comma), 3) * 4 + min(shape.innerStopCount, 3))
        let separatorCount = shape.count(.separator) + shape.foreignSeparatorCount
        set(.separators, min(separatorCount, 3) + (shape.foreignSeparatorCount > 0 ? 4 : 0))
        let signs = min(shape.count(.sign), 1)
        set(.address, (shape.hasAddress ? 4 : 0) + (shape.hasCopyright ? 2 : 0) + signs)
        set(.glue, min(shape.glueCount, 3))
        let quotes = min(shape.count(.quote), 2)
        set(.enclosure, min(shape.count(.bracket), 2) * 2 + min(quotes, 1))
        set(.phraseKind, hit.map { 1 + $0.kind.number } ?? 0)
        set(.phraseZone, hit.map { Int($0.zone.rawValue) + ($0.opensBlock ? 16 : 0) } ?? 0)
        let upper = shape.count(.uppercase)
        let caps = shareBin(upper, of: upper + shape.count(.lowercase), steps: 5)
        set(.uppercase, caps * 2 + (upper > 3 ? 1 : 0))
        set(.foreign, shareBin(shape.count(.lead), of: shape.scannedCount, steps: 9))
        let marks = (shape.count(.dash) > 0 ? 1 : 0) + (shape.count(.colon) > 0 ? 2 : 0)
        set(.marks, marks + (shape.count(.money) > 0 ? 4 : 0) + (shape.count(.stop) > 0 ? 8 : 0))
    }

    /// Writes the buckets of the line's words and pairs of words; of a long line those of its beginning and end.
    ///
    /// - Returns: How many.
    @inline(__always)
    func writeWording(to row: UnsafeMutablePointer<UInt16>, _ words: UnsafeBufferPointer<Word>) -> Int {
        var count = 0
        var previous: UInt64 = 0x9E37_79B9
        @inline(__always)
        func add(_ hash: UInt64) {
            let mixed = hash &* 0x9E37_79B9_7F4A_7C15
            row[count] = UInt16(truncatingIfNeeded: mixed >> UInt64(64 - LineTable.wordingBucketBits))
            count += 1
        }
        let wordCount = line.words.count
        for place in 0..<min(wordCount, 12) {
            let index =
                wordCount <= 12 || place < 8 ? line.words.lowerBound + place : line.words.upperBound - 12 + place
            let hash = words[index].hash
            add(hash)
            add(hash &+ previous &* 31)
            previous = hash
        }
        if wordCount > 0 { add(previous &* 37 &+ 11) }
        return count
    }
}

/// What a line is at first sight, from longest to shortest.
enum LineSight: Int {
    case prose, sentence, long, short, label, bare

    @inline(__always)
    init(_ reading: LineReading) {
        let wordCount = reading.line.words.count
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
