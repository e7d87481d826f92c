extension Rule {
    /// The rules that ask what other documents hold; they find nothing where a document is cleaned by itself.
    static let corpusRules: [Rule] = [
        Rule(
            "site-template",
            "A line or paragraph that many different documents of the site hold: menus, notices, footers; the first copy "
                + "goes as well.",
            guards: "The title or headline stays. Where templates would take over half the words of the longer "
                + "paragraphs, only lines under ten words go. With few documents, only lines before and after the prose go.",
            levels: [.paragraphs, .words],
            examples: [
                Example(
                    """
                    The river rises again
                    ⟦Follow the Example News on page 7
                    ⟧It rained for days, and the mill by the river is closed until the spring comes.
                    ⟦All rights reserved by Example News.⟧
                    """,
                    templates: ["Follow the Example News on page 1", "All rights reserved by Example News."]),
                Example(
                    "Follow the Example News on page 7\nIt rained for days.",
                    templates: ["Follow the Example News on page 1"]),
                "The river rises again\nAll rights reserved by Example News.\nIt rained for days.",
            ],
            matches: { context in siteTemplates(in: context) }),
        Rule(
            "shared-paragraph", "A paragraph of ten words or more that stands in an earlier document that is kept.",
            isOnByDefault: false, levels: [.paragraphs, .words],
            examples: [
                "The council met on Monday and agreed that the old bridge must be closed before winter.\nIt did so."
            ],
            matches: { context in sharedParagraphs(in: context) }),
    ]
}

/// The fewest words of a paragraph that counts as one.
let longParagraphWordCount = 10

/// The paragraphs that an earlier document holds.
private func sharedParagraphs(in context: borrowing RuleContext) -> [Match] {
    guard context.corpus.knowsParagraphs else { return [] }
    var matches: [Match] = []
    for paragraph in context.text.paragraphs where paragraph.words.count >= longParagraphWordCount {
        guard let document = context.corpus.firstDocument(ofParagraph: paragraph.key) else { continue }
        let range = paragraph.range.lowerBound..<paragraph.end
        matches.append(.cut(range, .duplicates(document: document, similarity: 1)))
    }
    return matches
}
