import Testing

@testable import Tamis

/// Texts that rules meet in combination; what goes is set between `⟦` and `⟧`.
@Suite struct PipelineTests {
    @Test(arguments: [
        // Blank lines within a script go with it.
        "One river runs.\n\n⟦<script>\n\n4\n\n</script>\n\n⟧Two rivers run.",
        // The rest of a cut line stands after blank lines that go too.
        "One river runs.\n\n⟦\n\n \u{7}\n\n⟧Two rivers run.",
        // A tag within a shortcode.
        "He said that d⟦[c </b a=1>]⟧ was no code at all.",
        // More closing tags than there are rounds.
        String(repeating: "One river runs⟦</a>⟧ and ", count: 20) + "that is all.",
        // A file without a line end still has none.
        "One river runs through the town⟦\n\nAdvertisement⟧",
        "⟦Advertisement\n\n⟧One river runs through the town\n",
        "",
        "\n",
        "\u{FEFF}One river runs.",
    ])
    func cleans(marked: String) {
        let text = MarkedText(marked)
        let cleaned = Pipeline(settings: Settings()).clean(Document(id: "", utf8: text.utf8))
        #expect(MarkedText.mark(text.utf8, cleaned.findings.map(\.range)) == marked)
    }

    @Test func anEmptyRuleSetChangesNothing() throws {
        var settings = Settings()
        try settings.setOnly(rules: [])
        var articles = RandomArticle(random: RandomText(seed: 8))
        for _ in 0..<100 {
            let article = articles.next()
            #expect(Pipeline(settings: settings).clean(Document(id: "", utf8: article)).utf8 == article)
        }
    }

    @Test func aProtectedLineStaysAndIsTold() {
        var settings = Settings()
        settings.protect(linesOf: Array("spot_imgspot_img".utf8))
        let text = Array("One river runs.\nspot_imgspot_img\nspot_imgspot_img".utf8)
        let cleaned = Pipeline(settings: settings).clean(Document(id: "", utf8: text))
        #expect(cleaned.utf8 == text)
        #expect(cleaned.spared.contains { $0.reason == "its line is protected" })
    }

    @Test func aListedLineGoesInEveryPlaceAndSpelling() {
        var settings = Settings()
        settings.list(linesOf: Array("Sent from my phone\n".utf8))
        let text = MarkedText(
            "One river runs.\n⟦SENT  from my phone\n⟧Two rivers run.\n⟦Sent from my phone\n⟧Three rivers run.")
        let cleaned = Pipeline(settings: settings).clean(Document(id: "", utf8: text.utf8))
        #expect(cleaned.findings.map(\.range) == text.ranges)
        #expect(cleaned.findings.allSatisfy { $0.rule == "listed-line" })
    }

    /// What a guard keeps is told in the bytes of the document, also by a round that sees a text with other offsets.
    @Test func whatIsSparedNamesItsCopyInTheDocument() throws {
        let text = Array(
            """
            "alignnone size-medium wp-image-4" src="" alt="The mill" />
            Who has a mill at home needs three things for it:
            - A river that runs all through the summer

            Many of those who bought a mill had not thought of it, and then stood by a dry bed.

            - A river that runs all through the summer
            """.utf8)
        let spared = Pipeline(settings: Settings()).clean(Document(id: "", utf8: text)).spared
        let copy = try #require(spared.first { $0.rule == "repeated-line" })
        guard case .repeats(let range, _) = copy.evidence else { Issue.record("\(copy)"); return }
        #expect(range != copy.range)
        #expect(text[range].elementsEqual(text[copy.range]))
    }
}
