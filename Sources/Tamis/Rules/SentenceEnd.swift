/// Whether bytes end like a sentence, closing quotes and brackets aside.
func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.trimmed
    let marks: [[UInt8]] = [[0x22], [0x27], [0x29], [0x5D], [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0xC2, 0xBB]]
    var end = rest
    while let mark = marks.first(where: { end.count > $0.count && end.suffix($0.count).elementsEqual($0) }) {
        end = end.dropLast(mark.count)
    }
    guard let last = end.last else { return false }
    if last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return true }
    return sentenceEnds.contains { end.suffix(3).elementsEqual($0) }
}

/// The ellipsis and the full-width stops of Chinese and Japanese.
private let sentenceEnds = ["…", "。", "！", "？"].map { Array($0.utf8) }

/// Whether bytes ask or announce: the same question may have another answer.
func introduces(_ bytes: ArraySlice<UInt8>) -> Bool {
    let last = bytes.trimmed.last
    return last == UInt8(ascii: ":") || last == UInt8(ascii: "?")
}
