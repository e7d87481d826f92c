/// A document cut into lines, paragraphs, sentences and words.
public struct SegmentedDocument: Sendable {
    /// The document that was segmented.
    public let document: Document
    /// The lines that are not blank, in order.
    public var lines: [Segment]
    /// The paragraphs, in order; empty unless asked for.
    public var paragraphs: [Segment]
    /// The sentences, in order; empty unless asked for.
    public var sentences: [Segment]
    /// The words, in order; empty unless asked for.
    public let words: [Word]
    /// The exact foldings of all segments, one after another.
    public let folded: [UInt8]
    /// Whether paragraphs run over several lines.
    public let isHardWrapped: Bool
}
