extension SegmentedDocument {
    /// For each of `segments` the index of the first one with the same folded bytes: its own where it is the first.
    ///
    /// Keys find the copies, bytes confirm them: inside a document no hash decides.
    func firstCopies(of segments: [Segment]) -> [Int] {
        var table = HashTable()
        table.reset(expectedCount: segments.count)
        var firsts: [Int] = []
        var result: [Int] = []
        result.reserveCapacity(segments.count)
        segments.withUnsafeBufferPointer { segments in
            for index in segments.indices {
                let key = segments[index].key.low
                let number = table.index(of: key) { isSameText(segments[firsts[$0]], segments[index]) }
                if number == firsts.count { firsts.append(index) }
                result.append(firsts[number])
            }
        }
        return result
    }

    /// Whether two segments have the same folded bytes.
    func isSameText(_ left: Segment, _ right: Segment) -> Bool {
        left.key == right.key && folded[left.foldedRange] == folded[right.foldedRange]
    }
}

extension SegmentedDocument {
    /// The index of the line that holds the byte at `offset`, or of the last line before it.
    func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lines[middle].range.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
