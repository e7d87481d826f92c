extension SignalFamily {
    /// C4's rules as datatrove applies them, by what they leave.
    public static let c4 = SignalFamily(
        name: "c4",
        summary: "C4's line and document rules as datatrove applies them; sentences by RedPajama's pattern, not Punkt",
        signals: outcomes)
}

private let source = "Raffel et al. 2020 (C4), datatrove 0.10.1 c4_filters"

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (C4Tally) -> Double?
) -> Signal {
    Signal(
        name: "c4_" + id, unit: unit, summary: summary,
        source: source, needs: .c4
    ) { measure($0.c4) }
}

private let outcomes: [Signal] = [
    row("line_count", .count, "lines of any line end, blank ones included") { Double($0.lineCount) },
    row(
        "kept_line_count", .count,
        "lines that end in . ? ! \" or ' but not in ..., have three words, none above 1000 scalars, "
            + "and no javascript, lorem ipsum, { or policy phrase"
    ) { Double($0.keptLineCount) },
    row("kept_line_frac", .fraction, "kept lines / lines; null without lines") {
        fraction($0.keptLineCount, of: $0.lineCount)
    },
    row("sentence_count", .count, "matches of \\b[^.!?]+[.!?]* in the kept lines without citations") {
        Double($0.sentenceCount)
    },
    row(
        "lorem_ipsum_count", .count,
        "1 if the first line that drops the document holds lorem ipsum, else 0; lines dropped before that do not"
    ) { $0.documentRule == .loremIpsum ? 1 : 0 },
    row(
        "curly_bracket_count", .count,
        "1 if the first line that drops the document holds {, else 0; lines dropped before that do not"
    ) { $0.documentRule == .curlyBracket ? 1 : 0 },
    Signal(
        name: "c4_lines_kept", unit: .count,
        summary: "line by line: 1 if the line rules keep it, else 0; lines of any line end, blank ones included",
        source: source, needs: .c4,
        measureLines: { $0.c4.keeps.map { $0 ? 1 : 0 } }, measure: { _ in nil }),
]
