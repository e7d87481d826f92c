/// The lines that stand earlier in the text, as they are or decorated.
func repeatedLines(in text: SegmentedDocument) -> [Match] {
    guard text.lines.count > 1 else { return [] }
    let firsts = text.firstCopies(of: text.lines)
    let repeats = firsts.indices.filter { firsts[$0] != $0 }
    let decorated = decoratedLines(in: text, firsts)
    guard !repeats.isEmpty else { return decorated.map(\.match) }
    let search = RepeatSearch(text, firsts)
    let contents = contentsLines(in: text, search.kinds, firsts, title: search.title)
    let named = Set(contents.flatMap { [$0.line, $0.heading] })
    let matches =
        contents.map { search.cut(line: $0.line, copyOf: $0.heading) }
        + repeats.filter { !named.contains($0) }.map { search.match(ofLine: $0, copyOf: firsts[$0]) }
        + decorated.filter { !named.contains($0.line) }.map(\.match)
    return matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

/// The guards of repeated lines.
private struct RepeatSearch {
    let kinds: LineKinds
    let title: Int?
    private let text: SegmentedDocument
    private let firsts: [Int]
    private var copyCounts: [Int]

    init(_ text: SegmentedDocument, _ firsts: [Int]) {
        self.text = text
        self.firsts = firsts
        kinds = LineKinds(of: text)
        title = titleLine(of: text)
        copyCounts = [Int](repeating: 0, count: firsts.count)
        for first in firsts { copyCounts[first] += 1 }
    }

    func match(ofLine index: Int, copyOf first: Int) -> Match {
        let match = cut(line: index, copyOf: first)
        guard let reason = guardReason(index, first) else { return match }
        return .spared(match.range, match.evidence, because: reason)
    }

    func cut(line index: Int, copyOf original: Int) -> Match {
        let line = text.lines[index]
        return .cut(line.range.lowerBound..<line.end, .repeats(text.lines[original].range, similarity: 1))
    }

    /// Why line `index`, a copy of line `first`, stays; nil where it goes.
    private func guardReason(_ index: Int, _ first: Int) -> String? {
        let line = text.lines[index]
        if text.isHardWrapped { return "the text is hard-wrapped, so its lines are parts of paragraphs" }
        let kind = kinds.kind(ofLine: index)
        switch kind {
        case .code, .tableRow, .verse: return "it is a \(kind.rawValue) line"
        case .listItem, .dialogue, .field, .prose: break
        }
        let isBesideCopy = index > 0 && text.isSameText(text.lines[index - 1], line)
        if isBesideCopy || first == title { return nil }
        if kind != .prose { return "it is a \(kind.rawValue) away from its copy" }
        if introduces(text.document.utf8[line.range]) { return "it introduces what follows" }
        if isShort(line) && copyCounts[first] < 3 { return shortReason }
        if copyCounts[first] < 3 { return namesAnother(index, first) ? "it heads or names something else there" : nil }
        if isInRepeatedBlock(index, first) { return nil }
        if isShort(line) { return shortReason }
        return first > 2 ? "it recurs between different lines, as a label does" : nil
    }

    private var shortReason: String { "it has under three words and stands away from its copy" }

    private func isShort(_ line: Segment) -> Bool {
        text.wordCount(in: line.range, upTo: 3) < 3
    }

    /// Whether a line stands over or beside one thing here and another where its copy is: a few words that end no sentence,
    /// between different lines, with prose before the copy and behind it.
    private func namesAnother(_ index: Int, _ first: Int) -> Bool {
        let bytes = text.document.utf8[text.lines[index].range]
        return text.wordCount(in: text.lines[index].range, upTo: 9) < 9 && !endsSentence(bytes)
            && !(first > 0 && firsts[index - 1] == firsts[first - 1])
            && !(index + 1 < firsts.count && firsts[index + 1] == firsts[first + 1])
            && kinds.hasLongLine(in: 0..<first) && kinds.hasLongLine(in: first..<index)
    }

    /// Whether a neighbour of a line repeats the same neighbour of its first copy, and is no label itself.
    ///
    /// In tables whose cells are lines, one label follows the other each time: `Colour`, `Black`, `Weight`.
    private func isInRepeatedBlock(_ index: Int, _ first: Int) -> Bool {
        let isFollowedAlike = index + 1 < firsts.count && firsts[index + 1] == firsts[first + 1]
        let isPrecededAlike = first > 0 && firsts[index - 1] == firsts[first - 1]
        return isFollowedAlike && !isLabel(index + 1) || isPrecededAlike && !isLabel(index - 1)
    }

    private func isLabel(_ index: Int) -> Bool {
        text.wordCount(in: text.lines[index].range, upTo: 5) < 5
    }
}
