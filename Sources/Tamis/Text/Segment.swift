/// A line, paragraph or sentence: a range of a document with the key of its folded text.
public struct Segment: Sendable {
    /// The segment's bytes without its line end.
    public let range: ByteRange
    /// The offset after the line end that closes the segment; `range.upperBound` where none does.
    public let end: Int
    /// The exact folding of the segment, as a range of `SegmentedDocument.folded`.
    public let foldedRange: ByteRange
    /// The key of the exact folding.
    public let key: Key
    /// The segment's words, as indices into `SegmentedDocument.words`; empty unless words were asked for.
    public let words: Range<Int>
}

/// A word of a document.
public struct Word: Sendable {
    /// The offset of the word's first byte.
    public let start: UInt32
    /// The offset after the word's last byte.
    public let end: UInt32
    /// XXH3-64 of the word's near folding.
    public let hash: UInt64
}

/// The levels at which a document is cut into segments.
public struct SegmentLevels: OptionSet, Sendable {
    /// One bit per level.
    public let rawValue: UInt8

    /// Makes a set of levels from its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Lines; always computed.
    public static let lines = SegmentLevels([])
    /// Paragraphs.
    public static let paragraphs = SegmentLevels(rawValue: 1)
    /// Sentences; includes paragraphs.
    public static let sentences = SegmentLevels(rawValue: 3)
    /// Words.
    public static let words = SegmentLevels(rawValue: 4)
    /// Every level.
    public static let all = SegmentLevels(rawValue: 7)
}
