/// What is done with a first cell that makes its row too wide.
enum WideCell {
    /// Its beginning is left out: of a path the end tells more.
    case isShortened
    /// It has a line of its own: a name must stay whole.
    case standsAlone
}

/// The rows in columns, the first to the left, numbers to the right, in 80 columns of a terminal.
func alignedRows(_ rows: [[String]], wide: WideCell = .standsAlone) -> String {
    let rest = rows[0].indices.dropFirst().reduce(0) { sum, column in
        sum + 2 + (rows.map { $0[column].count }.max() ?? 0)
    }
    let limit = max(16, terminalWidth - rest)
    let rows = rows.map { row in wide == .isShortened ? [shortened(row[0], to: limit)] + row.dropFirst() : row }
    let widths = rows[0].indices.map { column in
        rows.map { $0[column].count }.filter { column > 0 || $0 <= limit }.max() ?? 0
    }
    return rows.map { row in
        let isAlone = row[0].count > widths[0]
        var line = isAlone ? row[0] + "\n" : row[0]
        line += String(repeating: " ", count: widths[0] - (isAlone ? 0 : row[0].count))
        for column in row.indices.dropFirst() {
            line += "  " + String(repeating: " ", count: widths[column] - row[column].count) + row[column]
        }
        return line + "\n"
    }.joined()
}

private let terminalWidth = 80

/// A text in lines that fit a terminal, each after `indent` blanks.
func wrapped(_ text: String, indent: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
        if let last = lines.last, indent + last.count + 1 + word.count <= terminalWidth {
            lines[lines.count - 1] += " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
}

private func shortened(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : "…" + text.suffix(limit - 1)
}

/// A number in about three digits, whole from 100 on; a dash where there is none.
func briefNumber(_ value: Double?) -> String {
    guard let value, value >= 10 else { return shortNumber(value) }
    return shortNumber(value >= 100 ? value.rounded() : (value * 10).rounded() / 10)
}

/// A number in at most three digits after the point; a dash where there is none.
func shortNumber(_ value: Double?) -> String {
    guard let value else { return "–" }
    let scaled = (value * 1000).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let whole = Int(scaled) / 1000
    var digits = "\(1000 + Int(scaled) % 1000)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
}
