@testable import TamisIO

/// Any bytes shown: on a terminal, in a page, in a cell of a table.
@Sendable func escapes(_ bytes: [UInt8]) {
    let shown = TerminalText.escaped(bytes)
    precondition(!shown.unicodeScalars.contains { steersOrHides($0.value) }, "a character steers the terminal")
    precondition(TerminalText.escaped(shown) == shown, "escaped again, the text differs")

    var page = HTMLWriter()
    page.element("p", ["title": shown]) { $0.lines(bytes) }
    let head = Array("<p title=\"".utf8), tail = Array("</p>".utf8)
    precondition(page.bytes.starts(with: head) && page.bytes.suffix(tail.count) == tail[...], "the element has no end")
    let inside = page.bytes.dropFirst(head.count).dropLast(tail.count)
    precondition(inside.count { $0 == UInt8(ascii: "<") } == 0, "markup stands in the element")
    precondition(inside.count { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\"") } == 2, "the attribute ends early")

    let cell = Array(CSVReport.cell(String(decoding: bytes, as: UTF8.self)).utf8)
    var content = cell[...]
    if cell.first == UInt8(ascii: "\"") {
        precondition(cell.last == UInt8(ascii: "\"") && cell.count > 1, "a cell has no end")
        content = cell.dropFirst().dropLast()
        precondition(!hasLoneQuote(content), "a cell ends early")
    } else {
        precondition(!cell.contains { ",\"\r\n".utf8.contains($0) }, "a cell is two")
    }
    if let first = content.first { precondition(!"=+-@\t\r\n".utf8.contains(first), "a cell is a formula") }
}

private func steersOrHides(_ value: UInt32) -> Bool {
    value < 0x20 || 0x7F...0x9F ~= value || 0x202A...0x202E ~= value || 0x2066...0x2069 ~= value || value == 0x200B
}

private func hasLoneQuote(_ text: ArraySlice<UInt8>) -> Bool {
    var run = 0
    for byte in text {
        if byte == UInt8(ascii: "\"") {
            run += 1
        } else if run % 2 == 1 {
            return true
        } else {
            run = 0
        }
    }
    return run % 2 == 1
}
