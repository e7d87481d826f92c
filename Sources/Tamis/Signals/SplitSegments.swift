import CKernels

// The pieces that published filters compare byte by byte:
//
//     "\none\n\ntwo\n"     line runs   "" "one" "two" ""     between runs of line feeds
//                          paragraphs  "one" "two"           between two or more line feeds, ends stripped

extension SplitText {
    /// A segment whose key is that of its bytes as they stand.
    func segment(_ range: ByteRange) -> Segment { Self.segment(range, of: utf8) }

    private static func segment(_ range: ByteRange, of utf8: UnsafeBufferPointer<UInt8>) -> Segment {
        let key = Key(hashing: UnsafeBufferPointer(rebasing: utf8[range]))
        return Segment(range: range, end: range.upperBound, foldedRange: 0..<0, key: key, words: 0..<0)
    }

    /// What stands between line feeds, the piece behind the last one included.
    static func pieces(_ utf8: UnsafeBufferPointer<UInt8>, _ blocks: SplitBlocks) -> [Segment] {
        var pieces: [Segment] = []
        pieces.reserveCapacity((utf8.baseAddress.map { tamis_count_newlines($0, utf8.count) } ?? 0) + 1)
        var start = 0
        var offset = 0
        while true {
            offset = blocks.first(from: offset, to: utf8.count) { $0.line_end }
            if offset < utf8.count, utf8[offset] != 0x0A {
                offset += 1
                continue
            }
            pieces.append(segment(start..<offset, of: utf8))
            guard offset < utf8.count else { return pieces }
            offset += 1
            start = offset
        }
    }

    /// What stands between runs of line feeds; empty at either end where the text begins or ends with one.
    var lineRuns: [Segment] {
        pieces { !$0.range.isEmpty || $0.range.lowerBound == 0 || $0.range.upperBound == utf8.count }
    }

    /// What stands between runs of two or more line feeds in the text without white space at its ends.
    var blankLineSeparated: [Segment] {
        let text = stripped(0..<utf8.count)
        var paragraphs: [Segment] = []
        var start = text.lowerBound
        var last: Segment?
        func close(_ end: Int) {
            let isPiece = last.map { $0.range == start..<end } == true
            paragraphs.append(isPiece ? last! : segment(start..<end))
        }
        for piece in pieces where piece.range.upperBound > text.lowerBound && piece.range.lowerBound < text.upperBound {
            guard piece.range.isEmpty else {
                last = piece
                continue
            }
            if piece.range.lowerBound - 1 > start { close(piece.range.lowerBound - 1) }
            start = piece.range.lowerBound + 1
        }
        close(text.upperBound)
        return paragraphs
    }

    /// Lines between line feeds that are not blank.
    var nonBlankPieces: [Segment] {
        pieces { !isBlank($0.range) }
    }

    /// The pieces for which `isIncluded` holds, which are nearly all.
    private func pieces(where isIncluded: (Segment) -> Bool) -> [Segment] {
        [Segment](filling: pieces.count) { included, count in
            for piece in pieces where isIncluded(piece) {
                included[count] = piece
                count += 1
            }
        }
    }

    /// Whether all of `range` is white space.
    private func isBlank(_ range: ByteRange) -> Bool {
        blocks.first(from: range.lowerBound, to: range.upperBound) { ~$0.space } == range.upperBound
    }
}
