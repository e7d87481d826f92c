// A line is read for marks of HTML. An attribute tail needs two, for one alone may be prose:
//
//     "alignnone size-medium wp-image-4" src="" alt="The leak" />
//      ~~~~~~~~~ ~~~~~~~~~~~ ~~~~~~~~~~  ~~~~~~ ~~~~~~~~~~~~~~ ~~
//
// The span runs from the first mark to the last, with the quote before it. If under three words stand outside of it, and
// no sentence, the whole line goes; otherwise the span alone.

/// The markup in a text that is HTML no more.
func markupFragments(in text: SegmentedDocument) -> [Match] {
    let utf8 = text.document.utf8
    var kinds: LineKinds?
    var matches: [Match] = []
    var blockEnd = 0
    var searchedEnd = 0
    for index in text.lines(holding: markupBytes) where index >= blockEnd {
        let line = text.lines[index]
        if index >= searchedEnd, opensScript(text.document.utf8[line.range]) {
            searchedEnd = index + scriptLineLimit
        }
        if searchedEnd == index + scriptLineLimit, let end = endOfScriptBlock(from: index, in: text) {
            let block = line.range.lowerBound..<text.lines[end - 1].end
            matches.append(.cut(block, .debris(MarkupKind.script.rawValue)))
            blockEnd = end
            continue
        }
        let found = fragments(in: utf8[line.range], of: text, line)
        guard !found.isEmpty else { continue }
        let lineKinds = kinds ?? LineKinds(of: text)
        kinds = lineKinds
        let isCode = lineKinds.kind(ofLine: index) == .code
        for match in found {
            let isScript = match.evidence == .debris(MarkupKind.script.rawValue)
            // Samples are broken into lines, but seldom within a picture's tag.
            let isSample = isCode || lineKinds.isTechnical && !startsWithPictureClass(utf8[match.range])
            matches.append(
                isSample && !isScript ? .spared(match.range, match.evidence, because: "it is sample code") : match)
        }
    }
    return matches
}

/// What a markup fragment is: the words of the evidence.
enum MarkupKind: String {
    case attributes = "attribute tail"
    case tag
    case comment
    case shortcode
    case entities = "lone entities"
    case script
}

/// A piece of markup within a line.
struct MarkupSpan {
    let range: ByteRange
    let kind: MarkupKind
}

/// A line without any of these holds no markup.
private let markupBytes = ByteSet("<>=[&;".utf8)

private func fragments(in bytes: ArraySlice<UInt8>, of text: SegmentedDocument, _ line: Segment) -> [Match] {
    let whole = line.range.lowerBound..<line.end
    if isScript(bytes.trimmed) { return [.cut(whole, .debris(MarkupKind.script.rawValue))] }
    if isEntitiesOnly(bytes.trimmed) { return [.cut(whole, .debris(MarkupKind.entities.rawValue))] }
    var spans = tagSpans(in: bytes) + shortcodeSpans(in: bytes)
    if spans.isEmpty, let tail = attributeSpan(in: bytes) { spans = [tail] }
    guard let first = spans.first else { return [] }
    spans = withoutOverlaps(spans)
    let outside = gaps(between: spans.map(\.range), in: line.range)
    let wordCount = outside.reduce(0) { $0 + text.wordCount(in: $1, upTo: 3) }
    if wordCount == 0 || first.kind == .attributes && wordCount < 3 {
        return [.cut(whole, .debris(first.kind.rawValue))]
    }
    return spans.map { .cut($0.range, .debris($0.kind.rawValue)) }
}

/// The spans in ascending order; one that starts within another is left to the next round.
private func withoutOverlaps(_ spans: [MarkupSpan]) -> [MarkupSpan] {
    var end = 0
    return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { span in
        guard span.range.lowerBound >= end else { return false }
        end = span.range.upperBound
        return true
    }
}

/// The parts of `whole` outside of `ranges`, which are in ascending order.
private func gaps(between ranges: [ByteRange], in whole: ByteRange) -> [ByteRange] {
    var result: [ByteRange] = []
    var cursor = whole.lowerBound
    for range in ranges {
        if cursor < range.lowerBound { result.append(cursor..<range.lowerBound) }
        cursor = max(cursor, range.upperBound)
    }
    if cursor < whole.upperBound { result.append(cursor..<whole.upperBound) }
    return result
}

/// Whether a trimmed line is nothing but entities such as `&nbsp;`.
private func isEntitiesOnly(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    var count = 0
    while rest.first == UInt8(ascii: "&") {
        guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")), end - rest.startIndex >= 3 else {
            return false
        }
        rest = rest[(end + 1)...].trimmed
        count += 1
    }
    return count > 0 && rest.isEmpty
}

/// Whether a trimmed line is the body of a script that sites embed.
private func isScript(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 8, let first = bytes.first, scriptInitials[Int(first)] else { return false }
    return scriptOpenings.contains { bytes.starts(with: $0) }
}

/// For each byte whether an opening begins with it.
private let scriptInitials = (0..<256).map { byte in scriptOpenings.contains { Int($0[0]) == byte } }

private let scriptOpenings = [
    "window.dataLayer", "window._", "googletag.", "(adsbygoogle", "adsbygoogle", "gtag(", "fbq(", "ga('", "_gaq.push",
    "var _gaq", "!function(", "(function(d,", "(function(w,", "(function(i,s,o", "(function(){var", "document.write(",
    "jQuery(document)", "jQuery(function", "$(document).ready(", "__tcfapi(", "window.__", "dataLayer.push(",
    "var googletag",
    "OneTrust", "<![CDATA[", "//<![CDATA[",
].map { Array($0.utf8) }
