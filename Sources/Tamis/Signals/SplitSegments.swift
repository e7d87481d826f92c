// The pieces that published filters compare byte by byte:
//
//     "\none\n\ntwo\n"     line runs   "" "one" "two" ""     between runs of line feeds
//                          paragraphs  "one" "two"           between two or more line feeds, ends stripped

extension SplitText {
    /// A segment whose key is that of its bytes as they stand.
    func segment(_ range: ByteRange) -> Segment {
        let key = Key(hashing: UnsafeBufferPointer(rebasing: utf8[range]))
        return Segment(range: range, end: range.upperBound, foldedRange: 0..<0, key: key, words: 0..<0)
    }

    /// What stands between runs of line feeds; empty at either end where the text begins or ends with one.
    var lineRuns: [Segment] {
        var segments: [Segment] = []
        forEachPiece { piece in
            let isAtEnd = piece.lowerBound == 0 || piece.upperBound == utf8.count
            if !piece.isEmpty || isAtEnd { segments.append(segment(piece)) }
        }
        return segments
    }

    /// What stands between runs of two or more line feeds in the text without white space at its ends.
    var blankLineSeparated: [Segment] {
        let text = stripped(0..<utf8.count)
        var segments: [Segment] = []
        var start = text.lowerBound
        var offset = start
        while offset < text.upperBound {
            let end = utf8.firstLineFeed(from: offset, to: text.upperBound)
            offset = end
            while offset < text.upperBound, utf8[offset] == 0x0A { offset += 1 }
            if offset - end >= 2 {
                segments.append(segment(start..<end))
                start = offset
            }
        }
        segments.append(segment(start..<text.upperBound))
        return segments
    }

    /// Lines between line feeds that are not blank.
    var nonBlankPieces: [Segment] {
        var segments: [Segment] = []
        forEachPiece { if !stripped($0).isEmpty { segments.append(segment($0)) } }
        return segments
    }
}
