// Example: the paragraph "“No.” He left." is folded once, with cuts at 0, 9, 10 and 18; its two sentences are the slices
// `"no."` and `he left.` between them.

/// Where the parts of a paragraph stand in `SegmentedDocument.folded`.
///
/// The lower-cased text stands there first. A paragraph whose folding is that itself is found at its own place; another
/// is folded once, behind it, and cut.
struct FoldedParagraph: ~Copyable {
    private let text: TextBlocks
    private var folder: ExactFolder
    /// The first irregular byte behind the start of the paragraph that was looked at last, or further on.
    private var nextIrregular = -1
    private var isRegular = true
    private var cuts: [Int] = []
    private var foldedCuts: [Int] = []
    /// The cut that was asked for last; the next is mostly behind it.
    private var cutIndex = 0

    init(_ text: TextBlocks) {
        self.text = text
        // Room for the foldings of most texts.
        folder = ExactFolder(text.utf8, capacity: min(text.utf8.count, 4096))
        cuts.reserveCapacity(64)
        foldedCuts.reserveCapacity(64)
    }

    /// The foldings that stand behind the lower-cased text.
    var foldings: UnsafeBufferPointer<UInt8> { folder.buffer.written }

    /// Folds the paragraph with this content; its parts are the ranges `foldedRange(of:)` will be asked for.
    mutating func fold(
        _ content: ByteRange, _ lines: Slice<UnsafeBufferPointer<Line>>, _ sentences: [(range: ByteRange, end: Int)]
    ) {
        if nextIrregular < content.lowerBound {
            nextIrregular = text.first(from: content.lowerBound, to: text.utf8.count) { $0.irregular }
        }
        isRegular = nextIrregular >= content.upperBound
        if !isRegular { foldCut(content, lines, sentences) }
    }

    private mutating func foldCut(
        _ content: ByteRange, _ lines: Slice<UnsafeBufferPointer<Line>>, _ sentences: [(range: ByteRange, end: Int)]
    ) {
        cuts.removeAll(keepingCapacity: true)
        foldedCuts.removeAll(keepingCapacity: true)
        cuts.append(content.lowerBound)
        for index in sentences.indices { append(sentences[index].range) }
        cuts.append(content.upperBound)
        if lines.count > 1 {
            for line in lines { append(line.content) }
            cuts.sort()
        }
        cutIndex = 0
        folder.begin(at: content.lowerBound)
        for cut in cuts {
            folder.fold(to: cut)
            foldedCuts.append(text.utf8.count + folder.buffer.count)
        }
        _ = folder.finish()
    }

    private mutating func append(_ range: ByteRange) {
        cuts.append(range.lowerBound)
        cuts.append(range.upperBound)
    }

    /// The folding of a part, as a range of `SegmentedDocument.folded`.
    mutating func foldedRange(of part: ByteRange) -> ByteRange {
        isRegular ? part : foldedOffset(of: part.lowerBound)..<foldedOffset(of: part.upperBound)
    }

    private mutating func foldedOffset(of cut: Int) -> Int {
        if cuts[cutIndex] > cut { cutIndex = 0 }
        while cuts[cutIndex] < cut { cutIndex += 1 }
        return foldedCuts[cutIndex]
    }

    /// The bytes of a folding.
    func bytes(of folded: ByteRange) -> UnsafeBufferPointer<UInt8> {
        let start = isRegular ? text.lowered : UnsafePointer(folder.buffer.bytes) - text.utf8.count
        return UnsafeBufferPointer(start: start + folded.lowerBound, count: folded.count)
    }
}
