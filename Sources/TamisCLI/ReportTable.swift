import Tamis
import TamisIO

/// A report for a terminal: documents, levels and rules.
struct ReportTable {
    private let documentLimit: Int
    private let showsRepeats: Bool
    private var rows: [DocumentRow] = []
    private var documentCount = 0

    /// Makes a table that shows `documentLimit` documents and, where they were counted, the repeats inside them.
    init(documentLimit: Int, showsRepeats: Bool = true) {
        self.documentLimit = documentLimit
        self.showsRepeats = showsRepeats
    }

    /// Adds a document; those that lose most are kept, and of equals the earlier ones.
    mutating func add(_ row: DocumentRow) {
        documentCount += 1
        rows.append(row)
        guard rows.count - 64 > documentLimit, rows.count / 2 > documentLimit else { return }
        trim()
    }

    /// The whole table.
    func text(_ summary: Summary, _ corpus: CorpusSummary, _ signals: SignalTable) -> String {
        var table = self
        table.trim()
        return [
            table.documents, table.levels(summary.duplicates, corpus), table.rules(summary), signals.signals,
            signals.violatedBounds, table.totals(summary),
        ]
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private mutating func trim() {
        let ranked = rows.enumerated().sorted {
            ($1.element.cutCharacterCount, $0.offset) < ($0.element.cutCharacterCount, $1.offset)
        }
        rows = ranked.prefix(documentLimit).map(\.element)
    }

    private var documents: String {
        guard !rows.isEmpty else { return "" }
        let header = ["document", "characters", "cut", "lines", "paragraphs", "sentences"]
        let body = rows.map { row in
            [
                TerminalText.escaped(row.id), "\(row.characterCount)",
                percent(fraction(row.cutCharacterCount, row.characterCount)),
                percent(row.duplicates.lines.excessFraction), percent(row.duplicates.paragraphs.excessFraction),
                percent(row.duplicates.sentences.excessFraction),
            ]
        }
        let rest = documentCount - rows.count
        return alignedRows([header] + body, wide: .isShortened) + (rest > 0 ? "… and \(rest) more\n" : "")
    }

    private func levels(_ tally: DuplicateTally, _ corpus: CorpusSummary) -> String {
        let header = ["repeats", "all", "excess", "", "member", "", "excess characters"]
        let levels = [("lines", tally.lines), ("paragraphs", tally.paragraphs), ("sentences", tally.sentences)]
        var body = (showsRepeats ? levels : []).map { name, level in
            [
                name, "\(level.count)", "\(level.excessCount)", percent(level.excessFraction), "\(level.memberCount)",
                percent(level.memberFraction), percent(level.excessCharacterFraction),
            ]
        }
        if corpus.documentCount > 0 { body.append(documents(corpus)) }
        return body.isEmpty ? "" : alignedRows([header] + body)
    }

    private func documents(_ corpus: CorpusSummary) -> [String] {
        [
            "documents", "\(corpus.documentCount)", "\(corpus.removedCount)",
            percent(fraction(corpus.removedCount, corpus.documentCount)), "\(corpus.memberCount)",
            percent(fraction(corpus.memberCount, corpus.documentCount)), "",
        ]
    }

    private func rules(_ summary: Summary) -> String {
        let body = summary.rules.indices.filter { summary.findingCounts[$0] > 0 }.map {
            [summary.rules[$0], "\(summary.findingCounts[$0])", "\(summary.cutCharacterCounts[$0])"]
        }
        return body.isEmpty ? "No rule found anything.\n" : alignedRows([["rule", "findings", "characters"]] + body)
    }

    private func totals(_ summary: Summary) -> String {
        let count = summary.readCount
        return
            "\(count) \(count == 1 ? "document" : "documents"): \(summary.keptCount) clean, \(summary.changedCount) to change"
            + (summary.removedCount > 0 ? ", \(summary.removedCount) to remove" : "")
            + (summary.rejectedCount > 0 ? ", \(summary.rejectedCount) rejected" : "") + "\n"
    }

    private func fraction(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }

    private func percent(_ fraction: Double?) -> String {
        guard let fraction else { return "–" }
        let tenths = Int((fraction * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
