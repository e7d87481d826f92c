/// Cuts a text into segments, folds and hashes each.
struct Segmenter: ~Copyable {
    private let text: TextBlocks
    private let levels: SegmentLevels
    private(set) var lines: [Segment] = []
    private(set) var paragraphs: [Segment] = []
    private(set) var sentences: [Segment] = []
    private let abbreviations = Abbreviations.shared
    private var lineWords, paragraphWords, sentenceWords: WordCursor
    private var paragraph: FoldedParagraph
    /// The sentences of the paragraph at hand.
    private var sentenceRanges: [(range: ByteRange, end: Int)] = []

    /// Segments with these words, which are none where they were not asked for.
    init(_ text: TextBlocks, levels: SegmentLevels, words: UnsafeBufferPointer<Word>) {
        self.text = text
        self.levels = levels
        paragraph = FoldedParagraph(text)
        (lineWords, paragraphWords, sentenceWords) = (WordCursor(words), WordCursor(words), WordCursor(words))
    }

    /// The foldings to stand behind the lower-cased text.
    var foldings: UnsafeBufferPointer<UInt8> { paragraph.foldings }

    /// Adds all lines; returns whether the text is hard-wrapped, as far as paragraphs were asked for.
    mutating func append(_ lines: UnsafeBufferPointer<Line>) -> Bool {
        guard levels.contains(.paragraphs), let groups = HardWrapping(text.utf8, lines: lines).paragraphs() else {
            append(paragraphPerLine: lines)
            return false
        }
        for group in groups { append(paragraph: lines[group]) }
        return true
    }

    /// Adds each line as a paragraph, with its sentences.
    private mutating func append(paragraphPerLine lines: UnsafeBufferPointer<Line>) {
        self.lines.reserveCapacity(lines.count)
        if levels.contains(.sentences) { sentences.reserveCapacity(lines.count * 2) }
        for index in lines.indices {
            let line = lines[index]
            if levels.contains(.sentences) { findSentences(in: line.content, end: line.range.upperBound) }
            paragraph.fold(line.content, lines[index...index], sentenceRanges)
            let segment = segment(line.range, line.content, end: line.end, words: lineWords.indices(in: line.range))
            self.lines.append(segment)
            appendSentences(in: line.content, of: segment)
        }
    }

    /// Adds a paragraph of one or more lines, with these and its sentences.
    private mutating func append(paragraph lines: Slice<UnsafeBufferPointer<Line>>) {
        guard let first = lines.first, let last = lines.last else { return }
        let content = first.content.lowerBound..<last.content.upperBound
        let range = first.range.lowerBound..<last.range.upperBound
        if levels.contains(.sentences) { findSentences(in: content, end: range.upperBound) }
        paragraph.fold(content, lines, sentenceRanges)
        for line in lines {
            let words = lineWords.indices(in: line.range)
            self.lines.append(segment(line.range, line.content, end: line.end, words: words))
        }
        let whole = segment(range, content, end: last.end, words: paragraphWords.indices(in: range))
        paragraphs.append(whole)
        appendSentences(in: content, of: whole)
    }

    private mutating func segment(_ range: ByteRange, _ content: ByteRange, end: Int, words: Range<Int>) -> Segment {
        let folded = paragraph.foldedRange(of: content)
        return Segment(
            range: range, end: end, foldedRange: folded, key: Key(hashing: paragraph.bytes(of: folded)), words: words)
    }

    private mutating func findSentences(in content: ByteRange, end: Int) {
        // One or two: taken away one by one in a third of the time that all at once take.
        while sentenceRanges.popLast() != nil {}
        let breaker = SentenceBreaker(text: text, end: content.upperBound, abbreviations: abbreviations)
        var start = content.lowerBound
        while start < content.upperBound {
            let next = breaker.nextSentence(from: start)
            let trimmed = text.utf8.trimmed(start..<next)
            if !trimmed.isEmpty { sentenceRanges.append((trimmed, next == content.upperBound ? end : next)) }
            start = next
        }
    }

    /// Adds the sentences found; one that is all of the paragraph has its key.
    private mutating func appendSentences(in content: ByteRange, of paragraph: Segment) {
        guard levels.contains(.sentences) else { return }
        for index in sentenceRanges.indices {
            let (range, end) = sentenceRanges[index]
            if range == content {
                sentences.append(
                    Segment(
                        range: range, end: end, foldedRange: paragraph.foldedRange, key: paragraph.key,
                        words: paragraph.words))
            } else {
                sentences.append(segment(range, range, end: end, words: sentenceWords.indices(in: range)))
            }
        }
    }
}
