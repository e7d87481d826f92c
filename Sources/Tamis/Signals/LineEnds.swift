import CKernels

// Characters at the two ends of a line, white space passed over:
//
//     "  • Who said “Why?”  "     first •, last ”, and before the closing quote ?

/// A line, from which characters are dropped at both ends.
struct LineEnds {
    private let utf8: UnsafeBufferPointer<UInt8>
    /// What is left of the line.
    private(set) var range: ByteRange

    /// The part of `range` without white space at its ends.
    init(_ utf8: UnsafeBufferPointer<UInt8>, range: ByteRange) {
        self.utf8 = utf8
        self.range = range
        while let first, first.properties.isWhiteSpace {
            self.range = self.range.lowerBound + first.length..<self.range.upperBound
        }
        while let last, last.properties.isWhiteSpace {
            self.range = self.range.lowerBound..<self.range.upperBound - last.length
        }
    }

    /// The first character; nil where nothing is left.
    var first: DecodedScalar? {
        range.isEmpty ? nil : DecodedScalar(utf8, at: range.lowerBound, end: range.upperBound)
    }

    /// The last character; nil where nothing is left.
    var last: DecodedScalar? {
        range.isEmpty ? nil : DecodedScalar(utf8, endingAt: range.upperBound, start: range.lowerBound)
    }

    /// Whether white space stands directly after the first character.
    var isSpacedAfterFirst: Bool {
        guard let first, range.count > first.length else { return false }
        return DecodedScalar(utf8, at: range.lowerBound + first.length, end: range.upperBound).properties.isWhiteSpace
    }

    /// Whether the last three characters are full stops.
    var endsInThreeStops: Bool {
        range.count >= 3 && utf8[range.upperBound - 3..<range.upperBound].allSatisfy { $0 == UInt8(ascii: ".") }
    }

    /// Drops closing quotes and brackets from the end.
    mutating func dropClosers() {
        while let last, Self.isCloser(last) {
            range = range.lowerBound..<range.upperBound - last.length
        }
    }

    /// A quote of any kind, or a closing bracket: general category Pe, Pf or Pi, or `"` or `'`.
    private static func isCloser(_ scalar: DecodedScalar) -> Bool {
        scalar.value == 0x22 || scalar.value == 0x27 || scalar.properties.isClosingPunctuationOrQuote
    }
}

extension ScalarProperties {
    /// General category Pe, Pf or Pi: German closes with what French opens.
    fileprivate var isClosingPunctuationOrQuote: Bool {
        switch category {
        case TAMIS_CATEGORY_PE, TAMIS_CATEGORY_PF, TAMIS_CATEGORY_PI: true
        default: false
        }
    }
}
