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
        var next = 0
        removeAll { segment in
            while next < ranges.count, ranges[next].upperBound <= segment.range.lowerBound { next += 1 }
            return next < ranges.count && ranges[next].lowerBound < segment.range.upperBound
        }
    }
}
