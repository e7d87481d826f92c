import Testing

@testable import TamisIO

/// Two texts side by side.
struct LineDifferenceTests {
    static let examples: [(first: String, second: String, rows: [String])] = [
        ("a\nb\nc", "a\nc", ["a=a", "b|", "c=c"]),
        ("a\nb", "a\nx\nb", ["a=a", "|x", "b=b"]),
        ("a", "b", ["a|b"]), ("a\nb\nc", "x\ny\nc\nz", ["a|x", "b|y", "c=c", "|z"]),
        ("", "a\n\nb", ["|a", "|b"]),
        ("a\r\nb", "a\nb", ["a=a", "b=b"]),
    ]

    @Test(arguments: examples)
    func rowsAreTheLinesOfBoth(_ first: String, _ second: String, _ rows: [String]) {
        let difference = LineDifference(Array(first.utf8), Array(second.utf8))
        let shown = difference.rows.map { row in
            let texts = [row.first, row.second].map { String(decoding: $0 ?? [], as: UTF8.self) }
            return texts.joined(separator: row.isSame ? "=" : "|")
        }
        #expect(shown == rows)
    }
}
