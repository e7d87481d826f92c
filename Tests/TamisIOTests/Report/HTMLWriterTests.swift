import Testing

@testable import TamisIO

/// Nothing that comes from a document can be markup in a page.
struct HTMLWriterTests {
    static let hostile: [(text: String, safe: String)] = [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onload=\"alert(1)", "&quot; onload=&quot;alert(1)"),
        ("' onload='alert(1)", "&#39; onload=&#39;alert(1)"),
        ("&lt;", "&amp;lt;"),
        ("</style></title>", "&lt;/style&gt;&lt;/title&gt;"),
        ("]]><!--", "]]&gt;&lt;!--"),
        ("\u{1B}]52;c;x\u{07}", "\\u{1b}]52;c;x\\u{07}"),
        ("a\u{202E}b\u{9B}c\u{0}", "a\\u{202e}b\\u{9b}c\\u{00}"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ]

    @Test(arguments: hostile)
    func textAndAttributesAreEscaped(_ text: String, _ safe: String) {
        var page = HTMLWriter()
        page.element("p", ["title": text], text)
        #expect(String(decoding: page.bytes, as: UTF8.self) == "<p title=\"\(safe)\">\(safe)</p>")
    }

    @Test func bytesThatAreNoTextAreSpelledOut() {
        var page = HTMLWriter()
        page.text([0xFF, 0x3C, 0xC3])
        #expect(String(decoding: page.bytes, as: UTF8.self) == "\\xff&lt;\\xc3")
    }

    /// Any bytes at all give printable text without a character that HTML reads as markup.
    @Test func anyBytesAreText() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            var page = HTMLWriter()
            page.text(bytes)
            #expect(page.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && !"<>\"'".utf8.contains($0) })
        }
    }

    @Test func linesStayLines() {
        var page = HTMLWriter()
        page.lines("a\r\n<b\n".utf8)
        #expect(String(decoding: page.bytes, as: UTF8.self) == "a\n&lt;b\n")
    }
}
