extension SignalFamily {
    /// The ratios of FineWeb's quality filter, defects included.
    public static let fineWeb = SignalFamily(
        name: "fineweb",
        summary: "FineWeb's quality filter: lines between line feeds that are not blank, lengths in Unicode scalars",
        signals: ratios)
}

private let source = "Penedo et al. 2024 (FineWeb), datatrove 0.10.1 fineweb_quality_filter"

private let ratios: [Signal] = [
    Signal(
        name: "fineweb_line_punct_ratio", unit: .fraction,
        summary: "lines whose last character is one of 159 sentence terminators of all scripts / lines; "
            + "white space at the end of a line hides the mark; null without lines",
        source: source, needs: .fineWeb
    ) { fraction($0.fineWeb.terminalLineCount, of: $0.fineWeb.lines.count) },
    Signal(
        name: "fineweb_short_line_ratio", unit: .fraction,
        summary: "lines of at most 30 scalars / lines; null without lines",
        source: source, needs: .fineWeb
    ) { fraction($0.fineWeb.shortLineCount, of: $0.fineWeb.lines.count) },
    Signal(
        name: "fineweb_char_dup_ratio", unit: .fraction,
        summary: "scalars of later copies of lines / scalars of the text without line feeds, blank lines included; "
            + "null without lines",
        source: source, needs: .fineWeb
    ) {
        $0.fineWeb.lines.count == 0
            ? nil : fraction($0.fineWeb.lines.excessCharacterCount, of: $0.fineWeb.characterCount)
    },
    Signal(
        name: "fineweb_list_ratio", unit: .ratio,
        summary: "line feeds / words between white space (the original's default tokenizer finds more words); "
            + "null without words",
        source: source, needs: .fineWeb
    ) { fraction($0.fineWeb.lineFeedCount, of: $0.fineWeb.wordCount) },
]
