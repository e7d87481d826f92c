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
    /// The text in lower case, then the exact foldings that are not found in it; `Segment.foldedRange` points in here.
    public let folded: [UInt8]
    /// Whether paragraphs run over several lines.
    public let isHardWrapped: Bool

    /// Segments `document` at `levels`; linear in its length.
    public init(_ document: Document, levels: SegmentLevels) {
        self.document = document
        let segmented = document.utf8.withUnsafeBufferPointer { utf8 in
            TextBlocks.with(utf8) { text in
                let lines = LineSplitter(text: text).lines()
                let groups = levels.contains(.paragraphs) ? HardWrapping(utf8: utf8, lines: lines).paragraphs() : nil
                var segmenter = Segmenter(text, levels: levels)
                lines.withUnsafeBufferPointer { lines in
                    guard let groups else { return segmenter.append(paragraphPerLine: lines) }
                    for group in groups { segmenter.append(paragraph: lines[group]) }
                }
                return (
                    segmenter.lines, segmenter.paragraphs, segmenter.sentences, segmenter.words,
                    Array(segmenter.foldings), groups != nil
                )
            }
        }
        let foldings: [UInt8]
        (lines, paragraphs, sentences, words, foldings, isHardWrapped) = segmented.result
        folded = foldings.isEmpty ? segmented.lowered : segmented.lowered + foldings
    }

    /// How many words `range` holds, counted up to `limit`; needs no `.words` level.
    public func wordCount(in range: ByteRange, upTo limit: Int = .max) -> Int {
        document.utf8.withUnsafeBufferPointer { utf8 in
            let range = range.clamped(to: 0..<utf8.count)
            let breaker = WordBreaker(utf8: utf8, end: range.upperBound)
            var count = 0
            var offset = range.lowerBound
            while count < limit, let word = breaker.word(from: offset) {
                count += 1
                offset = word.upperBound
            }
            return count
        }
    }
}
