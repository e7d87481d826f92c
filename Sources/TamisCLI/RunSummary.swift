import Tamis
import TamisIO

/// What a run says at its end, in two or three lines.
struct RunSummary {
    /// The lines.
    let text: String

    init(_ summary: Summary, ledger: String?) {
        var lines = [
            "\(summary.readCount) \(summary.readCount == 1 ? "document" : "documents"): \(summary.keptCount) kept, "
                + "\(summary.changedCount) changed, \(summary.removedCount) removed, \(summary.rejectedCount) rejected; "
                + "\(summary.inputByteCount) bytes in, \(summary.outputByteCount) out"
        ]
        let cuts = summary.rules.indices.filter { summary.findingCounts[$0] > 0 }.map {
            "\(summary.rules[$0]) \(summary.cutCharacterCounts[$0])"
        }
        if !cuts.isEmpty {
            let count = summary.cutCharacterCount
            lines.append("\(count) \(count == 1 ? "character" : "characters") cut: " + cuts.joined(separator: ", "))
        }
        if let ledger { lines.append("ledger: \(TerminalText.escaped(ledger))") }
        text = lines.joined(separator: "\n")
    }
}
