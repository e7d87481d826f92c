import CXXHash

/// Cuts a text into segments, folds each stretch of it once, and hashes.
///
/// A paragraph's folding is written in one go; the lines and sentences inside are slices of it.
struct Segmenter: ~Copyable {
    private let text: TextBlocks
    private let levels: SegmentLevels
    private var folder: ExactFolder
    private(set) var lines: [Segment] = []
    private(set) var paragraphs: [Segment] = []
    private(set) var sentences: [Segment] = []
    let words: [Word]
    private var lineWords, paragraphWords, sentenceWords: WordCursor
    /// The paragraph's sentences, the places where its folding is cut, and where these are in the folding.
    private var sentenceRanges: [(range: ByteRange, end: Int)] = []
    private var cuts: [Int] = []
    private var foldedCuts: [Int] = []

    init(_ text: TextBlocks, levels: SegmentLevels) {
        self.text = text
        self.levels = levels
        folder = ExactFolder(text)
        words = levels.contains(.words) ? WordHasher(text).hashedWords() : []
        (lineWords, paragraphWords, sentenceWords) = (WordCursor(words), WordCursor(words), WordCursor(words))
    }

    /// The exact foldings so far.
    var folded: [UInt8] { folder.buffer.array() }

    mutating func reserve(lineCount: Int) {
        lines.reserveCapacity(lineCount)
        if levels.contains(.paragraphs) { paragraphs.reserveCapacity(lineCount) }
        if levels.contains(.sentences) { sentences.reserveCapacity(lineCount * 2) }
    }

    /// Adds a paragraph of one or more lines, its lines and its sentences.
    mutating func append(_ lines: ArraySlice<Line>) {
        guard let first = lines.first, let last = lines.last else { return }
        let range = first.range.lowerBound..<last.range.upperBound
        if levels.contains(.sentences) { findSentences(in: range) }
        if lines.count == 1, sentenceRanges.count <= 1 {
            folder.begin(at: range.lowerBound)
            folder.fold(to: range.upperBound)
            appendWhole(range, end: last.end, folded: folder.finish())
        } else {
            appendCut(lines, range, end: last.end)
        }
        folder.buffer.append(0x0A)
    }

    /// A paragraph that is one line of at most one sentence.
    private mutating func appendWhole(_ range: ByteRange, end: Int, folded: ByteRange) {
        let key = key(of: folded)
        let line = Segment(
            range: range, end: end, foldedRange: folded, key: key, words: lineWords.indices(in: range))
        lines.append(line)
        if levels.contains(.paragraphs) { paragraphs.append(line) }
        if levels.contains(.sentences), let sentence = sentenceRanges.first {
            sentences.append(
                Segment(
                    range: sentence.range, end: sentence.end, foldedRange: folded, key: key,
                    words: sentenceWords.indices(in: sentence.range)))
        }
    }

    /// A paragraph of several lines or sentences.
    private mutating func appendCut(_ lines: ArraySlice<Line>, _ range: ByteRange, end: Int) {
        cuts.removeAll(keepingCapacity: true)
        for sentence in sentenceRanges { cuts += [sentence.range.lowerBound, sentence.range.upperBound] }
        if lines.count > 1 {
            for line in lines { cuts += [line.content.lowerBound, line.content.upperBound] }
            cuts.sort()
        }
        foldedCuts.removeAll(keepingCapacity: true)
        folder.begin(at: range.lowerBound)
        for cut in cuts {
            folder.fold(to: cut)
            foldedCuts.append(folder.buffer.count)
        }
        folder.fold(to: range.upperBound)
        let folded = folder.finish()

        var cutIndex = 0
        for line in lines {
            let slice = lines.count == 1 ? folded : foldedRange(of: line.content, from: &cutIndex)
            self.lines.append(
                Segment(
                    range: line.range, end: line.end, foldedRange: slice, key: key(of: slice),
                    words: lineWords.indices(in: line.range)))
        }
        if levels.contains(.paragraphs) {
            paragraphs.append(
                Segment(
                    range: range, end: end, foldedRange: folded,
                    key: lines.count == 1 ? self.lines[self.lines.count - 1].key : key(of: folded),
                    words: paragraphWords.indices(in: range)))
        }
        cutIndex = 0
        for sentence in sentenceRanges {
            let slice = foldedRange(of: sentence.range, from: &cutIndex)
            sentences.append(
                Segment(
                    range: sentence.range, end: sentence.end, foldedRange: slice, key: key(of: slice),
                    words: sentenceWords.indices(in: sentence.range)))
        }
    }

    private mutating func findSentences(in range: ByteRange) {
        sentenceRanges.removeAll(keepingCapacity: true)
        let breaker = SentenceBreaker(text: text, end: range.upperBound)
        var start = range.lowerBound
        while start < range.upperBound {
            let next = breaker.nextSentence(from: start)
            let trimmed = text.utf8.trimmed(start..<next)
            if !trimmed.isEmpty { sentenceRanges.append((trimmed, next)) }
            start = next
        }
    }

    /// Where a range whose ends are cuts stands in the folding; `index` only moves on.
    private func foldedRange(of range: ByteRange, from index: inout Int) -> ByteRange {
        while cuts[index] < range.lowerBound { index += 1 }
        let start = foldedCuts[index]
        while cuts[index] < range.upperBound { index += 1 }
        return start..<foldedCuts[index]
    }

    private func key(of folded: ByteRange) -> Key {
        Key(hashing: UnsafeBufferPointer(start: folder.buffer.bytes + folded.lowerBound, count: folded.count))
    }
}

/// Finds the words of ranges that start ever later in the text.
private struct WordCursor {
    private let words: [Word]
    private var index = 0

    init(_ words: [Word]) { self.words = words }

    /// The indices of the words that start inside `range`.
    mutating func indices(in range: ByteRange) -> Range<Int> {
        while index < words.count, Int(words[index].start) < range.lowerBound { index += 1 }
        let first = index
        while index < words.count, Int(words[index].start) < range.upperBound { index += 1 }
        return first..<index
    }
}
