// A feature is a slot and one of its values: the line "Share on Facebook" has the value 3 in the slot `wordCount`. Each
// value of each slot has a weight, so a line is judged by one addition per slot.

/// What the judge looks at in a line, each a question with a small number of answers.
enum LineSlot: Int, CaseIterable {
    // The line by itself.
    case wordCount, byteCount, wordLength, ending, opening, stopWords, capitals, digits, commas, separators, address
    case glue, enclosure, phraseKind, phraseZone, uppercase, copies, foreign, marks, shared
    // The line among the others.
    case ownScore, wording, scoreBefore, scoreAfter, secondScores, triple, smallWindow, middleWindow, wideWindow
    case windowBefore, windowAfter, kinds, proseDistance, proseBefore, spanZone, spanDistance, fromStart, fromEnd, place
    case shortRun, pageSize, pageProse, spanKind, pageFurniture, likeness, endingsAround, copyPlace, secondKinds
    case gapLength, gapWording, gapScore, gapPhrases, header, nearWording, farWording, gapLabels, introduction,
        evenness, nearShared

    /// The slots that need nothing but the line.
    static let lineCount = LineSlot.ownScore.rawValue
    /// How many slots there are.
    static let count = allCases.count

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
        case .wording: 16
        case .scoreBefore, .scoreAfter: 12
        case .secondScores: 36
        case .triple: 125
        case .smallWindow, .middleWindow, .wideWindow, .windowBefore, .windowAfter: 16
        case .kinds: 216
        case .proseDistance: 64
        case .proseBefore: 48
        case .spanZone: 40
        case .spanDistance: 24
        case .fromStart, .fromEnd: 16
        case .place: 10
        case .shortRun: 40
        case .pageSize: 64
        case .pageProse: 64
        case .spanKind: 48
        case .pageFurniture: 40
        case .likeness: 16
        case .endingsAround: 30
        case .copyPlace: 9
        case .secondKinds: 216
        case .gapLength: 48
        case .gapWording, .gapScore: 48
        case .gapPhrases: 48
        case .header: 40
        case .nearWording, .farWording: 16
        case .gapLabels: 48
        case .introduction: 40
        case .evenness: 48
        case .nearShared: 16
        }
    }

    /// The number of the slot's first value among all values of all slots.
    static let firstValues: [Int] = allCases.indices.map { allCases[..<$0].reduce(0) { $0 + $1.valueCount } }
    /// How many values all slots have together.
    static let totalValueCount = allCases.reduce(0) { $0 + $1.valueCount }
}
