// Where blank lines pile up, or a cut leaves them, one stays between two lines that stand:
//
//     A⏎          A⏎
//     ⏎           ⏎
//     [cut]⏎  →   B⏎
//     ⏎
//     B⏎
//
// At either end of the text a cut takes its blank lines with it, and where the text had no line end of its own, the
// line end before the cut goes too. Blank lines that no cut touches are closed from three line ends on, but not between
// indented lines, which are most often code.

/// Cuts of the blank lines that `edits` leave, and of those that were too many before.
func blankLines(leftBy edits: Edits, in text: SegmentedDocument) -> [Match] {
    var closing = BlankLineClosing(text: text, edits: edits.list)
    return closing.run()
}

private struct BlankLineClosing {
    let text: SegmentedDocument
    let edits: [Edit]
    private var nextEdit = 0
    private var matches: [Match] = []
    /// The blank runs since the last line that stands, and whether a line was cut among them.
    private var blanks: [ByteRange] = []
    private var hasCut = false

    init(text: SegmentedDocument, edits: [Edit]) {
        self.text = text
        self.edits = edits
    }

    mutating func run() -> [Match] {
        var lastStanding: Int?
        var cursor = 0
        for (index, line) in text.lines.enumerated() {
            if blanks.isEmpty, !hasCut, line.range.lowerBound - cursor <= 1, !isChanged(line) {
                // At most one blank line above a line that stands, as nearly everywhere: nothing to close.
                cursor = line.end
                lastStanding = index
                continue
            }
            if cursor < line.range.lowerBound { blanks.append(cursor..<line.range.lowerBound) }
            cursor = line.end
            if takesWhole(line) {
                hasCut = true
            } else {
                close(after: lastStanding, before: index)
                lastStanding = index
            }
        }
        if cursor < text.document.utf8.count { blanks.append(cursor..<text.document.utf8.count) }
        let isUnterminated = hasCut && text.lines.last.map { $0.end == $0.range.upperBound } == true
        close(after: lastStanding, before: nil)
        if isUnterminated, let last = lastStanding.map({ text.lines[$0] }) {
            matches.append(.cut(last.range.upperBound..<last.end, .debris("line end before a cut")))
        }
        // The rest of a cut line is known before the fate of the blank lines above it.
        return matches.count < 2 ? matches : matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether an edit touches a line or its line end.
    private mutating func isChanged(_ line: Segment) -> Bool {
        while nextEdit < edits.count, edits[nextEdit].range.upperBound <= line.range.lowerBound { nextEdit += 1 }
        return nextEdit < edits.count && edits[nextEdit].range.lowerBound < line.end
    }

    /// Whether the edits leave nothing of a line but white space; what they leave of it goes with it.
    private mutating func takesWhole(_ line: Segment) -> Bool {
        while nextEdit < edits.count, edits[nextEdit].range.upperBound <= line.range.lowerBound { nextEdit += 1 }
        var cursor = line.range.lowerBound
        var rest: [ByteRange] = []
        var index = nextEdit
        while index < edits.count, edits[index].range.lowerBound < line.end {
            guard edits[index].replacementCount == 0 else { return false }
            if cursor < edits[index].range.lowerBound { rest.append(cursor..<edits[index].range.lowerBound) }
            cursor = edits[index].range.upperBound
            index += 1
        }
        guard index > nextEdit else { return false }
        if cursor < line.end { rest.append(cursor..<line.end) }
        guard rest.allSatisfy({ text.document.utf8[$0].allSatisfy(isBlank) }) else { return false }
        for range in rest { matches.append(.cut(range, .debris("rest of a line that was cut"))) }
        return true
    }

    private mutating func close(after previous: Int?, before next: Int?) {
        defer {
            blanks = []
            hasCut = false
        }
        guard let first = blanks.first else { return }
        var allowed = 1
        if hasCut {
            if previous == nil || next == nil { allowed = 0 }
        } else if previous == nil {
            allowed = 2
        } else if isIndented(previous) || isIndented(next) {
            return
        }
        var cursor = first.lowerBound
        for _ in 0..<allowed { cursor = endOfLine(from: cursor, to: first.upperBound) ?? first.upperBound }
        for blank in blanks {
            let start = max(blank.lowerBound, cursor)
            guard start < blank.upperBound else { continue }
            let endsLine = endOfLine(from: start, to: blank.upperBound) != nil
            if hasCut || endsLine {
                matches.append(.cut(start..<blank.upperBound, .debris("blank lines")))
            }
        }
    }

    private func isIndented(_ line: Int?) -> Bool {
        guard let line else { return false }
        let bytes = text.document.utf8[text.lines[line].range]
        return bytes.first == 0x09 || bytes.prefix(4).elementsEqual([0x20, 0x20, 0x20, 0x20])
    }

    /// The offset after the first line end between two offsets.
    private func endOfLine(from start: Int, to end: Int) -> Int? {
        let utf8 = text.document.utf8
        var offset = start
        while offset < end {
            switch utf8[offset] {
            case 0x0A: return offset + 1
            case 0x0D: return offset + 1 < end && utf8[offset + 1] == 0x0A ? offset + 2 : offset + 1
            case 0xC2 where offset + 1 < end && utf8[offset + 1] == 0x85: return offset + 2
            case 0xE2 where offset + 2 < end && utf8[offset + 1] == 0x80 && utf8[offset + 2] & 0xFE == 0xA8:
                return offset + 3
            default: offset += 1
            }
        }
        return nil
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
