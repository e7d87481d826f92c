// Characters at the two ends of a line, white space passed over:
//
//     "  • Who said “Why?”  "     first •, last ”, and before the closing quote ?

/// Steps over the characters of a line from either end.
struct LineEnds {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// What is left of the line.
    private(set) var range: ByteRange

    /// The part of `range` without white space at its ends.
    init(_ bytes: UnsafeBufferPointer<UInt8>, range: ByteRange) {
        self.bytes = bytes
        self.range = range
        while let (scalar, length) = first, isWhitespace(scalar) {
            self.range = self.range.lowerBound + length..<self.range.upperBound
        }
        while let (scalar, length) = last, isWhitespace(scalar) {
            self.range = self.range.lowerBound..<self.range.upperBound - length
        }
    }

    /// The first character and its length; U+FFFD for a byte that is not UTF-8, nil where nothing is left.
    var first: (scalar: Unicode.Scalar, length: Int)? {
        guard !range.isEmpty else { return nil }
        let (scalar, length) = decodeScalar(bytes, at: range.lowerBound)
        return (scalar ?? "\u{FFFD}", length)
    }

    /// The last character and its length; U+FFFD for a byte that is not UTF-8, nil where nothing is left.
    var last: (scalar: Unicode.Scalar, length: Int)? {
        guard !range.isEmpty else { return nil }
        let end = range.upperBound
        var start = end - 1
        while start > range.lowerBound, start > end - 4, bytes[start] & 0xC0 == 0x80 {
            start -= 1
        }
        let (scalar, length) = decodeScalar(bytes, at: start)
        guard let scalar, start + length == end else { return ("\u{FFFD}", 1) }
        return (scalar, length)
    }

    /// The first character is followed by white space.
    var isFirstFollowedBySpace: Bool {
        guard let (_, length) = first else { return false }
        let rest = LineEnds(bytes, untrimmed: range.lowerBound + length..<range.upperBound)
        return rest.first.map { isWhitespace($0.scalar) } ?? false
    }

    /// The line ends in three full stops.
    var endsInThreeStops: Bool {
        range.count >= 3 && bytes[range.upperBound - 3..<range.upperBound].allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// Drops closing quotes and brackets from the end.
    mutating func dropClosers() {
        while let (scalar, length) = last, isCloser(scalar) {
            range = range.lowerBound..<range.upperBound - length
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, untrimmed range: ByteRange) {
        self.bytes = bytes
        self.range = range
    }

    private func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar == " " || 0x09...0x0D ~= scalar.value
            : ScalarKind(scalar).contains(.whitespace)
    }

    private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return "\"')]}".unicodeScalars.contains(scalar) }
        switch scalar.properties.generalCategory {
        case .closePunctuation, .finalPunctuation, .initialPunctuation: return true
        default: return false
        }
    }
}
