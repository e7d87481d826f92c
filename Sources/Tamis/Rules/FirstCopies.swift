extension SegmentedDocument {
    /// For each of `segments` the index of the first one with the same folded bytes: its own where it is the first.
    ///
    /// Keys find the copies, bytes confirm them: inside a document no hash decides. Texts can be made in which many
    /// segments have one key and differ; there keys that nobody can foresee find the copies.
    func firstCopies(of segments: [Segment]) -> [Int] {
        let copies = firstCopiesByKey(of: segments)
        let isMistaken = copies.indices.contains {
            copies[$0] != $0 && !isSameText(segments[copies[$0]], segments[$0])
        }
        return isMistaken ? firstCopiesByText(of: segments) : copies
    }

    private func firstCopiesByKey(of segments: [Segment]) -> [Int] {
        var table = HashTable(expectedCount: segments.count)
        return segments.withUnsafeBufferPointer { segments in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: segments.count) { firsts in
                [Int](filling: segments.count) { copies, count in
                    var firstCount = 0
                    table.forEachIndex(of: segments.count) {
                        segments[$0].key.low
                    } body: { index, number in
                        if number == firstCount {
                            firsts[number] = index
                            firstCount &+= 1
                        }
                        copies[index] = firsts[number]
                    }
                    count = segments.count
                }
            }
        }
    }

    private func firstCopiesByText(of segments: [Segment]) -> [Int] {
        var table = HashTable(expectedCount: segments.count)
        var firsts: [Int] = []
        return segments.indices.map { index in
            let key = Key(hashing: folded.span.extracting(segments[index].foldedRange), seed: HashTable.processSeed)
            let number = table.index(of: key.low) { isSameText(segments[firsts[$0]], segments[index]) }
            if number == firsts.count { firsts.append(index) }
            return firsts[number]
        }
    }

    /// Whether two segments have the same folded bytes.
    func isSameText(_ left: Segment, _ right: Segment) -> Bool {
        left.key == right.key && folded[left.foldedRange] == folded[right.foldedRange]
    }
}

extension SegmentedDocument {
    /// The index of the line that holds the byte at `offset`, or of the last line before it.
    func lineIndex(at offset: Int) -> Int {
        max((0..<lines.count).partitioningIndex { lines[$0].range.lowerBound > offset } - 1, 0)
    }
}
