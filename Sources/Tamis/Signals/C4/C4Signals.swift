extension SignalFamily {
    /// C4's rules as datatrove applies them, by what they leave.
    public static let c4 = SignalFamily(
        name: "c4",
        summary: "C4's line and document rules as datatrove applies them; sentences by RedPajama's pattern, not Punkt",
        signals: outcomes)
}

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (C4Tally) -> Double?
) -> Signal {
    Signal(
        name: "c4_" + id, unit: unit, summary: summary,
        source: "Raffel et al. 2020 (C4), datatrove 0.10.1 c4_filters", needs: .c4
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
    row("lorem_ipsum_count", .count, "lines with lorem ipsum among those that pass the rules on ends and words") {
        Double($0.loremIpsumLineCount)
    },
    row("curly_bracket_count", .count, "lines with { among those that pass the rules on ends, words and javascript") {
        Double($0.curlyBracketLineCount)
    },
]
