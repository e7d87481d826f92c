import Tamis

extension ReportPage {
    /// The figures that matter most, each with a sentence.
    func headline(_ page: inout HTMLWriter) {
        page.element("p") { page in
            page.text(
                "\(PlainNumber.count(summary.readCount, "document")), \(PlainNumber.bytes(summary.inputByteCount)): ")
            let parts = [
                (summary.keptCount, "kept", Definition.kept), (summary.changedCount, "changed", .changed),
                (summary.removedCount, "removed", .removed), (summary.rejectedCount, "rejected", .rejected),
            ]
            for (index, part) in parts.enumerated() {
                page.text((index > 0 ? ", " : "") + PlainNumber.count(part.0) + " ")
                page.term(part.1, part.2)
            }
            page.text(".")
        }
        page.element("ul", ["class": "cards"]) { page in
            card(
                &page, PlainNumber.percent(report.before.lines.excessFraction),
                "of the lines repeat an earlier line of the same document. After cleaning: "
                    + PlainNumber.percent(report.after.lines.excessFraction) + ".")
            if corpus.documentCount > 0 {
                card(
                    &page, PlainNumber.percent(report.documents.excessFraction),
                    "of the documents say what another one says, and go."
                        + (corpus.largestClusterSize > 1
                            ? " The largest cluster holds \(PlainNumber.count(corpus.largestClusterSize, "document"))."
                            : ""))
            }
            card(
                &page, PlainNumber.percent(summary.cutCharacterCount, of: characterCount),
                "of the characters go: \(PlainNumber.count(summary.cutCharacterCount)) of "
                    + "\(PlainNumber.count(characterCount)).")
            if let first = rankedRules.first {
                card(
                    &page, summary.rules[first],
                    "takes most: \(PlainNumber.percent(summary.cutCharacterCounts[first], of: summary.cutCharacterCount)) of all "
                        + "characters that go, in \(PlainNumber.count(summary.findingCounts[first], "finding")).")
            }
        }
    }

    private func card(_ page: inout HTMLWriter, _ figure: String, _ sentence: String) {
        page.element("li") { page in
            page.element("strong", figure)
            page.element("p", sentence)
        }
    }

    /// All characters that came in.
    private var characterCount: Int { report.documents.characterCount }

    /// The rules that found something, those that take most first.
    var rankedRules: [Int] {
        summary.rules.indices.filter { summary.findingCounts[$0] > 0 }.sorted {
            (summary.cutCharacterCounts[$1], summary.findingCounts[$1], $0)
                < (summary.cutCharacterCounts[$0], summary.findingCounts[$0], $1)
        }
    }
}
