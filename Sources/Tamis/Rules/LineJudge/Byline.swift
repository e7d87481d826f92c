// Example: "By Ann Lee", "Von Ulrike Brand" and "Par Lucie Morel" name an author; "By clicking you agree" does not.

/// The words before an author's name.
private let bylineWords = ["by", "von", "par", "por", "di", "da", "de", "door", "av", "od", "от", "автор"]
    .map { Array($0.utf8) }

/// Whether a line names its author: such a word, then a name in capitals, and no more than seven words.
func isByline(_ line: Segment, in text: SegmentedDocument) -> Bool {
    guard (2...7).contains(line.words.count) else { return false }
    let utf8 = text.document.utf8
    let words = line.words.prefix(2).map { Int(text.words[$0].start)..<Int(text.words[$0].end) }
    guard words[0].lowerBound <= line.range.lowerBound + 4,
        bylineWords.contains(where: { $0.elementsEqual(utf8[words[0]].lazy.map(\.asciiLowercased)) })
    else { return false }
    return DecodedScalar(in: utf8.span, at: words[1].lowerBound).properties.isUppercase
}
