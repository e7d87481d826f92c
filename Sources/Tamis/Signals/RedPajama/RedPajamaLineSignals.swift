/// RedPajama-V2's signals of lines between line feeds.
let redPajamaLineSignals: [Signal] = [
    row("javascript_counts", .count, "normalised words that are javascript") { Double($0.javascriptCount) },
    row(
        "ending_with_terminal_punctution_mark", .count,
        "1 if the line ends, white space passed over, in . ! ? or ” (a straight quote is none), else 0"
    ) { $0.isTerminal ? 1 : 0 },
    row("num_words", .count, "normalised words") { Double($0.wordCount) },
    row(
        "uppercase_letter_fraction", .fraction,
        "scalars in upper case / scalars of the line, its line feed included; never null"
    ) { fraction($0.uppercaseCount, of: $0.characterCount) ?? 0 },
    row(
        "numerical_chars_fraction", .fraction,
        "numeric scalars / scalars of the normalised line; 0, not null, where it is empty"
    ) { fraction($0.numericCount, of: $0.normalizedCharacterCount) ?? 0 },
    row(
        "start_with_bulletpoint", .count,
        "1 if the line begins, white space passed over, with one of ten bullets, else 0; "
            + "one null where the text has no lines",
        valuesWithoutLines: [nil]
    ) { $0.isBullet ? 1 : 0 },
]

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, valuesWithoutLines: [Double?] = [],
    _ measure: @escaping @Sendable (RedPajamaLine) -> Double
) -> Signal {
    Signal(
        name: "rps_lines_" + id, unit: unit, summary: "line by line: " + summary,
        source: "Weber et al. 2024 (RedPajama-V2)", needs: .redPajamaLines,
        measureLines: { $0.redPajamaLines.isEmpty ? valuesWithoutLines : $0.redPajamaLines.map(measure) },
        measure: { _ in nil })
}
