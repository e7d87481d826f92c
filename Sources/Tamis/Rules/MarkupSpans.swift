/// The tags and comments of HTML in a line, in ascending order.
///
/// An opening tag counts with an attribute, as one that stands alone (`<br>`, `<img …>`), or with its closing tag on the
/// same line; so "press <b> for bold" stays.
func tagSpans(in bytes: ArraySlice<UInt8>) -> [MarkupSpan] {
    var spans: [MarkupSpan] = []
    var openings: [(name: ArraySlice<UInt8>, range: ByteRange)] = []
    var hasOpenScript = false
    var index = bytes.startIndex
    while let start = bytes.firstIndex(of: tagStarts, from: index) {
        index = start + 1
        let rest = bytes[start...]
        if rest.starts(with: commentStart) {
            guard let end = endOfComment(in: rest) else { break }
            spans.append(MarkupSpan(range: start..<end, kind: .comment))
            index = end
            continue
        }
        let isClosing = rest.dropFirst().first == UInt8(ascii: "/")
        let name = rest.dropFirst(isClosing ? 2 : 1).prefix(while: isNameByte)
        guard isElement(name), let end = endOfTag(in: bytes[name.endIndex...]) else { continue }
        if !isClosing, !hasOpenScript, isScript(name) {
            if let close = endOfScript(named: name, in: bytes[end...]) {
                spans.append(MarkupSpan(range: start..<close, kind: .script))
                index = close
                continue
            }
            // The line has no end for it, and none for those that follow.
            hasOpenScript = true
        }
        let range = start..<end
        index = end
        if isClosing {
            if let open = openings.suffix(nestingLimit).lastIndex(where: { $0.name.elementsEqual(name) }) {
                spans.append(MarkupSpan(range: openings[open].range, kind: .tag))
                openings.removeSubrange(open...)
                spans.append(MarkupSpan(range: range, kind: .tag))
            } else if openings.isEmpty {
                spans.append(MarkupSpan(range: range, kind: .tag))
            }
        } else if hasAttribute(bytes[name.endIndex..<end]) || isVoid(name) {
            spans.append(MarkupSpan(range: range, kind: .tag))
        } else {
            openings.append((name, range))
        }
    }
    return spans
}

private let tagStarts = ByteSet("<".utf8)
private let shortcodeStarts = ByteSet("[".utf8)
private let attributeMarks = ByteSet("=>".utf8)
private let markParts = ByteSet("=/-g".utf8)

extension ArraySlice<UInt8> {
    /// The index of the first byte of `set` from `start` on; nil where there is none.
    fileprivate func firstIndex(of set: ByteSet, from start: Int) -> Int? {
        let place = withUnsafeBufferPointer { set.first(in: $0, from: start - startIndex) }
        return place < count ? startIndex + place : nil
    }
}

/// How many open tags a closing tag is compared with.
private let nestingLimit = 32

/// How many bytes a shortcode may have.
private let shortcodeByteLimit = 1000

/// The shortcodes of content management systems in a line: a known name, or an attribute in brackets.
func shortcodeSpans(in bytes: ArraySlice<UInt8>) -> [MarkupSpan] {
    var spans: [MarkupSpan] = []
    var index = bytes.startIndex
    // The next closing bracket, looked for once, however many open before it.
    var end = bytes.startIndex
    while let start = bytes.firstIndex(of: shortcodeStarts, from: index) {
        index = start + 1
        let isClosing = bytes[index...].first == UInt8(ascii: "/")
        let name = bytes[index...].dropFirst(isClosing ? 1 : 0).prefix(while: isNameByte)
        if end < name.endIndex {
            guard let next = bytes[name.endIndex...].firstIndex(of: UInt8(ascii: "]")) else { break }
            end = next
        }
        guard end - name.endIndex < shortcodeByteLimit else { continue }
        let isLink = bytes[(end + 1)...].first == UInt8(ascii: "(")
        let hasValue = bytes[name.endIndex] == 0x20 && hasAttribute(bytes[name.endIndex..<end])
        let isBare = name.endIndex == end
        guard !isLink, !name.isEmpty, hasValue || isBare && isShortcode(name) else { continue }
        spans.append(MarkupSpan(range: start..<end + 1, kind: .shortcode))
        index = end + 1
    }
    return spans
}

