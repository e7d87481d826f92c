extension SignalFamily {
    /// Gopher's rules as dolma's first tagger computes them, defects included.
    public static let dolma = SignalFamily(
        name: "dolma",
        summary: "Gopher's rules as dolma's gopher_v1 computes them: words between white space, blank lines counted",
        signals: words + runs + lines)
}

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (DolmaTally) -> Double?
) -> Signal {
    Signal(
        name: "dolma_" + id, unit: unit, summary: summary,
        source: "Soldaini et al. 2024 (Dolma), taggers/gopher.py gopher_v1", needs: .dolma
    ) { measure($0.dolma) }
}

private let words: [Signal] = [
    row("word_count", .count, "words between white space") { Double($0.wordCount) },
    row("median_word_length", .characters, "median of the words' scalars; null without words") {
        $0.wordCount == 0 ? nil : $0.medianWordLength
    },
    row("symbol_to_word_ratio", .fraction, "words with # or … / words; null without words") {
        fraction($0.symbolWordCount, of: $0.wordCount)
    },
    row("fraction_of_words_with_alpha_character", .fraction, "words with a letter / words; null without words") {
        fraction($0.alphabeticWordCount, of: $0.wordCount)
    },
    row(
        "required_word_count", .count,
        "occurrences of the, be, to, of, and, that, have, with as words, case-sensitive"
    ) { Double($0.stopWordCount) },
]

private let runs: [Signal] =
    (2...4).map { length in
        row(
            "fraction_of_characters_in_most_common_\(length)grams", .ratio,
            "scalars of the words of the most frequent run of \(length) words, times its copies / scalars of all words; "
                + "a run that stands once counts; null without runs"
        ) { tally in tally.topCharacterCounts[length - 2].flatMap { fraction($0, of: tally.wordCharacterCount) } }
    }
    + (5...10).map { length in
        row(
            "fraction_of_characters_in_duplicate_\(length)grams", .fraction,
            "scalars of all copies of repeated runs of \(length) words / scalars of all runs, overlaps in full on both "
                + "sides; null without runs"
        ) { tally in
            tally.runCharacterCounts[length - 5].flatMap { fraction(tally.repeatCharacterCounts[length - 5], of: $0) }
        }
    }

private let lines: [Signal] = [
    row(
        "fraction_of_lines_starting_with_bullet_point", .fraction,
        "lines whose first character is * or - / lines between line feeds, blank ones included; never null"
    ) { fraction($0.bulletLineCount, of: $0.lines.count) },
    row(
        "fraction_of_lines_ending_with_ellipsis", .fraction,
        "lines whose last character is … / lines between line feeds, blank ones included; never null"
    ) { fraction($0.ellipsisLineCount, of: $0.lines.count) },
    row(
        "fraction_of_duplicate_lines", .fraction,
        "all copies of repeated lines, blank ones too / lines: blank lines between paragraphs are duplicates; never null"
    ) { $0.lines.memberFraction },
    row(
        "fraction_of_characters_in_duplicate_lines", .ratio,
        "scalars of all copies of repeated lines, white space included / scalars of all words, white space left out, so "
            + "that it may exceed 1; null without words"
    ) { fraction($0.lines.memberCharacterCount, of: $0.wordCharacterCount) },
]
