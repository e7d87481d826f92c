import Tamis

/// A report as tables of Markdown, for a pull request or a page of notes; it holds no text of a document.
public struct MarkdownReport {
    private let summary: Summary
    private let corpus: CorpusSummary

    /// The report of a run.
    public init(_ run: CleanRun) {
        summary = run.summary
        corpus = run.corpusSummary
    }

    /// The tables.
    public var text: String {
        [headline, levels, rules].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var headline: String {
        "**\(PlainNumber.count(summary.readCount, "document"))**, \(PlainNumber.bytes(summary.inputByteCount)): "
            + "\(summary.keptCount) kept, \(summary.changedCount) changed, \(summary.removedCount) removed, "
            + "\(summary.rejectedCount) rejected\n"
    }

    private var levels: String {
        let tally = summary.duplicates
        var rows = [("lines", tally.lines), ("paragraphs", tally.paragraphs), ("sentences", tally.sentences)].map {
            name, level in
            [
                name, "\(level.count)", "\(level.excessCount)", PlainNumber.percent(level.excessFraction),
                "\(level.memberCount)", PlainNumber.percent(level.memberFraction),
            ]
        }
        if corpus.documentCount > 0 {
            rows.append([
                "documents", "\(corpus.documentCount)", "\(corpus.removedCount)",
                PlainNumber.percent(corpus.removedCount, of: corpus.documentCount), "\(corpus.memberCount)",
                PlainNumber.percent(corpus.memberCount, of: corpus.documentCount),
            ])
        }
        return table(["repeats", "all", "excess", "share", "member", "share"], rows)
    }

    private var rules: String {
        let rows = summary.rules.indices.filter { summary.findingCounts[$0] > 0 }.map {
            ["`\(summary.rules[$0])`", "\(summary.findingCounts[$0])", "\(summary.cutCharacterCounts[$0])"]
        }
        return rows.isEmpty ? "" : table(["rule", "findings", "characters"], rows)
    }

    private func table(_ header: [String], _ rows: [[String]]) -> String {
        let rule = header.indices.map { $0 == 0 ? "---" : "---:" }
        return ([header, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}
