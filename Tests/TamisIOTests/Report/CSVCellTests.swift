import Testing

@testable import TamisIO

/// Cells that a spreadsheet takes for text.
struct CSVCellTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("=1+1", "'=1+1"),
        ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\r=1", "\"'\r=1\""),
        ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("a=1", "a=1"), ("", ""), ("a\u{1B}[2Jb\u{202E}", "a\\u{1b}[2Jb\\u{202e}"),
        ("a\r\nb", "\"a\r\nb\""),
    ])
    func cellIsNoFormula(_ text: String, _ cell: String) {
        #expect(CSVReport.cell(text) == cell)
    }
}
