// Example: "In March the ferry carried 410 people" and "In March the ferry carried 520 people" have nearly the same words, but a
// number differs; "said Anna Berg" and "said Anna Dahl" differ in a name, "call `open_pier`" and "call `close_pier`" as well.

/// Why `words` are another paragraph than `others`: a number or a name that `others` have not; nil where there is none.
func differs(_ words: ArraySlice<Word>, _ others: ArraySlice<Word>, in text: SegmentedDocument) -> String? {
    let known = others.map(\.hash).sorted()
    let utf8 = text.document.utf8.span
    for (place, word) in words.enumerated() where !known.containsSorted(word.hash) {
        let shape = WordShape(word, in: utf8)
        if shape.hasNumber { return "a number differs" }
        if shape.isIdentifier { return "a name differs" }
        if place > 0, shape.isCapitalised, !startsSentence(word, in: utf8) { return "a name differs" }
    }
    return nil
}

/// What the characters of a word tell of what it is.
private struct WordShape {
    private(set) var hasNumber = false
    /// Whether it begins with a capital and has small letters.
    private(set) var isCapitalised = false
    /// Whether it is joined by underscores, as names in programs are.
    private(set) var isIdentifier = false

    init(_ word: Word, in utf8: Span<UInt8>) {
        var offset = Int(word.start)
        var beginsWithCapital = false
        var hasSmall = false
        while offset < Int(word.end) {
            let scalar = DecodedScalar(in: utf8, at: offset)
            let properties = scalar.properties
            if offset == Int(word.start) { beginsWithCapital = properties.isUppercase }
            if properties.isLowercase { hasSmall = true }
            if properties.isNumber { hasNumber = true }
            if scalar.value == 0x5F { isIdentifier = true }
            offset += scalar.length
        }
        isCapitalised = beginsWithCapital && hasSmall
    }
}

/// Whether the last mark before a word ends a sentence or opens a quotation.
private func startsSentence(_ word: Word, in utf8: Span<UInt8>) -> Bool {
    var end = Int(word.start)
    while end > 0, utf8[end - 1] == 0x20 || utf8[end - 1] == 0x22 { end -= 1 }
    guard end > 0 else { return true }
    if utf8[end - 1] >= 0x80 {
        let properties = DecodedScalar(in: utf8, endingAt: end).properties
        return !properties.isAlphanumeric && !properties.isMark
    }
    return ".!?:\n".utf8.contains(utf8[end - 1])
}

extension [UInt64] {
    /// Whether a value is among these, which are in ascending order.
    fileprivate func containsSorted(_ value: UInt64) -> Bool {
        let index = indices.partitioningIndex { self[$0] >= value }
        return index < count && self[index] == value
    }
}
