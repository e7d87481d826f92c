import CXXHash

/// Cuts one document into segments and folds them.
struct Segmenter {
    let utf8: UnsafeBufferPointer<UInt8>
    let levels: SegmentLevels
    var folded: [UInt8] = []
    var words: [Word] = []

    init(_ utf8: UnsafeBufferPointer<UInt8>, levels: SegmentLevels) {
        self.utf8 = utf8
        self.levels = levels
        if levels.contains(.words) { words = hashedWords() }
    }

    /// Folds `range` and makes it a segment.
    mutating func segment(_ range: ByteRange, end: Int) -> Segment {
        let start = folded.count
        Folding.exact.append(utf8, range, to: &folded)
        let foldedRange = start..<folded.count
        let key = Key(hashing: folded.span.extracting(foldedRange))
        return Segment(range: range, end: end, foldedRange: foldedRange, key: key, words: wordIndices(in: range))
    }

    /// A paragraph per run of lines, or per line.
    mutating func paragraphs(of lines: [Line], as segments: [Segment], _ groups: [Range<Int>]?) -> [Segment] {
        guard levels.contains(.paragraphs), let groups else { return levels.contains(.paragraphs) ? segments : [] }
        return groups.map { group in
            let range = lines[group.lowerBound].range.lowerBound..<lines[group.upperBound - 1].range.upperBound
            return group.count == 1
                ? segments[group.lowerBound] : segment(range, end: lines[group.upperBound - 1].end)
        }
    }

    /// The sentences of each paragraph.
    mutating func sentences(of paragraphs: [Segment]) -> [Segment] {
        guard levels.contains(.sentences) else { return [] }
        var result: [Segment] = []
        for paragraph in paragraphs {
            let breaker = SentenceBreaker(utf8: utf8, end: paragraph.range.upperBound)
            var start = paragraph.range.lowerBound
            while start < paragraph.range.upperBound {
                let next = breaker.nextSentence(from: start)
                let range = utf8.trimmed(start..<next)
                if !range.isEmpty { result.append(segment(range, end: next)) }
                start = next
            }
        }
        return result
    }

    private func hashedWords() -> [Word] {
        var result: [Word] = []
        var buffer: [UInt8] = []
        let breaker = WordBreaker(utf8: utf8, end: utf8.count)
        var offset = 0
        while let range = breaker.word(from: offset) {
            buffer.removeAll(keepingCapacity: true)
            Folding.near.append(utf8, range, to: &buffer)
            let hash = buffer.withUnsafeBufferPointer { tamis_xxh3_64($0.baseAddress, $0.count, 0) }
            result.append(
                Word(start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound), hash: hash))
            offset = range.upperBound
        }
        return result
    }

    /// The words inside `range`, by binary search.
    private func wordIndices(in range: ByteRange) -> Range<Int> {
        let first = words.partitionIndex { Int($0.start) >= range.lowerBound }
        let last = words.partitionIndex { Int($0.start) >= range.upperBound }
        return first..<max(first, last)
    }
}

extension [Word] {
    /// The first index whose word satisfies `condition`, which holds for all words after it as well.
    func partitionIndex(where condition: (Word) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
