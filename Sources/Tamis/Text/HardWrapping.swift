import CKernels

// Example, wrapped at 20 columns: "The quick brown fox\njumps over the lazy\ndog.\n\nIt slept." has two paragraphs. The
// line "jumps over the lazy" is full: with "dog." it would be longer than the longest line.

/// Tells hard-wrapped text, where a paragraph is a run of lines, from text with a paragraph per line.
///
/// The test is that of the program which wrapped it: a line inside a run ends because the next word did not fit. Poems,
/// lists, tables and short lines fail it.
struct HardWrapping {
    private let utf8: UnsafeBufferPointer<UInt8>
    private let lines: UnsafeBufferPointer<Line>

    private static let columns = 40...110
    /// Fewer full lines than this prove nothing.
    private static let fewestLines = 4

    init(_ utf8: UnsafeBufferPointer<UInt8>, lines: UnsafeBufferPointer<Line>) {
        self.utf8 = utf8
        self.lines = lines
    }

    /// Groups the lines to paragraphs, as ranges of `lines`; nil when the text is not hard-wrapped.
    func paragraphs() -> [Range<Int>]? {
        guard isWorthALook(), let width = width() else { return nil }
        var result: [Range<Int>] = []
        var start = 0
        for index in lines.indices.dropFirst() where startsParagraph(index, width: width) {
            result.append(start..<index)
            start = index
        }
        result.append(start..<lines.count)
        return result
    }

    /// Whether enough lines are followed by another at once that is no list item, and enough of these start in lower case, are not
    /// long and may be full; nearly all texts that are not hard-wrapped end here.
    private func isWorthALook() -> Bool {
        // No more lines than all but one are followed: most texts have too many of a kind long before their end.
        let most = lines.count - 1
        var innerCount = 0
        var otherCaseCount = 0
        var longCount = 0
        var alikeCount = 0
        var shortCount = 0
        func areFew(among count: Int) -> Bool {
            otherCaseCount * 100 <= count * 75 && longCount * 20 <= count && alikeCount * 4 <= count
                && shortCount * 100 <= count * (100 - Self.fullPercentage)
        }
        for index in lines.indices.dropLast() where isFollowed(index) && !isListItem(index + 1) {
            innerCount += 1
            if !startsLowercase(index + 1) { otherCaseCount += 1 }
            if startsAlike(index) { alikeCount += 1 }
            // Four bytes a column are the most that UTF-8 has.
            if lines[index].content.count > Self.columns.upperBound * 4 { longCount += 1 }
            if isShort(index) { shortCount += 1 }
            guard areFew(among: most) else { return false }
        }
        return Self.isWorthALook(innerCount: innerCount, lineCount: lines.count) && areFew(among: innerCount)
    }

    /// Whether a line is not full at any width: a column takes at least a byte.
    private func isShort(_ index: Int) -> Bool {
        let bound = Self.columns.lowerBound - Self.tolerance
        let byteCount = lines[index].content.upperBound - lines[index].range.lowerBound + 1
        return byteCount <= bound && byteCount + firstWord(index + 1).count <= bound
    }

    /// Whether so many lines that are followed by another at once are enough.
    static func isWorthALook(innerCount: Int, lineCount: Int) -> Bool {
        innerCount >= fewestLines && innerCount * 2 >= lineCount
    }

    /// The column at which the text was wrapped, nil when it was not.
    private func width() -> Int? {
        let inner = lines.indices.dropLast().filter { isFollowed($0) && !isListItem($0 + 1) }
        let lengths = inner.map(length)
        let place = lengths.count * 9 / 10
        // Whether the width is among the columns is known before it is sought.
        guard lengths.count(where: { $0 < Self.columns.lowerBound }) <= place,
            lengths.count(where: { $0 <= Self.columns.upperBound }) > place
        else { return nil }
        let width = lengths.sorted()[place]
        let outlierCount = lengths.count { $0 > width + 10 }
        guard outlierCount * 20 <= lengths.count else { return nil }
        let fullCount = zip(inner, lengths).count { $1 + 1 + firstWordLength($0 + 1) > width - Self.tolerance }
        guard fullCount * 100 >= lengths.count * Self.fullPercentage else { return nil }
        let rowCount = inner.count(where: isTableRow)
        return rowCount * 100 <= lengths.count * 30 ? width : nil
    }

