// A feature is a slot and one of its values: the line "Share on Facebook" has the value 3 in the slot `wordCount`. Each
// value of each slot has a weight, so a line is judged by one addition per slot.

/// What the judge looks at in a line, each a question with a small number of answers.
enum LineSlot: Int, CaseIterable {
    // The line by itself, for the first look alone.
    case separators, address, glue, uppercase, foreign, marks
    // The line by itself, for both looks.
    case wordCount, byteCount, wordLength, ending, opening, stopWords, capitals, digits, commas, enclosure, phraseKind
    case phraseZone, copies, shared
    // The line among the others, for the second look.
    case ownScore, scoreBefore, scoreAfter, smallWindow, windowAfter, kinds, proseDistance, proseBefore, spanZone
    case spanDistance, fromStart, fromEnd, place, pageProse, spanKind, likeness, endingsAround, copyPlace, gapScore
    case gapPhrases, header, introduction, sincePeak, untilPeak, peaks, signature, cohesion, runWording, runCopies
    case runScore

    /// The slots that need nothing but the line, the first ones.
    static var ownCount: Int { LineSlot.copies.rawValue }
    /// Those that the first look asks: where the line's words stand besides counts too.
    static var lineCount: Int { LineSlot.ownScore.rawValue }
    /// The first of the slots that the second look asks.
    static var secondStart: Int { LineSlot.wordCount.rawValue }
    /// How many slots there are.
    static var count: Int { LineSlot.runScore.rawValue + 1 }

    /// How many values the slot has.
    var valueCount: Int {
        switch self {
        case .wordCount, .byteCount: 20
        case .wordLength: 16
        case .ending, .opening: 16
        case .stopWords: 36
        case .capitals: 36
        case .digits: 24
        case .commas: 16
        case .separators: 8
        case .address: 8
        case .glue: 4
        case .enclosure: 8
        case .phraseKind: 16
        case .phraseZone: 32
        case .uppercase: 12
        case .copies: 12
        case .foreign: 10
        case .marks: 16
        case .shared: 30
        case .ownScore: 32
        case .scoreBefore, .scoreAfter: 12
        case .smallWindow, .windowAfter: 16
        case .kinds: 216
        case .proseDistance: 64
        case .proseBefore: 48
        case .spanZone: 40
        case .spanDistance: 24
        case .fromStart, .fromEnd: 16
        case .place: 10
        case .pageProse: 64
        case .spanKind: 48
        case .likeness: 16
        case .endingsAround: 30
        case .copyPlace: 9
        case .gapScore, .gapPhrases: 48
        case .header, .introduction: 40
        case .sincePeak, .untilPeak: 60
        case .peaks: 36
        case .signature: 45
        case .cohesion: 40
        case .runWording: 72
        case .runCopies: 24
        case .runScore: 48
        }
    }

    /// The number of the slot's first value among all values of all slots.
    static let firstValues: [Int] = allCases.indices.map { allCases[..<$0].reduce(0) { $0 + $1.valueCount } }
    /// How many values all slots have together.
    static let totalValueCount = allCases.reduce(0) { $0 + $1.valueCount }
    /// How many of them, the first ones, only the first look asks for.
    static let firstOnlyValueCount = firstValues[secondStart]
    /// How many the second look asks for.
    static let secondValueCount = totalValueCount - firstOnlyValueCount
}
