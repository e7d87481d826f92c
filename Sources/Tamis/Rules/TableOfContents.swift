// Three lines or more that each come back once, farther down, in the same order and with something below them, are a table of
// contents. It goes, so that the headings stay where they are needed:
//
//     0  The harbour before the bridge        comes back as line 3
//     1  Who paid for it                      comes back as line 5
//     2  What the ferrymen did                comes back as line 7
//     3  The harbour before the bridge
//     4  Boats had to wait for the tide.

/// A line of a table of contents and the heading that it names.
struct ContentsLine {
    let line: Int
    let heading: Int
}

/// The lines of a text's tables of contents, in ascending order; linear.
///
/// - Parameter firsts: For each line the first one with the same text.
/// - Parameter title: The line that is the headline and belongs to no table.
func contentsLines(
    in text: SegmentedDocument, _ kinds: LineKinds, _ firsts: [Int], title: Int?
) -> [ContentsLine] {
    guard !text.isHardWrapped else { return [] }
    let headings = onlyCopies(firsts)
    func isFollowed(_ index: Int) -> Bool {
        index + 1 < firsts.count && headings[index] + 1 < headings[index + 1]
    }
    func isHeading(_ index: Int) -> Bool {
        mayBeHeading(text.document.utf8[text.lines[index].range], kinds.kind(ofLine: index))
    }
    var lines: [ContentsLine] = []
    var start = 0
    while start < firsts.count {
        guard headings[start] > start, start != title, isHeading(start) else {
            start += 1
            continue
        }
        var end = start + 1
        while end != title, isFollowed(end - 1), isHeading(end) { end += 1 }
        let isTable =
            end - start >= fewestContentsLines && headings[start] >= end && headings[end - 1] + 1 < firsts.count
        if isTable { lines += (start..<end).map { ContentsLine(line: $0, heading: headings[$0]) } }
        start = end
    }
    return lines
}

/// For each line that stands twice in the text where its further copy stands, -1 for all others.
private func onlyCopies(_ firsts: [Int]) -> [Int] {
    var copies = [Int](repeating: -1, count: firsts.count)
    var isRepeated = [Bool](repeating: false, count: firsts.count)
    for (index, first) in firsts.enumerated() where first != index {
        copies[first] = isRepeated[first] ? -1 : index
        isRepeated[first] = true
    }
    return copies
}

/// Fewer lines may be a teaser and its continuation.
private let fewestContentsLines = 3
private let greatestHeadingByteCount = 120

/// Whether a line may head a section: it is short, and no statement.
private func mayBeHeading(_ bytes: ArraySlice<UInt8>, _ kind: LineKind) -> Bool {
    switch kind {
    case .code, .tableRow, .verse: false
    case .listItem, .dialogue, .field, .prose:
        bytes.count <= greatestHeadingByteCount && (!endsSentence(bytes) || introduces(bytes))
    }
}
