import Testing

@testable import Tamis

struct SiteTemplateTests {
    private static let prose = "It rained for days, and the mill by the river had to be closed until the spring came."
    private static let footer = "Example News is published every day by the Example Company"

    @Test(arguments: [
        ("The river\n\(prose)\n⟦\(footer)⟧", "a footer of ten words that does not outweigh the prose"),
        ("The river\n⟦Follow the Example News\n⟧\(prose)", "a short line, in its only copy"),
        ("Follow the Example News\n\(prose)", "a headline"),
        ("The river\nNo template here\n\(prose)", "nothing"),
        ("The river rises\nShort.\n\(footer)", "a template that would be all of the longer text"),
        ("The river\n⟦Follow the Example News\n⟧\(footer)", "only the shorter line where templates outweigh the prose"),
        ("The river\n⟦Page 12 of 340 in all\n⟧\(prose)", "another number in the same line"),
    ])
    func takes(marked: String, what: String) {
        let corpus = Corpus.knowing([Self.footer, "Follow the Example News", "Page 0 of 1 in all"])
        expect(marked, with: corpus, what)
    }

    @Test func fewDocumentsProveLittleInsideTheProse() {
        let corpus = Corpus.knowing([], onlyInZones: ["Follow the Example News"])
        expect("The river\n⟦Follow the Example News\n⟧\(Self.prose)", with: corpus, "the head")
        expect("The river\n\(Self.prose)\n⟦Follow the Example News⟧", with: corpus, "the tail")
        expect("The river\n\(Self.prose)\nFollow the Example News\nAnd \(Self.prose)", with: corpus, "no line inside")
        expect("The river\nFollow the Example News\nIt rained.", with: corpus, "no line of a text without prose")
    }

    @Test func aTitleIsNoTemplate() {
        let corpus = Corpus.knowing(["Letters to the editor"])
        let text = "Home\nLetters to the editor\n\(Self.prose)"
        let titled = Document(id: "d", title: "Letters to the editor", utf8: Array(text.utf8))
        #expect(pipeline.clean(titled, corpus: corpus).findings.isEmpty)
        let other = Document(id: "d", title: "Another", utf8: Array(text.utf8))
        #expect(pipeline.clean(other, corpus: corpus).findings.count == 1)
    }

    @Test func oneSiteSaysNothingOfAnother() {
        let corpus = Corpus.knowing(["Follow the Example News"], site: "example.com")
        let text = Array("The river\nFollow the Example News\n\(Self.prose)".utf8)
        let findingCounts = ["example.com", "example.org", nil].map {
            pipeline.clean(Document(id: "d", site: $0, utf8: text), corpus: corpus).findings.count
        }
        #expect(findingCounts == [1, 0, 0])
    }

    @Test func theEvidenceNamesDocuments() throws {
        let corpus = Corpus.knowing(["Follow the Example News"])
        let text = Array("The river\nFollow the Example News\n\(Self.prose)".utf8)
        let finding = try #require(pipeline.clean(Document(id: "d", utf8: text), corpus: corpus).findings.first)
        #expect(finding.evidence == .inDocuments(50, first: ["document 0", "document 1", "document 2"]))
    }

    @Test func aParagraphOfAnEarlierDocumentGoes() {
        var settings = Settings()
        #expect(throws: Never.self) { try settings.setOnly(rules: ["shared-paragraph"]) }
        let shared = SegmentedDocument(Document(id: "", utf8: Array(Self.prose.utf8)), levels: .lines).lines[0].key
        let corpus = Corpus { $0 == shared ? "earlier" : nil }
        let example = MarkedText("The river\n⟦\(Self.prose)\n⟧And \(Self.prose)")
        let cleaned = Pipeline(settings: settings).clean(Document(id: "d", utf8: example.utf8), corpus: corpus)
        #expect(cleaned.findings.map(\.range) == example.ranges)
        #expect(cleaned.findings.first?.evidence == .duplicates(document: "earlier", similarity: 1))
    }

    private var pipeline: Pipeline {
        var settings = Settings()
        #expect(throws: Never.self) { try settings.setOnly(rules: ["site-template"]) }
        return Pipeline(settings: settings)
    }

    private func expect(_ marked: String, with corpus: Corpus, _ what: String) {
        let example = MarkedText(marked)
        let cleaned = pipeline.clean(Document(id: "d", utf8: example.utf8), corpus: corpus)
        #expect(MarkedText.mark(example.utf8, cleaned.findings.map(\.range)) == marked, "\(what)")
    }
}
