/// Finds the words of ranges that start ever later in the text.
struct WordCursor {
    private let words: UnsafeBufferPointer<Word>
    private var index = 0

    init(_ words: UnsafeBufferPointer<Word>) { self.words = words }

    /// The indices of the words that start inside `range`.
    mutating func indices(in range: ByteRange) -> Range<Int> {
        if words.isEmpty { return 0..<0 }
        let first = advance(to: range.lowerBound)
        return first..<advance(to: range.upperBound)
    }

    /// Moves on to the first word that starts at `offset` or later, four at a time while that is far.
    private mutating func advance(to offset: Int) -> Int {
        while index + 4 <= words.count, Int(words[index + 3].start) < offset { index += 4 }
        if index + 4 <= words.count {
            // Whether none, one, two or three are left cannot be foreseen, so no branch depends on it.
            for place in index..<index + 3 { index &+= Int(words[place].start) < offset ? 1 : 0 }
            return index
        }
        while index < words.count, Int(words[index].start) < offset { index += 1 }
        return index
    }
}
