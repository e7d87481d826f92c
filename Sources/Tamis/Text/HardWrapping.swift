// Example, wrapped at 20 columns: "The quick brown fox\njumps over the lazy\ndog.\n\nIt slept." has two paragraphs. The
// line "jumps over the lazy" is full: with "dog." it would be longer than the longest line.

/// Tells hard-wrapped text, where a paragraph is a run of lines, from text with a paragraph per line.
///
/// The test is that of the program which wrapped it: a line inside a run ends because the next word did not fit. Poems,
/// lists, tables and short lines fail it.
struct HardWrapping {
    let utf8: UnsafeBufferPointer<UInt8>
    let lines: [Line]

    private static let columns = 40...110
    /// Fewer full lines than this prove nothing.
    private static let fewestLines = 4

    /// Groups the lines to paragraphs, as ranges of `lines`; nil when the text is not hard-wrapped.
    func paragraphs() -> [Range<Int>]? {
        guard let width = width() else { return nil }
        var result: [Range<Int>] = []
        var start = 0
        for index in lines.indices.dropFirst() where startsParagraph(index, width: width) {
            result.append(start..<index)
            start = index
        }
        if start < lines.count { result.append(start..<lines.count) }
        return result
    }

    /// The column at which the text was wrapped, nil when it was not.
    private func width() -> Int? {
        let inner = lines.indices.dropLast().filter { isFollowed($0) }
        guard inner.count >= Self.fewestLines, inner.count * 2 >= lines.count else { return nil }
        // Nearly all texts end here: in most, few lines start in lower case.
        guard inner.count(where: { startsLowercase($0 + 1) }) * 100 >= inner.count * 30 else { return nil }
        let lengths = inner.map { length($0) }.sorted()
        let width = lengths[lengths.count * 9 / 10]
        let outlierCount = lengths.count(where: { $0 > width + 10 })
        guard Self.columns.contains(width), outlierCount * 20 <= lengths.count else { return nil }
        let fullCount = inner.count(where: { isFull($0, width: width) })
        let rowCount = inner.count(where: { isTableRow($0) })
        return fullCount * 100 >= inner.count * 85 && rowCount * 100 <= inner.count * 30 ? width : nil
    }

    private func isFollowed(_ index: Int) -> Bool {
        index + 1 < lines.count && lines[index].end == lines[index + 1].range.lowerBound
    }

    /// Whether the first word of the next line would not have fitted, with two columns to spare.
    private func isFull(_ index: Int, width: Int) -> Bool {
        length(index) + 1 + firstWordLength(index + 1) > width - 2
    }

    private func startsParagraph(_ index: Int, width: Int) -> Bool {
        guard isFollowed(index - 1) else { return true }
        if isListItem(index) { return true }
        if startsLowercase(index) { return false }
        let isIndented = indent(index) >= indent(index - 1) + 2
        return isIndented || !isFull(index - 1, width: width - width / 4)
    }

    /// Columns: scalars without the white space at the end.
    private func length(_ index: Int) -> Int {
        let start = lines[index].range.lowerBound
        return (start..<lines[index].content.upperBound).count(where: { utf8[$0] & 0xC0 != 0x80 })
    }

    private func indent(_ index: Int) -> Int {
        lines[index].content.lowerBound - lines[index].range.lowerBound
    }

    private func firstWordLength(_ index: Int) -> Int {
        lines[index].content.prefix { utf8[$0] > 0x20 }.count(where: { utf8[$0] & 0xC0 != 0x80 })
    }

    private func startsLowercase(_ index: Int) -> Bool {
        let range = lines[index].content
        return DecodedScalar(utf8, at: range.lowerBound, end: range.upperBound).properties.isLowercase
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

    /// A bullet or a number with a full stop or parenthesis, and a space.
    private func isListItem(_ index: Int) -> Bool {
        let range = lines[index].content
        let scalar = DecodedScalar(utf8, at: range.lowerBound, end: range.upperBound)
        var next = range.lowerBound + scalar.length
        switch scalar.value {
        case 0x2A, 0x2B, 0x2D, 0xB7, 0x2013, 0x2014, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6: break
        case 0x30...0x39:
            while next < range.upperBound, utf8[next].isASCIIDigit, next - range.lowerBound < 3 { next += 1 }
            guard next < range.upperBound, utf8[next] == 0x2E || utf8[next] == 0x29 else { return false }
            next += 1
        default: return false
        }
        return next < range.upperBound && (utf8[next] == 0x20 || utf8[next] == 0x09)
    }
}