    /// How many columns a full line may fall short.
    private static let tolerance = 8
    /// How many of a hundred lines must be full.
    private static let fullPercentage = 75

    private func isFollowed(_ index: Int) -> Bool {
        index + 1 < lines.count && lines[index].end == lines[index + 1].range.lowerBound
    }

    private func startsParagraph(_ index: Int, width: Int) -> Bool {
        guard isFollowed(index - 1) else { return true }
        if isListItem(index) { return true }
        if startsLowercase(index) { return false }
        let isIndented = indent(index) >= indent(index - 1) + 2
        return isIndented || length(index - 1) + 1 + firstWordLength(index) <= width * 3 / 4
    }

    /// Columns: scalars without the white space at the end.
    private func length(_ index: Int) -> Int {
        scalarCount(lines[index].range.lowerBound..<lines[index].content.upperBound)
    }

    private func scalarCount(_ range: ByteRange) -> Int {
        utf8.baseAddress.map { tamis_count_characters($0 + range.lowerBound, range.count) } ?? 0
    }

    private func indent(_ index: Int) -> Int {
        lines[index].content.lowerBound - lines[index].range.lowerBound
    }

    private func firstWordLength(_ index: Int) -> Int { scalarCount(firstWord(index)) }

    private func firstWord(_ index: Int) -> ByteRange {
        let content = lines[index].content
        var end = content.lowerBound
        while end < content.upperBound, utf8[end] > 0x20 { end += 1 }
        return content.lowerBound..<end
    }

    private func startsLowercase(_ index: Int) -> Bool {
        let content = lines[index].content
        let first = utf8[content.lowerBound]
        if first < 0x80 { return first &- 0x61 < 26 }
        return DecodedScalar(utf8, at: content.lowerBound, end: content.upperBound).properties.isLowercase
    }

    /// Whether a line and the next share four bytes, as the items of a list do.
    private func startsAlike(_ index: Int) -> Bool {
        let (line, next) = (lines[index].content, lines[index + 1].content)
        return line.count >= 4 && next.count >= 4
            && (0..<4).allSatisfy { utf8[line.lowerBound + $0] == utf8[next.lowerBound + $0] }
    }

    /// A bar, a tab or three spaces inside the line.
    private func isTableRow(_ index: Int) -> Bool {
        var spaceCount = 0
        for offset in lines[index].content {
            spaceCount = utf8[offset] == 0x20 ? spaceCount + 1 : 0
            if spaceCount == 3 || utf8[offset] == UInt8(ascii: "|") || utf8[offset] == 0x09 { return true }
        }
        return false
    }

    /// A bullet, a Markdown heading mark, or a number with a full stop or parenthesis, and a space.
    private func isListItem(_ index: Int) -> Bool {
        let range = lines[index].content
        let scalar = DecodedScalar(utf8, at: range.lowerBound, end: range.upperBound)
        var next = range.lowerBound + scalar.length
        switch scalar.value {
        case 0x23, 0x2A, 0x2B, 0x2D, 0xB7, 0x2013, 0x2014, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6: break
        case 0x30...0x39:
            while next < range.upperBound, utf8[next].isASCIIDigit, next - range.lowerBound < 3 { next += 1 }
            guard next < range.upperBound, utf8[next] == 0x2E || utf8[next] == 0x29 else { return false }
            next += 1
        default: return false
        }
        return next < range.upperBound && (utf8[next] == 0x20 || utf8[next] == 0x09)
    }
}
