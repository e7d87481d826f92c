/// What a line is, as far as its bytes and its neighbours tell; only rules that are about to cut ask.
enum LineKind: String {
    case prose
    case listItem = "list item"
    case tableRow = "table row"
    case code
    case verse
    case dialogue
    case field = "field of a record"
}

/// The kinds of the lines of one text; found when they are asked for.
///
/// A class, so that asking for each line copies nothing and what takes a look at the whole text is looked at once.
final class LineKinds {
    private let text: SegmentedDocument
    /// Whether each line stands between code fences; empty where there are none.
    private let fenced: [Bool]
    /// Whether the text shows code, so that markup in it may be its subject.
    private(set) lazy var isTechnical = hasCode
    /// Whether each line stands in a stanza; empty where the text has fewer than two.
    private lazy var verses = linesInStanzas(of: text)

    /// The lines of twenty words or more.
    private lazy var longLines = text.lines.indices.filter { text.wordCount(in: text.lines[$0].range, upTo: 20) == 20 }

    /// Looks for code fences in `text`.
    init(of text: SegmentedDocument) {
        self.text = text
        fenced = fences(of: text)
    }

    /// Whether one of some lines has twenty words or more; logarithmic in the lines, once they were counted.
    func hasLongLine(in lines: Range<Int>) -> Bool {
        let index = longLines.indices.partitioningIndex { longLines[$0] >= lines.lowerBound }
        return index < longLines.count && longLines[index] < lines.upperBound
    }

    private var hasCode: Bool {
        var codeCount = 0
        for (index, line) in text.lines.enumerated() {
            if isFenced(index) || looksLikeCode(text.document.utf8[line.range].trimmed) { codeCount += 1 }
            if codeCount >= 3 { return true }
        }
        return false
    }

    /// The kind of line `index`.
    func kind(ofLine index: Int) -> LineKind {
        let line = text.lines[index]
        let bytes = text.document.utf8[line.range].trimmed
        if isCode(index, bytes) { return .code }
        if looksLikeTable(bytes) { return .tableRow }
        if startsListItem(bytes) { return .listItem }
        if isVerse(index) { return .verse }
        if looksLikeDialogue(bytes), text.wordCount(in: line.range, upTo: 9) < 9 { return .dialogue }
        return isField(index) ? .field : .prose
    }

    /// The kind of line `index` where it is code or verse, nil where it is another; asks less than `kind(ofLine:)`.
    func codeOrVerse(ofLine index: Int) -> LineKind? {
        let bytes = text.document.utf8[text.lines[index].range].trimmed
        if isCode(index, bytes) { return .code }
        return isVerse(index) && !looksLikeTable(bytes) && !startsListItem(bytes) ? .verse : nil
    }

    /// Whether a line is the field of a record, such as `Weight: 12 kg`: a name and a value beside another name's.
    ///
    /// A headline such as `The bridge: a history` has no such neighbour.
    private func isField(_ index: Int) -> Bool {
        guard let name = fieldName(text.document.utf8[text.lines[index].range].trimmed) else { return false }
        return [index - 1, index + 1].contains { neighbour in
            guard text.lines.indices.contains(neighbour) else { return false }
            let other = fieldName(text.document.utf8[text.lines[neighbour].range].trimmed)
            return other.map { $0 != name } ?? false
        }
    }

    private func isCode(_ index: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
        if isFenced(index) || looksLikeCode(bytes) { return true }
        return isIndented(text.document.utf8[text.lines[index].range]) && isTechnical
    }

    /// Whether a line stands in a stanza: a block of three or more short lines between blank lines, of which a quarter ends
    /// in a comma, semicolon or the like, or one under a label such as `Chorus`, in a text that has two such blocks.
    ///
    /// A menu has no such line ends.
    private func isVerse(_ index: Int) -> Bool { !verses.isEmpty && verses[index] }

