// A spreadsheet takes a cell that begins with = + - or @ for a formula, and runs it. Such a cell gets an apostrophe, which a
// spreadsheet does not show:
//
//     id                          'id
//     =HYPERLINK("http://x")      "'=HYPERLINK(""http://x"")"

import Tamis

/// A report as comma-separated values: a line per document, safe to open in a spreadsheet.
public final class CSVReport {
    private let output: OutputFile

    /// Starts a report at `output`: its first line names the columns.
    public init(_ output: OutputFile) throws(OutputError) {
        self.output = output
        let levels = ["line", "paragraph", "sentence"].flatMap {
            ["excess_\($0)_fraction", "member_\($0)_fraction", "excess_\($0)_char_fraction"]
        }
        try write(["id", "status", "duplicate_of", "char_count", "cut_char_count"] + levels)
    }

    /// Adds a document.
    public func write(_ row: DocumentRow) throws(OutputError) {
        let levels = [row.duplicates.lines, row.duplicates.paragraphs, row.duplicates.sentences].flatMap {
            [$0.excessFraction, $0.memberFraction, $0.excessCharacterFraction]
        }
        try write(
            [
                row.id, "\(row.outcome)", row.duplicateOf ?? "", "\(row.characterCount)", "\(row.cutCharacterCount)",
            ] + levels.map { $0?.description ?? "" })
    }

    private func write(_ cells: [String]) throws(OutputError) {
        try output.write(Array((cells.map(Self.cell).joined(separator: ",") + "\r\n").utf8))
    }

    /// A cell as it is written: no formula, nothing that steers a terminal, in quotation marks where it needs them.
    static func cell(_ text: String) -> String {
        var cell = text.unicodeScalars.reduce(into: "") { cell, scalar in
            cell += "\t\r\n".unicodeScalars.contains(scalar) ? String(scalar) : TerminalText.escaped(String(scalar))
        }
        if let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first) { cell = "'" + cell }
        guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return cell }
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
