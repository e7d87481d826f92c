/// What FineWeb's quality filter measures: lines between line feeds that are not blank.
public struct FineWebTally: Sendable {
    /// The lines, and the repeated ones among them, compared with the white space at their ends.
    public private(set) var lines = DuplicateTally.Level()
    /// Lines whose last character is a sentence terminator of any script.
    public private(set) var terminalLineCount = 0
    /// Lines of at most 30 characters.
    public private(set) var shortLineCount = 0
    /// Line feeds of the text.
    public private(set) var lineFeedCount = 0
    /// Characters of the text that are not line feeds.
    public private(set) var characterCount = 0
    /// Words between white space.
    public private(set) var wordCount = 0

    init() {}

    init(_ text: SplitText, _ words: SplitWords, table: inout HashTable) {
        lineFeedCount = text.pieces.count - 1
        characterCount = text.characters.count - lineFeedCount
        wordCount = words.words.count
        let segments = text.nonBlankPieces
        lines = .init(segments, characters: text.characters, table: &table)
        let terminal = DatatrovePunctuation.terminal
        for segment in segments {
            let last = DecodedScalar(text.utf8, endingAt: segment.range.upperBound, start: segment.range.lowerBound)
            terminalLineCount += terminal.contains(last.value) ? 1 : 0
            shortLineCount += text.characters.count(in: segment.range) <= 30 ? 1 : 0
        }
    }
}
