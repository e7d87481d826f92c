extension SegmentedDocument {
    /// For each of `segments` the index of the first one with the same folded bytes: its own where it is the first.
    ///
    /// Keys find the copies, bytes confirm them: inside a document no hash decides. Texts can be made in which many
    /// segments have one key and differ; there keys that nobody can foresee find the copies.
    func firstCopies(of segments: [Segment]) -> [Int] {
        var hasMistakenKey = false
        let copies = firstCopies(of: segments) {
            $0.key.low
        } isSame: { first, segment in
            hasMistakenKey = hasMistakenKey || !isSameText(first, segment)
            return true
        }
        guard hasMistakenKey else { return copies }
        return firstCopies(of: segments) {
            Key(hashing: folded.span.extracting($0.foldedRange), seed: HashTable.processSeed).low
        } isSame: {
            isSameText($0, $1)
        }
    }

    @inline(__always)
    private func firstCopies(
        of segments: [Segment], hash: (Segment) -> UInt64, isSame: (_ first: Segment, Segment) -> Bool
    ) -> [Int] {
        var table = HashTable(expectedCount: segments.count)
        var firsts: [Int] = []
        var result: [Int] = []
        firsts.reserveCapacity(segments.count)
        result.reserveCapacity(segments.count)
        segments.withUnsafeBufferPointer { segments in
            for index in segments.indices {
                let number = table.index(of: hash(segments[index])) { isSame(segments[firsts[$0]], segments[index]) }
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
