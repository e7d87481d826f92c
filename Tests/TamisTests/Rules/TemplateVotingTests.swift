import Testing

@testable import Tamis

/// From texts to cuts: keys, votes, counts, the frozen look-up and the rule.
struct TemplateVotingTests {
    private static let footer = "All rights reserved by the Example News Company and its partners in town."

    @Test func anArticleOnFiftySitesStaysAndAFooterUnderFiftyArticlesGoes() {
        var generator = RandomText(seed: 7)
        let article = Self.article(&generator)
        // One sentence of each copy is another one.
        let copies = (0..<50).map { _ in
            var sentences = article
            sentences[Int.random(in: 0..<article.count, using: &generator)] = Self.sentence(&generator)
            return sentences.joined(separator: "\n")
        }
        let others = (0..<950).map { number in
            Self.article(&generator).joined(separator: "\n") + (number < 50 ? "\n" + Self.footer : "")
        }
        let texts = copies + others
        let corpus = Self.corpus(texts)
        let pipeline = Pipeline(settings: Self.settings)
        for (number, text) in texts.enumerated() where number < 120 {
            let cleaned = pipeline.clean(Document(id: "\(number)", utf8: Array(text.utf8)), corpus: corpus)
            let hasFooter = text.hasSuffix(Self.footer)
            #expect(cleaned.findings.map(\.range.count) == (hasFooter ? [Self.footer.utf8.count] : []), "\(number)")
            for finding in cleaned.findings {
                guard case .inDocuments(let count, let first) = finding.evidence else { continue }
                // Now and then the smallest shingle is one of the footer.
                #expect((40...50).contains(count) && first == ["50", "51", "52"])
            }
        }
    }

    private static var settings: Settings {
        var settings = Settings()
        #expect(throws: Never.self) { try settings.setOnly(rules: ["site-template"]) }
        settings.signals = []
        return settings
    }

    private static func corpus(_ texts: [String]) -> Corpus {
        var records: [TemplateRecord] = []
        for (number, text) in texts.enumerated() {
            guard let ballot = TemplateBallot(Array(text.utf8), seed: 5) else { continue }
            for key in ballot.keys {
                records.append(TemplateRecord(key: key, document: UInt32(number)))
                for permutation in 0..<3 {
                    let hash = ballot.vote.minima[permutation]
                    records.append(TemplateRecord(key: key, permutation: permutation, smallestHash: hash))
                }
            }
        }
        var counter = TemplateCounter { _ in texts.count }
        for record in records.sorted(by: { ($0.key, $0.value) < ($1.key, $1.value) }) { counter.add(record) }
        counter.finish()
        return Corpus(templates: Templates(counter.templates, seed: 5) { "\($0)" })
    }

    private static func article(_ generator: inout RandomText) -> [String] {
        (0..<24).map { _ in sentence(&generator) }
    }

    private static func sentence(_ generator: inout RandomText) -> String {
        let count = Int.random(in: 4...30, using: &generator)
        return (0..<count).map { _ in word(&generator) }.joined(separator: " ") + "."
    }

    /// No digits, which are alike to templates.
    private static func word(_ generator: inout RandomText) -> String {
        String((0..<3).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &generator) ?? "a" })
    }
}
