// Example: "one\r\n\ntwo\u{2028}" has the lines "one" (end 5), "" (blank) and "two" (end 12).

/// A line as it stands between two line ends.
struct Line {
    let range: ByteRange
    let end: Int
    let isBlank: Bool
}

/// Cuts text at LF, CRLF, CR, NEL, U+2028 and U+2029.
struct LineSplitter {
    let utf8: UnsafeBufferPointer<UInt8>

    /// The line that starts at `start`, which is before the end of the text.
    func line(from start: Int) -> Line {
        var offset = start
        var isBlank = true
        while offset < utf8.count {
            let scalar = DecodedScalar(utf8, at: offset, end: utf8.count)
            let next = offset + scalar.length
            switch scalar.value {
            case 0x0D where next < utf8.count && utf8[next] == 0x0A:
                return Line(range: start..<offset, end: next + 1, isBlank: isBlank)
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
                return Line(range: start..<offset, end: next, isBlank: isBlank)
            default: break
            }
            if isBlank {
                let properties = scalar.properties
                isBlank = properties.isWhiteSpace || properties.isZeroWidth
            }
            offset = next
        }
        return Line(range: start..<offset, end: offset, isBlank: isBlank)
    }

    /// The lines that are not blank.
    func lines() -> [Line] {
        var result: [Line] = []
        var start = 0
        while start < utf8.count {
            let line = line(from: start)
            if !line.isBlank { result.append(line) }
            start = line.end
        }
        return result
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// `range` without white space and zero-width characters at its ends.
    func trimmed(_ range: ByteRange) -> ByteRange {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let scalar = DecodedScalar(self, at: start, end: end)
            guard scalar.properties.isWhiteSpace || scalar.properties.isZeroWidth else { break }
            start += scalar.length
        }
        while start < end {
            let scalar = DecodedScalar(self, endingAt: end, start: start)
            guard scalar.properties.isWhiteSpace || scalar.properties.isZeroWidth else { break }
            end -= scalar.length
        }
        return start..<end
    }
}
