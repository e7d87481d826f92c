extension SignalFamily {
    /// Gopher's rules in the definition of DCLM, defects included.
    public static let gopher = SignalFamily(
        name: "gopher",
        summary:
            "Gopher's rules as DCLM computes them: all copies count, runs of UAX #29 words, lengths in Unicode scalars",
        signals: segments + runs + words + lines)
}

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (GopherTally) -> Double?
) -> Signal {
    Signal(
        name: "gopher_" + id, unit: unit, summary: summary,
        source: "Rae et al. 2021 (Gopher), Li et al. 2024 (DCLM), content_filters.py", needs: .gopher
    ) { measure($0.gopher) }
}

private let segments: [Signal] = [
    row("dup_line_frac", .fraction, "all copies of repeated lines / lines, stripped, not blank; null without lines") {
        $0.lines.memberFraction
    },
    row(
        "dup_para_frac", .fraction,
        "all copies of repeated paragraphs / paragraphs: blocks between two line feeds, stripped; null without paragraphs"
    ) {
        $0.paragraphs.memberFraction
    },
    row(
        "dup_line_char_frac", .fraction,
        "scalars of all copies of repeated lines / scalars of lines; null without lines"
    ) {
        $0.lines.memberCharacterFraction
    },
    row(
        "dup_para_char_frac", .fraction,
        "scalars of all copies of repeated paragraphs / scalars of paragraphs; null without paragraphs"
    ) {
        $0.paragraphs.memberCharacterFraction
    },
]

private let runs: [Signal] =
    (2...4).map { length in
        row(
            "top_\(length)_gram", .ratio,
            "scalars of the longest of the most frequent runs of \(length) words, times its copies / scalars of all words; "
                + "overlapping copies count in full; 0 where none repeats, null without words"
        ) { fraction($0.topCharacterCounts[length - 2], of: $0.wordCharacterCount) }
    }
    + (5...10).map { length in
        row(
            "dup_\(length)_gram", .fraction,
            "scalars of the words in any copy of a repeated run of \(length) words, each word once / scalars of all words; "
                + "null without words"
        ) { fraction($0.repeatCharacterCounts[length - 5], of: $0.wordCharacterCount) }
    }

private let words: [Signal] = [
    row("word_count", .count, "UAX #29 words that begin with a letter or number") { Double($0.wordCount) },
    row("mean_word_length", .characters, "scalars of words between white space / these words; null without words") {
        fraction($0.splitWordCharacterCount, of: $0.splitWordCount)
    },
    row(
        "symbol_to_word_ratio", .ratio, "#, ..., . . . and … / words between white space; null without words"
    ) { fraction($0.symbolCount, of: $0.splitWordCount) },
    row(
        "non_alpha_word_ratio", .fraction,
        "words between white space without a letter / these words; null without words"
    ) { fraction($0.nonAlphabeticWordCount, of: $0.splitWordCount) },
    row(
        "stop_word_count", .count,
        "occurrences of the, be, to, of, and, that, have, with as words between white space, in any case"
    ) { Double($0.stopWordCount) },
]

private let lines: [Signal] = [
    row("bullet_line_ratio", .fraction, "lines that begin with ●, •, * or - / lines; null without lines") {
        fraction($0.bulletLineCount, of: $0.lines.count)
    },
    row("ellipsis_line_ratio", .fraction, "lines that end in ..., . . . or … / lines; null without lines") {
        fraction($0.ellipsisLineCount, of: $0.lines.count)
    },
]
