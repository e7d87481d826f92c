/// The rows in columns: the first to the left, numbers to the right; a first cell is shortened where the row would be wider
/// than `width`.
func alignedRows(_ rows: [[String]], width: Int = 100) -> String {
    let rest = rows[0].indices.dropFirst().reduce(0) { sum, column in
        sum + 2 + (rows.map { $0[column].count }.max() ?? 0)
    }
    let limit = max(16, width - rest)
    let rows = rows.map { row in [shortened(row[0], to: limit)] + row.dropFirst() }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
        var line = row[0] + String(repeating: " ", count: widths[0] - row[0].count)
        for column in row.indices.dropFirst() {
            line += "  " + String(repeating: " ", count: widths[column] - row[column].count) + row[column]
        }
        return line + "\n"
    }.joined()
}

private func shortened(_ text: String, to limit: Int) -> String {
    text.count <= limit ? text : "…" + text.suffix(limit - 1)
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
