/// Whether bytes end like a sentence, closing quotes and brackets aside.
func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    var end = bytes.trimmed
    while true {
        let length = closerLength(end)
        guard length > 0, end.count > length else { break }
        end.removeLast(length)
    }
    guard let last = end.last else { return false }
    if last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") { return true }
    // The ellipsis and the full-width stops of Chinese and Japanese.
    return last >= 0x80 && end.count >= 3
        && ["…", "。", "！", "？"].contains { end.suffix(3).elementsEqual($0.utf8) }
}

/// How many bytes the closing quote or bracket at the end takes; 0 where none stands.
private func closerLength(_ bytes: ArraySlice<UInt8>) -> Int {
    switch bytes.last {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): 1
    case 0x9D, 0x99: bytes.suffix(3).starts(with: [0xE2, 0x80]) && bytes.count >= 3 ? 3 : 0
    case 0xBB: bytes.suffix(2).first == 0xC2 && bytes.count >= 2 ? 2 : 0
    default: 0
    }
}

/// Whether bytes ask or announce: the same question may have another answer.
func introduces(_ bytes: ArraySlice<UInt8>) -> Bool {
    let last = bytes.trimmed.last
    return last == UInt8(ascii: ":") || last == UInt8(ascii: "?")
}
