// Example: the near key of "It's 16,000 cafés." is "it s 16 000 cafes", so the text has one shingle.

/// A text as it is compared with others: the shingles of its near key, and its lines and paragraphs where they are asked for.
///
/// Nothing is folded line by line as rules need it, which takes most of the time of a segmented document.
struct ShingledText {
    let text: TextBlocks
    /// The near key's words, in order.
    let words: UnsafeBufferPointer<Word>
    /// The hashes of all shingles, in order; the one with number n begins with word n.
    let shingles: [UInt64]

    /// Calls `body` with a text that is valid inside of it; linear in its length.
    ///
    /// One of 4 GiB or more has no words, whose offsets are of 32 bits.
    static func with<Result>(_ utf8: [UInt8], _ body: (ShingledText) -> Result) -> Result {
        utf8.withUnsafeBufferPointer { utf8 in with(utf8, body) }
    }

    /// Calls `body` with a text that is valid inside of it.
    static func with<Result>(_ utf8: UnsafeBufferPointer<UInt8>, _ body: (ShingledText) -> Result) -> Result {
        TextBlocks.with(passing: utf8) { text in
            guard utf8.count <= UInt32.max else {
                return body(ShingledText(text: text, words: UnsafeBufferPointer(start: nil, count: 0), shingles: []))
            }
            return WordHasher(text, cutsJoints: true).withWords { words in
                body(ShingledText(text: text, words: words, shingles: Shingles.hashes(of: words)))
            }
        }
    }

    /// The text's lines and paragraphs.
    struct Layout {
        /// The lines that are not blank.
        let lines: [Line]
        /// The paragraphs: one a line unless the text is hard-wrapped.
        let paragraphs: [Paragraph]
        /// Whether paragraphs run over several lines.
        let isHardWrapped: Bool
    }

    /// A paragraph's place.
    struct Paragraph {
        /// The bytes without the last line end.
        let range: ByteRange
        /// The bytes without white space at the ends.
        let content: ByteRange
        /// The near key's words that start in the paragraph, by their numbers.
        let words: Range<Int>
    }

    /// Finds the lines and paragraphs; linear in the text's length.
    func layout() -> Layout {
        let lines = LineSplitter(text: text).lines()
        let groups = lines.withUnsafeBufferPointer { HardWrapping(text.utf8, lines: $0).paragraphs() }
        var cursor = WordCursor(words)
        func paragraph(_ first: Line, _ last: Line) -> Paragraph {
            let range = first.range.lowerBound..<last.range.upperBound
            return Paragraph(
                range: range, content: first.content.lowerBound..<last.content.upperBound,
                words: cursor.indices(in: range))
        }
        let paragraphs =
            groups.map { $0.map { paragraph(lines[$0.lowerBound], lines[$0.upperBound - 1]) } }
            ?? lines.map { paragraph($0, $0) }
        return Layout(lines: lines, paragraphs: paragraphs, isHardWrapped: groups != nil)
    }
}