/// The span of an attribute tail: two or more marks of attributes without the tag they belonged to; nil where there are none.
func attributeSpan(in bytes: ArraySlice<UInt8>) -> MarkupSpan? {
    guard bytes.firstIndex(of: attributeMarks, from: bytes.startIndex) != nil,
        let marks = bytes.withUnsafeBufferPointer({ mayHoldTwoMarks($0) ? rangeOfMarks(in: $0) : nil })
    else { return nil }
    var lower = bytes.startIndex + marks.lowerBound
    if lower > bytes.startIndex, isQuote(bytes[lower - 1]) { lower -= 1 }
    return MarkupSpan(range: lower..<bytes.startIndex + marks.upperBound, kind: .attributes)
}

/// Whether two marks of attributes may stand in a line: each has one of six pairs of bytes.
private func mayHoldTwoMarks(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    var index = markParts.first(in: line, from: 0)
    while index < line.count {
        let next = index + 1 < line.count ? line[index + 1] : 0
        switch line[index] {
        case UInt8(ascii: "="): count += isQuote(next) ? 1 : 0
        case UInt8(ascii: "/"): count += next == UInt8(ascii: ">") ? 1 : 0
        // In "size-", "wp-" and "attachment-", and in those that begin with "align".
        case UInt8(ascii: "-"): count += index > 0 && isAttributeEnd(line[index - 1]) ? 1 : 0
        case UInt8(ascii: "g"): count += next == UInt8(ascii: "n") ? 1 : 0
        default: break
        }
        index = markParts.first(in: line, from: index + 1)
    }
    return count >= 2
}

/// Whether a letter stands before the first hyphen of a word in `attributeWords`.
private func isAttributeEnd(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "e") || letter == UInt8(ascii: "p") || letter == UInt8(ascii: "t")
}

/// From the first mark of attributes in a line to the last; nil where there are fewer than two.
private func rangeOfMarks(in line: UnsafeBufferPointer<UInt8>) -> ByteRange? {
    var marks = 0..<0
    var count = 0
    var index = 0
    while index < line.count {
        let isTokenStart = index == 0 || isDelimiter(line[index - 1])
        if isTokenStart || line[index] == UInt8(ascii: "/"), let end = endOfMark(in: line, at: index, isTokenStart) {
            marks = (count == 0 ? index : marks.lowerBound)..<end
            count += 1
            index = end
        } else {
            index += 1
        }
    }
    return count >= 2 ? marks : nil
}

/// The end of a mark of attributes that begins at `start`, or nil.
private func endOfMark(in line: UnsafeBufferPointer<UInt8>, at start: Int, _ isTokenStart: Bool) -> Int? {
    let first = line[start]
    if first == UInt8(ascii: "/"), start + 1 < line.count, line[start + 1] == UInt8(ascii: ">") { return start + 2 }
    guard isTokenStart, isLetter(first) else { return nil }
    var end = start + 1
    while end < line.count, isNameByte(line[end]) { end += 1 }
    for word in attributeWords where line[start..<end].starts(with: word) {
        return end < line.count && isQuote(line[end]) ? end + 1 : end
    }
    guard end + 1 < line.count, line[end] == UInt8(ascii: "="), isQuote(line[end + 1]) else { return nil }
    return line[(end + 2)...].firstIndex(of: line[end + 1]).map { $0 + 1 }
}

/// What names a class of a picture.
private let attributeWords = [
    "alignnone", "alignleft", "alignright", "aligncenter", "size-", "wp-image-", "attachment-",
].map { Array($0.utf8) }

/// Whether a span begins with a class of a picture and has an attribute, as what scrapers leave of its tag does.
func startsWithPictureClass(_ span: ArraySlice<UInt8>) -> Bool {
    let name = span.drop(while: isQuote)
    return span.contains(UInt8(ascii: "=")) && attributeWords.contains { name.starts(with: $0) }
}

private func isDelimiter(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isQuote(byte)
}

private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
}

private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

private func endOfTag(in rest: ArraySlice<UInt8>) -> Int? {
    guard let first = rest.first, first == UInt8(ascii: ">") || first == UInt8(ascii: "/") || first == 0x20 else {
        return nil
    }
    let end = rest.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }
    return end.flatMap { rest[$0] == UInt8(ascii: ">") ? $0 + 1 : nil }
}

