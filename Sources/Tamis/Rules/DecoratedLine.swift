/// Copies of a line in quotes or brackets or in an attribute, and copies of the headline with a site's name behind it.
func decoratedLines(in text: SegmentedDocument, _ firsts: [Int]) -> [Match] {
    guard !text.isHardWrapped else { return [] }
    var matches: [Match] = []
    var quoted: [(line: Int, core: ByteRange)] = []
    text.folded.withUnsafeBufferPointer { folded in
        let headlines = text.lines.prefix(headlineCount).map(\.foldedRange)
        for index in text.lines.indices where firsts[index] == index {
            let range = text.lines[index].foldedRange
            guard range.count <= byteLimit, !range.isEmpty else { continue }
            if isClosing(folded[range.upperBound - 1]), let core = unquoted(range, in: folded) {
                quoted.append((index, core))
            } else if let headline = headline(before: range, among: headlines, folded),
                text.wordCount(in: text.lines[headline].range, upTo: 3) >= 3
            {
                matches.append(cut(index, copyOf: headline, in: text))
            }
        }
        guard !quoted.isEmpty else { return }
        for (index, core) in quoted {
            let original = text.lines[..<index].indices.first {
                firsts[$0] == $0 && same(text.lines[$0].foldedRange, core, folded)
            }
            if let original, text.wordCount(in: text.lines[original].range, upTo: 3) >= 3 {
                matches.append(cut(index, copyOf: original, in: text))
            }
        }
    }
    return matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

/// The most bytes of a decorated line.
private let byteLimit = 400

private func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")")
}

/// How many lines at the start of a text may be its headline.
private let headlineCount = 3

private func cut(_ index: Int, copyOf original: Int, in text: SegmentedDocument) -> Match {
    let line = text.lines[index]
    return .cut(line.range.lowerBound..<line.end, .repeats(text.lines[original].range, similarity: 1))
}

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

/// The headline that a line repeats with " - " or " | " and at most four words behind it; nil where it does not.
private func headline(
    before line: ByteRange, among headlines: [ByteRange], _ folded: UnsafeBufferPointer<UInt8>
) -> Int? {
    headlines.firstIndex { headline in
        guard (4...60).contains(line.count - headline.count), headline.count >= 8 else { return false }
        let mark = line.lowerBound + headline.count
        guard folded[mark] == 0x20, folded[mark + 2] == 0x20 else { return false }
        guard folded[mark + 1] == UInt8(ascii: "-") || folded[mark + 1] == UInt8(ascii: "|") else { return false }
        let suffix = folded[(mark + 3)..<line.upperBound]
        return suffix.count { $0 == 0x20 } <= 3 && same(line.prefix(headline.count), headline, folded)
    }
}
