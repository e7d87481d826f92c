extension Rule {
    /// The rules that take a whole document because of another one.
    static let documents: [Rule] = [
        document(
            .duplicate, "A document with the exact text of another one, once both are cleaned, or with its address.",
            guards: "Texts without words are no duplicates."),
        document(
            .nearDuplicate, "A document most of whose runs of five words are those of another one that stays.",
            guards: "Every pair is counted; a document that is only like one that goes stays."),
        document(
            .contained, "A document that stands almost whole in a longer one that stays.",
            guards: "It has 30 distinct runs of five words or more, nine tenths of which stand in the other one."),
        document(.seenBefore, "A document that one of an earlier run says already, by the index of those runs."),
    ]

    private static func document(_ rule: Removal.Rule, _ summary: String, guards: String = "") -> Rule {
        Rule(rule.rawValue, summary, guards: guards, examples: []) { context in
            guard let duplication = context.corpus.duplication, duplication.rule == rule else { return [] }
            let evidence = Evidence.duplicates(document: duplication.survivor, similarity: duplication.similarity)
            return [.cut(0..<context.utf8.count, evidence)]
        }
    }
}
