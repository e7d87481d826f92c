// Example: "one\r\n\n two\u{2028}" has the lines "one" (end 5) and " two" (content "two", end 13); the blank one between is
// left out.

/// A line that is not blank.
struct Line: Equatable {
    /// The line without its line end.
    let range: ByteRange
    /// The line without white space and dropped characters at its ends.
    let content: ByteRange
    /// The offset after the line end.
    let end: Int
}

/// Cuts text at LF, CRLF, CR, NEL, U+2028 and U+2029.
struct LineSplitter {
    let text: TextBlocks

    /// The lines with at least one character that is neither white space nor of zero width.
    func lines() -> [Line] {
        let utf8 = text.utf8
        var result: [Line] = []
        result.reserveCapacity((0..<text.blockCount).reduce(1) { $0 + text.blocks[$1].line_end.nonzeroBitCount })
        var start = 0
        while start < utf8.count {
            let stop = text.first(from: start, to: utf8.count) { $0.line_end }
            let end = stop + (stop < utf8.count ? lineEndLength(at: stop) : 0)
            if start < stop, Self.isInk(utf8[start]), Self.isInk(utf8[stop - 1]) {
                result.append(Line(range: start..<stop, content: start..<stop, end: end))
            } else {
                let content = utf8.trimmed(text.first(from: start, to: stop) { ~$0.space }..<stop)
                if !utf8.isBlank(content) { result.append(Line(range: start..<stop, content: content, end: end)) }
            }
            start = end
        }
        return result
    }

    /// Whether an ASCII byte is printed: nothing to trim.
    @inline(__always)
    private static func isInk(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5E }

    private func lineEndLength(at offset: Int) -> Int {
        switch text.utf8[offset] {
        case 0x0D: offset + 1 < text.utf8.count && text.utf8[offset + 1] == 0x0A ? 2 : 1
        case 0xC2: 2
        case 0xE2: 3
        default: 1
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// `range` without white space and characters that foldings drop at its ends.
    func trimmed(_ range: ByteRange) -> ByteRange {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start] <= 0x20 || self[start] >= 0x80 {
            let scalar = DecodedScalar(self, at: start, end: end)
            guard isTrimmed(scalar) else { break }
            start += scalar.length
        }
        while start < end, self[end - 1] <= 0x20 || self[end - 1] >= 0x80 {
            let scalar = DecodedScalar(self, endingAt: end, start: start)
            guard isTrimmed(scalar) else { break }
            end -= scalar.length
        }
        return start..<end
    }

    /// Whether trimmed text holds nothing to see; that takes a look beyond the first character only if it has no width.
    func isBlank(_ content: ByteRange) -> Bool {
        var offset = content.lowerBound
        while offset < content.upperBound {
            let scalar = DecodedScalar(self, at: offset, end: content.upperBound)
            guard scalar.value >= 0x80, scalar.properties.isWhiteSpace || scalar.properties.isZeroWidth else {
                return false
            }
            offset += scalar.length
        }
        return true
    }

    private func isTrimmed(_ scalar: DecodedScalar) -> Bool {
        let properties = scalar.properties
        return properties.isWhiteSpace || properties.isDropped
    }
}
