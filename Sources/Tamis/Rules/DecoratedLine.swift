/// Copies of a line in quotes or brackets, and copies of the headline with the name of the site behind it.
func decoratedLines(in text: SegmentedDocument, _ firsts: [Int]) -> [Match] {
    let candidates = text.lines.indices.filter { firsts[$0] == $0 && isDecorated(text.folded[text.lines[$0].foldedRange]) }
    guard !candidates.isEmpty, !text.isHardWrapped else { return [] }
    var table = HashTable()
    table.reset(expectedCount: text.lines.count)
    var plain: [Int] = []
    for index in text.lines.indices where firsts[index] == index {
        if table.index(of: text.lines[index].key.low) == plain.count { plain.append(index) }
    }
    var matches: [Match] = []
    for index in candidates {
        let folded = text.folded[text.lines[index].foldedRange]
        for core in [unquoted(folded), withoutSiteName(folded)].compactMap({ $0 }) {
            let key = Array(core).withUnsafeBufferPointer { Key(hashing: $0.span) }
            guard let original = table.existingIndex(of: key.low).map({ plain[$0] }), original != index else { continue }
            let isSuffixed = core.startIndex == folded.startIndex  // a site name stands behind
            guard text.folded[text.lines[original].foldedRange] == core, isSuffixed ? original <= 2 : original < index,
                text.wordCount(in: text.lines[original].range, upTo: 3) >= 3
            else { continue }
            let range = text.lines[index].range.lowerBound..<text.lines[index].end
            matches.append(.cut(range, .repeats(text.lines[original].range, similarity: 1)))
            break
        }
    }
    return matches
}

private func isDecorated(_ folded: ArraySlice<UInt8>) -> Bool {
    guard (8...200).contains(folded.count), let first = folded.first else { return false }
    return isOpening(first) || folded.last == UInt8(ascii: "\"") || withoutSiteName(folded) != nil
}

private func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
}

/// What stands between quotes or brackets, also behind the name of an attribute (`alt="…"`); nil where nothing does.
private func unquoted(_ folded: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let name = folded.prefix { (0x61...0x7A).contains($0) }
    if !name.isEmpty, folded[name.endIndex...].starts(with: [UInt8(ascii: "="), UInt8(ascii: "\"")]) {
        return unquoted(folded[(name.endIndex + 1)...])
    }
    guard let first = folded.first, isOpening(first), let last = folded.last else { return nil }
    let closing: UInt8 = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : first == UInt8(ascii: "(") ? UInt8(ascii: ")") : first
    return last == closing ? folded.dropFirst().dropLast() : nil
}

/// The bytes before the last " - " or " | " where at most four words follow; nil where there is none.
private func withoutSiteName(_ folded: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard folded.count <= 200 else { return nil }
    var spaceCount = 0
    var index = folded.endIndex - 1
    while index > folded.startIndex, spaceCount <= 5 {
        if folded[index] == 0x20 { spaceCount += 1 }
        let isMark = folded[index] == UInt8(ascii: "-") || folded[index] == UInt8(ascii: "|")
        if isMark, index + 1 < folded.endIndex, folded[index + 1] == 0x20, folded[index - 1] == 0x20 {
            return folded[..<(index - 1)]
        }
        index -= 1
    }
    return nil
}