    private func isFenced(_ index: Int) -> Bool { !fenced.isEmpty && fenced[index] }

    private func isIndented(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first == 0x09 || bytes.prefix(2).elementsEqual([0x20, 0x20])
    }
}

/// For each line whether it stands between code fences, these included; empty where there are none.
private func fences(of text: SegmentedDocument) -> [Bool] {
    text.document.utf8.withUnsafeBufferPointer { utf8 in
        guard text.lines.contains(where: { isFence(utf8, $0.range) }) else { return [] }
        var isInside = false
        return text.lines.map { line in
            guard isFence(utf8, line.range) else { return isInside }
            isInside.toggle()
            return true
        }
    }
}

/// Whether a line opens or closes a block of code: three backquotes or tildes behind its indent.
private func isFence(_ utf8: UnsafeBufferPointer<UInt8>, _ line: ByteRange) -> Bool {
    var start = line.lowerBound
    while start < line.upperBound, utf8[start].isASCIIWhiteSpace { start += 1 }
    guard line.upperBound - start >= 3 else { return false }
    let mark = utf8[start]
    return (mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")) && utf8[start + 1] == mark
        && utf8[start + 2] == mark
}

/// Whether a trimmed line is code more likely than prose: it opens or closes a block, ends a statement, or begins as one.
private func looksLikeCode(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, let first = bytes.first else { return false }
    switch last {
    case UInt8(ascii: "{"), UInt8(ascii: "}"): return true
    case UInt8(ascii: ";"):
        if bytes.contains(where: { "=(){}".utf8.contains($0) }) { return true }
    default: break
    }
    switch first {
    case UInt8(ascii: "}"): return true
    case UInt8(ascii: "$"): return bytes.dropFirst().first == 0x20
    case UInt8(ascii: "<"): return bytes.dropFirst().first == UInt8(ascii: "?")
    case UInt8(ascii: "/"):
        return bytes.dropFirst().first.map { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") } == true
    // Replies to mails begin like Python's prompt.
    case UInt8(ascii: ">"): return bytes.starts(with: ">>> ".utf8) && bytes.contains { "=([".utf8.contains($0) }
    case UInt8(ascii: "f"): return startsAsCode(bytes) || importsNames(bytes)
    default: return startsAsCode(bytes)
    }
}

private func startsAsCode(_ bytes: ArraySlice<UInt8>) -> Bool {
    codeOpenings.contains { $0[0] == bytes[bytes.startIndex] && bytes.starts(with: $0) }
}

/// Whether a trimmed line is `from NAME import …`.
private func importsNames(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: "from ".utf8) && bytes.dropFirst(5).drop { $0 != 0x20 }.starts(with: " import ".utf8)
}

private let codeOpenings = ["#include", "#!/", "import ", "def ", "func ", "function ", "var ", "const ", "let "]
    .map { Array($0.utf8) }

/// Whether a trimmed line has cells: two bars, a tab, two wide gaps, or no letter at all.
private func looksLikeTable(_ bytes: ArraySlice<UInt8>) -> Bool {
    var barCount = 0
    var gapCount = 0
    var spaceCount = 0
    var hasLetter = false
    for byte in bytes {
        if byte == 0x09 { return true }
        if byte == UInt8(ascii: "|") { barCount += 1 }
        if byte == 0x20 {
            spaceCount += 1
            if spaceCount == 3 { gapCount += 1 }
        } else {
            spaceCount = 0
        }
        if byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x80 { hasLetter = true }
    }
    return barCount >= 2 || gapCount >= 2 || !hasLetter
}

/// Whether a trimmed line begins with a bullet or a number and white space.
func startsListItem(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let byte = rest.first, (0x30...0x39).contains(byte) { rest.removeFirst() }
    if rest.count < bytes.count {
        guard let mark = rest.popFirst(), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return false }
        return rest.first == 0x20 || rest.first == 0x09
    }
    if let byte = rest.first, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") {
        return rest.dropFirst().first == 0x20 || rest.dropFirst().first == 0x09
    }
    guard let first = rest.first, first >= 0x80 else { return false }
    return bullets.contains { rest.starts(with: $0) }
}