private func endOfComment(in rest: ArraySlice<UInt8>) -> Int? {
    var index = rest.startIndex + 4
    while let dash = rest[index...].firstIndex(of: UInt8(ascii: "-")) {
        if rest[dash...].starts(with: commentEnd) { return dash + 3 }
        index = dash + 1
    }
    return nil
}

/// Whether bytes hold an attribute with its value: `=` between a name and a quote, a letter or a digit, without blanks.
private func hasAttribute(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while let mark = bytes[index...].firstIndex(of: UInt8(ascii: "=")) {
        index = mark + 1
        guard mark > bytes.startIndex, index < bytes.endIndex, isNameByte(bytes[mark - 1]) else { continue }
        let next = bytes[index]
        if isQuote(next) || isNameByte(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "#") { return true }
    }
    return false
}

/// Whether an element holds code for the browser and no text.
private func isScript(_ name: ArraySlice<UInt8>) -> Bool {
    let name = name.map { $0 | 0x20 }
    return ["script", "style"].contains { $0.utf8.elementsEqual(name) }
}

/// The line after a script or style element that line `index` opens and a later line closes; nil where it does not.
func endOfScriptBlock(from index: Int, in text: SegmentedDocument) -> Int? {
    let bytes = text.document.utf8[text.lines[index].range].trimmed
    let name = bytes.dropFirst().prefix(while: isNameByte)
    guard bytes.first == UInt8(ascii: "<"), isScript(name), let tagEnd = endOfTag(in: bytes[name.endIndex...]) else {
        return nil
    }
    guard endOfScript(named: name, in: bytes[tagEnd...]) == nil else { return nil }
    let body = text.lines[(index + 1)...].prefix(scriptLineLimit)
    return body.firstIndex { endOfScript(named: name, in: text.document.utf8[$0.range]) != nil }.map { $0 + 1 }
}

/// Whether a line begins with the opening tag of a script or style element.
func opensScript(_ line: ArraySlice<UInt8>) -> Bool {
    let bytes = line.trimmed
    return bytes.first == UInt8(ascii: "<") && isScript(bytes.dropFirst().prefix(while: isNameByte))
}

/// How many lines a script may have; what goes on for longer was never closed, and is looked for once.
let scriptLineLimit = 500

/// The offset after the closing tag of an element called `name`, or nil where it is not on the line.
private func endOfScript(named name: ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> Int? {
    var index = rest.startIndex
    while let start = rest[index...].firstIndex(of: UInt8(ascii: "<")) {
        index = start + 1
        guard rest[index...].first == UInt8(ascii: "/"), rest[(index + 1)...].starts(with: name) else { continue }
        return endOfTag(in: rest[(index + 1 + name.count)...])
    }
    return nil
}

private let commentStart = Array("<!--".utf8)

private let commentEnd = Array("-->".utf8)

private func isElement(_ name: ArraySlice<UInt8>) -> Bool {
    elements.contains(name.map { $0 | 0x20 })
}

private func isVoid(_ name: ArraySlice<UInt8>) -> Bool {
    let name = name.map { $0 | 0x20 }
    return ["br", "hr", "img", "wbr"].contains { $0.utf8.elementsEqual(name) }
}

private func isShortcode(_ name: ArraySlice<UInt8>) -> Bool {
    shortcodes.contains(Array(name)) || shortcodePrefixes.contains { name.starts(with: $0) }
}

private let elements = Set(
    [
        "a", "abbr", "article", "aside", "audio", "b", "blockquote", "body", "br", "button", "center", "cite", "code",
        "dd",
        "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4",
        "h5",
        "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "label", "li", "link", "main", "meta",
        "nav",
        "noscript", "object", "ol", "p", "picture", "pre", "script", "section", "small", "source", "span", "strike",
        "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead", "time", "tr", "u", "ul", "video",
        "wbr",
    ].map { Array($0.utf8) })

private let shortcodes = Set(
    ["caption", "embed", "gallery", "video", "audio", "playlist", "ad", "ad_1", "ad_2", "toc", "contact-form-7"]
        .map { Array($0.utf8) })

private let shortcodePrefixes = ["vc_", "et_pb_", "fusion_", "su_", "elementor-", "wp_", "tds_", "td_"]
    .map { Array($0.utf8) }
