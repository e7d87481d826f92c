import Testing

@testable import Tamis

@Suite struct DocumentTitleTests {
    @Test(arguments: [
        ("The bridge is closed", "The Bridge is “Closed”", false),
        ("The bridge is closed", "The  Bridge is CLOSED", true),
        (" The Bridge Is Closed – Example News ", "The bridge is closed", true),
        ("The Bridge Is Closed | The Example News Today", "The bridge is closed", true),
        ("The Bridge Is Closed | The Example News of Today", "The bridge is closed", false),
        ("The Bridge - A History - Example", "The bridge - a history", true),
        ("Blog | Example", "Blog", false),
        ("Example-News", "Example", false),
        ("–", "", false),
        ("", "", false),
    ])
    func names(title: String, line: String, isNamed: Bool) {
        let text = SegmentedDocument(
            Document(id: "", title: title, utf8: Array("Home\n\(line)\nIt rained.".utf8)), levels: .lines)
        let title = DocumentTitle(of: text.document)
        #expect(text.lines.map(title.names) == (line.isEmpty ? [false, false] : [false, isNamed, false]))
    }

    @Test func theHeadlineIsTheLineThatTheTitleNamesElseTheFirst() {
        func headline(_ title: String?) -> Int? {
            let utf8 = Array("The harbour in spring\nShips and boats\nIt rained.".utf8)
            return titleLine(of: SegmentedDocument(Document(id: "", title: title, utf8: utf8), levels: .lines))
        }
        #expect(headline(nil) == 0)
        #expect(headline("Ships and Boats - Example") == 1)
        #expect(headline("Trains") == 0)
    }
}
