// Names of elements and attributes are `StaticString`: only what stands in the source of this program goes to the page as it
// is. Everything else is a value or a text, and both are escaped here:
//
//     page.element("p", ["title": "a\"b"]) { $0.text("<script>") }
//     <p title="a&quot;b">&lt;script&gt;</p>

/// Writes a page of HTML in which nothing that comes from a document can be markup, nor steer a terminal.
struct HTMLWriter {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    /// Writes an element with its attributes and what `content` writes into it.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
        _ content: (inout HTMLWriter) -> Void
    ) {
        open(name, attributes)
        content(&self)
        raw("</")
        raw(name)
        raw(">")
    }

    /// Writes an element that holds a text.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes an element without attributes that holds a text.
    mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

    /// Writes a start tag alone: of an element without an end tag.
    mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
        raw("<")
        raw(name)
        for (key, value) in attributes {
            raw(" ")
            raw(key)
            raw("=\"")
            text(value)
            raw("\"")
        }
        raw(">")
    }

    /// Writes text; also the value of an attribute between quotation marks.
    mutating func text(_ text: String) { escape(TerminalText.escaped(text)) }

    /// Writes UTF-8 as text; bytes that are not UTF-8 are spelled out.
    mutating func text(_ utf8: [UInt8]) { escape(TerminalText.escaped(utf8)) }

    /// Writes UTF-8 as text whose lines stay lines.
    mutating func lines(_ utf8: some BidirectionalCollection<UInt8>) {
        for (index, line) in utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { bytes.append(0x0A) }
            text(Array(line.last == 0x0D ? line.dropLast() : line))
        }
    }

    /// Writes a part of this program's own source as it is.
    mutating func raw(_ source: StaticString) {
        source.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case UInt8(ascii: "'"): raw("&#39;")
            default: bytes.append(byte)
            }
        }
    }
}
