/// Copies of a line in quotes or brackets or in an attribute, and copies of the headline with a site's name behind it.
func decoratedLines(in text: SegmentedDocument, _ firsts: [Int]) -> [(line: Int, match: Match)] {
    guard !text.isHardWrapped else { return [] }
    let pairs = text.folded.withUnsafeBufferPointer { folded in
        text.lines.withUnsafeBufferPointer { decoratedCopies(among: $0, firsts, folded) }
    }
    return pairs.filter { text.wordCount(in: text.lines[$0.original].range, upTo: 3) >= 3 }.map { pair in
        let line = text.lines[pair.copy]
        let evidence = Evidence.repeats(text.lines[pair.original].range, similarity: 1)
        return (pair.copy, .cut(line.range.lowerBound..<line.end, evidence))
    }
}

/// The lines that are another line decorated, with that line, in ascending order.
private func decoratedCopies(
    among lines: UnsafeBufferPointer<Segment>, _ firsts: [Int], _ folded: UnsafeBufferPointer<UInt8>
) -> [(copy: Int, original: Int)] {
    let headlines = lines.prefix(headlineCount).map(\.foldedRange)
    // Most lines begin with another byte than the headline.
    var isInitial = InlineArray<256, Bool>(repeating: false)
    for headline in headlines where headline.count >= 8 { isInitial[Int(folded[headline.lowerBound])] = true }
    var pairs: [(copy: Int, original: Int)] = []
    var quoted: [(copy: Int, core: ByteRange)] = []
    for index in lines.indices {
        let range = lines[index].foldedRange
        guard !range.isEmpty, range.count <= byteLimit else { continue }
        let isQuoted = isClosing(folded[range.upperBound - 1])
        guard isQuoted || isInitial[Int(folded[range.lowerBound])], firsts[index] == index else { continue }
        if isQuoted, let core = unquoted(range, in: folded) {
            quoted.append((index, core))
        } else if isInitial[Int(folded[range.lowerBound])] {
            var head = 0
            while head < headlines.count, !isHeadline(headlines[head], before: range, folded) { head += 1 }
            if head < headlines.count { pairs.append((index, head)) }
        }
    }
    guard !quoted.isEmpty else { return pairs }
    pairs += originals(of: quoted, among: lines, folded)
    return pairs.sorted { $0.copy < $1.copy }
}

/// The earlier lines that stand between the quotes of other lines.
private func originals(
    of quoted: [(copy: Int, core: ByteRange)], among lines: UnsafeBufferPointer<Segment>,
    _ folded: UnsafeBufferPointer<UInt8>
) -> [(copy: Int, original: Int)] {
    let keys = quoted.map { Key(hashing: UnsafeBufferPointer(rebasing: folded[$0.core])).low }
    var table = HashTable(expectedCount: keys.count)
    let numbers = keys.map { table.index(of: $0) }
    var originals = [Int](repeating: lines.count, count: table.count)
    for index in lines.indices {
        guard let number = table.existingIndex(of: lines[index].key.low) else { continue }
        originals[number] = min(originals[number], index)
    }
    return zip(quoted, numbers).compactMap { quoted, number in
        let original = originals[number]
        guard original < quoted.copy, same(lines[original].foldedRange, quoted.core, folded) else { return nil }
        return (quoted.copy, original)
    }
}

/// The most bytes of a decorated line.
private let byteLimit = 400

private func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")")
}

/// How many lines at the start of a text may be its headline.
private let headlineCount = 3

private func same(_ left: ByteRange, _ right: ByteRange, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    left.count == right.count && folded[left].elementsEqual(folded[right])
}

/// What stands between quotes or brackets, also behind the name of an attribute (`alt="…"`); nil where nothing does.
private func unquoted(_ range: ByteRange, in folded: UnsafeBufferPointer<UInt8>) -> ByteRange? {
    guard range.count >= 8 else { return nil }
    let last = folded[range.upperBound - 1]
    var start = range.lowerBound
    if last == UInt8(ascii: "\""), (0x61...0x7A).contains(folded[start]) {
        let name = range.prefix { (0x61...0x7A).contains(folded[$0]) }
        guard name.count <= 12, folded[name.endIndex] == UInt8(ascii: "=") else { return nil }
        start = name.endIndex + 1
    }
    let closing: UInt8
    switch folded[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = folded[start]
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    return last == closing && start + 1 < range.upperBound - 1 ? start + 1..<range.upperBound - 1 : nil
}

/// Whether a line repeats a headline with " - " or " | " and at most four words behind it.
private func isHeadline(
    _ headline: ByteRange, before line: ByteRange, _ folded: UnsafeBufferPointer<UInt8>
) -> Bool {
    let rest = line.count - headline.count
    guard rest >= 4, rest <= 60, headline.count >= 8 else { return false }
    let mark = line.lowerBound + headline.count
    guard folded[mark] == 0x20, folded[mark + 2] == 0x20 else { return false }
    guard folded[mark + 1] == UInt8(ascii: "-") || folded[mark + 1] == UInt8(ascii: "|") else { return false }
    let suffix = folded[(mark + 3)..<line.upperBound]
    return suffix.count { $0 == 0x20 } <= 3 && same(line.prefix(headline.count), headline, folded)
}
