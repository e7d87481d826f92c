/// A document cut into lines, paragraphs, sentences and words.
public struct SegmentedDocument: Sendable {
    /// What no rule takes anything from: one object, so that copies of the document count one reference to it.
    private let fixed: Fixed
    /// The document that was segmented.
    public var document: Document { fixed.document }
    /// The lines that are not blank, in order.
    public var lines: [Segment]
    /// The paragraphs, in order; empty unless asked for.
    public var paragraphs: [Segment] { isHardWrapped ? wrappedParagraphs : levels.contains(.paragraphs) ? lines : [] }
    /// The paragraphs of several lines; none where each line is one.
    var wrappedParagraphs: [Segment]
    /// The sentences, in order; empty unless asked for.
    public var sentences: [Segment]
    /// The words, in order; empty unless asked for.
    public var words: [Word] { fixed.words }
    /// The text in lower case, then the exact foldings that are not found in it; `Segment.foldedRange` points in here.
    public var folded: [UInt8] { fixed.folded }
    /// Whether paragraphs run over several lines.
    public var isHardWrapped: Bool { fixed.isHardWrapped }
    /// The levels that were asked for.
    var levels: SegmentLevels { fixed.levels }

    private final class Fixed: Sendable {
        let document: Document
        let words: [Word]
        let folded: [UInt8]
        let isHardWrapped: Bool
        let levels: SegmentLevels

        init(_ document: Document, words: [Word], folded: [UInt8], isHardWrapped: Bool, levels: SegmentLevels) {
            self.document = document
            self.words = words
            self.folded = folded
            self.isHardWrapped = isHardWrapped
            self.levels = levels
        }
    }

    /// Segments `document` at `levels`; linear in its length.
    ///
    /// A document of 4 GiB or more has no words, whose offsets are of 32 bits.
    public init(_ document: Document, levels: SegmentLevels) {
        self = levels == .lines ? Self(linesOf: document) : Self(segmenting: document, levels)
    }

    /// Segments a document at levels besides the lines.
    private init(segmenting document: Document, _ levels: SegmentLevels) {
        var segmented = document.utf8.withUnsafeBufferPointer { utf8 in
            // Room for the foldings of an article, so that they are mostly added without a copy of the whole.
            TextBlocks.with(utf8, spare: min(utf8.count / 2, 1 << 16)) { text in
                let lines = LineSplitter(text: text).lines()
                let hasWords = levels.contains(.words) && utf8.count <= UInt32.max
                let words = hasWords ? WordHasher(text).hashedWords() : []
                return words.withUnsafeBufferPointer { wordBuffer in
                    var segmenter = Segmenter(text, levels: levels, words: wordBuffer)
                    let isHardWrapped = lines.withUnsafeBufferPointer { segmenter.append($0) }
                    return (
                        segmenter.lines, segmenter.paragraphs, segmenter.sentences, words, Array(segmenter.foldings),
                        isHardWrapped
                    )
                }
            }
        }
        let (words, foldings, isHardWrapped): ([Word], [UInt8], Bool)
        (lines, wrappedParagraphs, sentences, words, foldings, isHardWrapped) = segmented.result
        segmented.lowered.append(contentsOf: foldings)
        fixed = Fixed(document, words: words, folded: segmented.lowered, isHardWrapped: isHardWrapped, levels: levels)
    }

    /// Puts a document together from its parts; no paragraph runs over several lines.
    init(
        _ document: Document, lines: [Segment], sentences: [Segment], words: [Word], folded: [UInt8],
        levels: SegmentLevels
    ) {
        self.lines = lines
        self.sentences = sentences
        wrappedParagraphs = []
        fixed = Fixed(document, words: words, folded: folded, isHardWrapped: false, levels: levels)
    }

    /// A document of which nothing but the bytes is asked for.
    init(unsegmented document: Document) {
        self.init(document, lines: [], sentences: [], words: [], folded: [], levels: .lines)
    }

    /// Whether there is no line that is not blank; asks the bytes where nobody has looked for lines.
    var isBlank: Bool {
        guard lines.isEmpty else { return false }
        return document.utf8.withUnsafeBufferPointer { utf8 in
            let content = utf8.trimmed(0..<utf8.count)
            guard !content.isEmpty else { return true }
            let first = DecodedScalar(utf8, at: content.lowerBound, end: content.upperBound)
            return first.properties.isZeroWidth && Self(linesOf: document).lines.isEmpty
        }
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