/// None begins with ASCII.
private let bullets = ["•", "‣", "▪", "▫", "■", "□", "●", "○", "◦", "·", "∙", "➤", "►", "✓", "✔", "– "].map {
    Array($0.utf8)
}

/// Whether a trimmed line is spoken or labels a speaker: it opens with a dash or quotes, or ends in a colon.
private func looksLikeDialogue(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if last == UInt8(ascii: ":") || first == 0x22 { return true }
    return first >= 0x80 && spokenOpenings.contains { bytes.starts(with: $0) }
}

private let spokenOpenings = ["— ", "– ", "“", "‘", "«", "„", "「"].map { Array($0.utf8) }

/// What stands before the colon of a trimmed line such as `Weight: 12 kg`: one to four words; nil where it is none.
private func fieldName(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count <= 120, let colon = bytes.prefix(40).firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
        colon + 1 < bytes.endIndex, bytes[colon + 1] == 0x20
    else { return nil }
    let name = bytes[..<colon]
    return name.count { $0 == 0x20 } <= 3 ? name : nil
}

/// For each line of a text whether it stands in a stanza; empty where there are fewer than two.
private func linesInStanzas(of text: SegmentedDocument) -> [Bool] {
    var stanzas: [Range<Int>] = []
    var start = 0
    while start < text.lines.count {
        let block = blockOfLines(from: start, in: text)
        if isStanza(text, block) { stanzas.append(block) }
        start = block.upperBound
    }
    guard stanzas.count >= 2 else { return [] }
    var isInStanza = [Bool](repeating: false, count: text.lines.count)
    for line in stanzas.joined() { isInStanza[line] = true }
    return isInStanza
}

/// The lines from `start` on up to the next blank line.
private func blockOfLines(from start: Int, in text: SegmentedDocument) -> Range<Int> {
    text.lines.withUnsafeBufferPointer { lines in
        var end = start + 1
        while end < lines.count, lines[end - 1].end == lines[end].range.lowerBound { end += 1 }
        return start..<end
    }
}

/// The most lines of a stanza.
private let stanzaLineLimit = 20

private func isStanza(_ text: SegmentedDocument, _ block: Range<Int>) -> Bool {
    guard (2...stanzaLineLimit).contains(block.count) else { return false }
    var openCount = 0
    var byteCount = 0
    for line in text.lines[block] {
        let bytes = text.document.utf8[line.range].trimmed
        guard bytes.count <= 90, !startsListItem(bytes) else { return false }
        byteCount += bytes.count
        if let last = bytes.last, ",;:-".utf8.contains(last) || last == 0x94 { openCount += 1 }
    }
    if block.count >= 3, openCount * 4 >= block.count, byteCount >= 12 * block.count { return true }
    return isStanzaLabel(text.document.utf8[text.lines[block.lowerBound].range].trimmed)
}

/// Whether a trimmed line is the label of a stanza: `Verse 2`, `[Chorus: Ada]`, `Refrain:`.
private func isStanzaLabel(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 60 else { return false }
    let bytes = line.drop { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }
    return stanzaLabels.contains { label in
        guard bytes.count >= label.count, zip(bytes, label).allSatisfy({ $0 | 0x20 == $1 }) else { return false }
        // What follows is a number or a singer: `Bridge closed` is no label.
        let rest = bytes.dropFirst(label.count).drop { $0 == 0x20 }
        return rest.first.map { (0x30...0x39).contains($0) || ":])".utf8.contains($0) } ?? true
    }
}

private let stanzaLabels = [
    "verse", "chorus", "refrain", "bridge", "hook", "strophe", "couplet", "estribillo", "ritornello",
]
.map { Array($0.utf8) }
