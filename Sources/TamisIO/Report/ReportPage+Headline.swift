import Tamis

extension ReportPage {
    /// The figures that matter most, each with a sentence.
    func headline(_ page: inout HTMLWriter) {
        page.element("p") { page in
            page.text(PlainNumber.count(summary.readCount) + " ")
            page.term(summary.readCount == 1 ? "document" : "documents", .document)
            page.text(", \(PlainNumber.bytes(summary.inputByteCount)): ")
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
            let before = PlainNumber.percent(report.before.lines.excessFraction)
            let after = PlainNumber.percent(report.after.lines.excessFraction)
            card(
                &page, before, "of the ", "lines", .line,
                " repeat an earlier line of the same document. After cleaning: \(after).")
            if corpus.documentCount > 0 {
                let size = corpus.largestClusterSize
                card(
                    &page, PlainNumber.percent(report.documents.excessFraction), "of the ", "documents", .documents,
                    " say what another one says, and go."
                        + (size > 1 ? " The largest cluster holds \(PlainNumber.count(size, "document"))." : ""))
            }
            let cut = summary.cutCharacterCount
            card(
                &page, PlainNumber.percent(cut, of: characterCount), "of the ", "characters", .characters,
                " go: \(PlainNumber.count(cut)) of \(PlainNumber.count(characterCount)).")
            if let first = rankedRules.first {
                card(
                    &page, summary.rules[first],
                    "takes most: \(PlainNumber.percent(summary.cutCharacterCounts[first], of: cut)) of all characters that go, in "
                        + "\(PlainNumber.count(summary.findingCounts[first])) ",
                    summary.findingCounts[first] == 1 ? "finding" : "findings", .finding, ".")
            }
        }
    }

    /// A figure with its sentence, in which one word leads to a definition.
    private func card(
        _ page: inout HTMLWriter, _ figure: String, _ start: String, _ term: String, _ definition: Definition,
        _ end: String
    ) {
        page.element("li") { page in
            page.element("strong", figure)
            page.element("p") { page in
                page.text(start)
                page.term(term, definition)
                page.text(end)
            }
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
