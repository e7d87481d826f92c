import CXXHash

// RedPajama counts words without ASCII punctuation, in lower case and canonically decomposed:
//
//     "The e-mail – Café!"     the  email  –  cafe + U+0301
//
// The dash stays a word: it is not ASCII.

/// The words of a text after RedPajama's normalisation, line by line.
struct NormalizedText {
    /// The words one after another, with nothing between them.
    private(set) var utf8: [UInt8] = []
    /// The words, as ranges of `utf8`.
    private(set) var words: [Word] = []
    /// For each line, the first word that no longer belongs to it.
    private(set) var lineEnds: [Int] = []

    /// Normalises the words of `text`; a text of 4 GiB or more has none.
    init(_ text: SplitText) {
        utf8.reserveCapacity(text.utf8.count)
        var rest = SplitWords(text).words[...]
        words.reserveCapacity(rest.count)
        text.forEachFeedLine { line in
            while let word = rest.first, Int(word.start) < line.upperBound {
                append(word.range, of: text.utf8)
                rest = rest.dropFirst()
            }
            lineEnds.append(words.count)
        }
    }

    private mutating func append(_ range: ByteRange, of source: UnsafeBufferPointer<UInt8>) {
        let start = utf8.count
        if source.firstNonASCII(from: range.lowerBound, to: range.upperBound) == range.upperBound {
            for byte in source[range] where !Self.isPunctuation(UInt32(byte)) {
                utf8.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
        } else {
            appendDecomposed(range, of: source)
        }
        guard utf8.count > start else { return }
        let hash = utf8.withUnsafeBufferPointer { tamis_xxh3_64($0.baseAddress! + start, $0.count - start, 0) }
        words.append(
            Word(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: utf8.count), hash: hash))
    }

    private mutating func appendDecomposed(_ range: ByteRange, of source: UnsafeBufferPointer<UInt8>) {
        var scalars: [UInt32] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let scalar = DecodedScalar(source, at: offset, end: range.upperBound)
            if !Self.isPunctuation(scalar.value) { scalars.append(scalar.value) }
            offset += scalar.length
        }
        for scalar in CanonicalForms.decompose(lowerCased(scalars)) {
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { bytes in
                let length = bytes.baseAddress!.store(scalar: scalar)
                utf8.append(contentsOf: bytes[..<length])
            }
        }
    }

    /// ASCII punctuation and symbols, which Python calls `string.punctuation`.
    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}

extension SplitText {
    /// Gives `body` the lines with the line feed that ends them, none behind the last line feed.
    func forEachFeedLine(_ body: (ByteRange) -> Void) {
        forEachPiece { piece in
            let end = min(piece.upperBound + 1, utf8.count)
            if piece.lowerBound < end { body(piece.lowerBound..<end) }
        }
    }
}
