/// What a signal needs to be measured; only what the chosen signals need is computed.
public struct Measures: OptionSet, Sendable {
    /// One bit per measure.
    public let rawValue: UInt32

    /// Makes a set of measures from its bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Characters by kind.
    public static let characters = Measures(rawValue: 1)
    /// Repeated lines.
    public static let lines = Measures(rawValue: 1 << 1)
    /// Repeated paragraphs.
    public static let paragraphs = Measures(rawValue: 1 << 2)
    /// Repeated sentences.
    public static let sentences = Measures(rawValue: 1 << 3)
    /// Repeated segments of every level.
    public static let duplicates: Measures = [.lines, .paragraphs, .sentences]
    /// How lines begin and end.
    public static let lineShapes = Measures(rawValue: 1 << 4)
    /// Characters in markup.
    public static let markup = Measures(rawValue: 1 << 5)
    /// The number of words and of their characters.
    public static let words = Measures(rawValue: 1 << 6)
    /// The different words and how often they stand.
    public static let vocabulary = Measures(rawValue: 1 << 7 | 1 << 6)
    /// Repeated runs of words.
    public static let wordRuns = Measures(rawValue: 1 << 8 | 1 << 7 | 1 << 6)
    /// Repeated lines, paragraphs and word n-grams by datatrove's rules.
    public static let datatroveRepetition = Measures(rawValue: 1 << 9)
    /// Words, symbols and lines by datatrove's quality rules.
    public static let datatroveQuality = Measures(rawValue: 1 << 10)
    /// Lines by FineWeb's rules.
    public static let fineWeb = Measures(rawValue: 1 << 11)
    /// Lines by C4's rules.
    public static let c4 = Measures(rawValue: 1 << 12)
    /// Words, n-grams and lines by RedPajama's rules.
    public static let redPajama = Measures(rawValue: 1 << 13)
    /// RedPajama's lines one by one.
    public static let redPajamaLines = Measures(rawValue: 1 << 14)
    /// Gopher's rules as DCLM reads them.
    public static let gopher = Measures(rawValue: 1 << 15)
    /// Gopher's rules as dolma reads them.
    public static let dolma = Measures(rawValue: 1 << 16)
    /// NeMo Curator's heuristic filters.
    public static let nemo = Measures(rawValue: 1 << 17)

    /// What RefinedWeb's rules for lines cut.
    public static let lineRemoval = Measures(rawValue: 1 << 18)

    /// What published systems measure.
    static let published: Measures = [
        .datatroveRepetition, .datatroveQuality, .fineWeb, .c4, .redPajama, .redPajamaLines, .gopher, .dolma,
        .nemo,
    ]
    /// What is measured on the segments of a document.
    static let segments: Measures = [.lines, .paragraphs, .sentences, .lineShapes, .words, .vocabulary, .wordRuns]
    /// What is measured on words between white space.
    static let splitWords: Measures = [.datatroveRepetition, .datatroveQuality, .fineWeb, .gopher, .dolma, .nemo]
    /// What is measured on runs of words between white space.
    static let splitRuns: Measures = [.datatroveRepetition, .dolma, .nemo]

    /// The levels a document must have been cut into.
    public var levels: SegmentLevels {
        var levels = SegmentLevels.lines
        if contains(.paragraphs) { levels.insert(.paragraphs) }
        if contains(.sentences) { levels.insert(.sentences) }
        if contains(.words) { levels.insert(.words) }
        return levels
    }
}
