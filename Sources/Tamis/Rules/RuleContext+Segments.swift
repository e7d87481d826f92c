extension SegmentedDocument {
    /// Takes away the lines, paragraphs and sentences that overlap `ranges`, which are in ascending order.
    mutating func remove(segmentsIn ranges: [ByteRange]) {
        lines.removeSegments(in: ranges)
        wrappedParagraphs.removeSegments(in: ranges)
        sentences.removeSegments(in: ranges)
    }
}

extension [Segment] {
    fileprivate mutating func removeSegments(in ranges: [ByteRange]) {
        guard let first = ranges.first else { return }
        let end = ranges.reduce(0) { Swift.max($0, $1.upperBound) }
        var read = indices.partitioningIndex { self[$0].range.upperBound > first.lowerBound }
        var write = read
        var next = 0
        withUnsafeMutableBufferPointer { segments in
            while read < segments.count, segments[read].range.lowerBound < end {
                let range = segments[read].range
                while next < ranges.count, ranges[next].upperBound <= range.lowerBound { next += 1 }
                if next == ranges.count || ranges[next].lowerBound >= range.upperBound {
                    segments[write] = segments[read]
                    write += 1
                }
                read += 1
            }
        }
        removeSubrange(write..<read)
    }
}
