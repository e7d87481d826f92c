// A record's title names a line of its text, with a site's name behind it or without:
//
//     title   The Bridge Is Closed – Example News
//     line    The bridge is closed

/// The title that a record gives its document.
struct DocumentTitle {
    /// The keys of the lines that it names; none where there is no title.
    private let keys: [Key]

    init(of document: Document) {
        guard let title = document.title else {
            keys = []
            return
        }
        let utf8 = Array(title.utf8)
        var folded: [UInt8] = []
        Folding.exact.append(0..<utf8.count, of: utf8.span, to: &folded)
        let whole = folded[...].trimmed
        keys = [whole, withoutSite(whole)].compactMap { $0 }.map { Key(hashing: Array($0).span) }
    }

    /// Whether a line is this title.
    func names(_ line: Segment) -> Bool { keys.contains(line.key) }
}

/// A folded title without the " - " or " | " near its end and the few words behind it; nil where there is none.
private func withoutSite(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let marks = title.indices.dropFirst().dropLast().filter {
        (title[$0] == UInt8(ascii: "-") || title[$0] == UInt8(ascii: "|")) && title[$0 - 1] == 0x20
            && title[$0 + 1] == 0x20
    }
    guard let mark = marks.last else { return nil }
    let (headline, site) = (title[..<(mark - 1)], title[(mark + 2)...])
    return headline.count >= 8 && site.count { $0 == 0x20 } <= 3 ? headline : nil
}

/// The line that is the document's headline: the one that its title names, else the first line if no sentence ends there.
func titleLine(of text: SegmentedDocument) -> Int? {
    let title = DocumentTitle(of: text.document)
    if let named = text.lines.firstIndex(where: title.names) { return named }
    guard let line = text.lines.first, !endsSentence(text.document.utf8[line.range]) else { return nil }
    return (3...25).contains(text.wordCount(in: line.range, upTo: 26)) ? 0 : nil
}
