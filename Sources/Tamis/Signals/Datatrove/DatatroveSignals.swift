extension SignalFamily {
    /// The rules of Gopher as datatrove computes them, defects included.
    public static let datatrove = SignalFamily(
        name: "datatrove",
        summary: "Gopher's rules as datatrove computes them, words between white space, lengths in Unicode scalars",
        signals: segments + runs + words + lines)
}

private let repetition = "Rae et al. 2021 (Gopher), table A1, datatrove 0.10.1 gopher_repetition_filter"
private let quality = "Rae et al. 2021 (Gopher), datatrove 0.10.1 gopher_quality_filter"

private func repeats(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (TextMeasures) -> Double?
) -> Signal {
    Signal(
        name: "datatrove_" + id, unit: unit, summary: summary + "; null for empty text", source: repetition,
        needs: .datatroveRepetition
    ) { $0.characters.count == 0 ? nil : measure($0) }
}

private let segments: [Signal] = [
    repeats(
        "line_run_count", .count,
        "pieces between runs of line feeds; an empty piece at either end counts"
    ) { Double($0.datatrove.lines.count) },
    repeats(
        "paragraph_count", .count,
        "pieces of the stripped text between runs of two or more line feeds"
    ) { Double($0.datatrove.paragraphs.count) },
    repeats(
        "dup_line_frac", .fraction,
        "later copies of pieces between runs of line feeds / pieces; the empty pieces at both ends are copies"
    ) { $0.datatrove.lines.excessFraction },
    repeats(
        "dup_para_frac", .fraction,
        "later copies of paragraphs between blank lines / paragraphs"
    ) { $0.datatrove.paragraphs.excessFraction },
    repeats(
        "dup_line_char_frac", .fraction,
        "scalars of later copies of lines / scalars of the text, white space included"
    ) { fraction($0.datatrove.lines.excessCharacterCount, of: $0.characters.count) },
    repeats(
        "dup_para_char_frac", .fraction,
        "scalars of later copies of paragraphs / scalars of the text, white space included"
    ) { fraction($0.datatrove.paragraphs.excessCharacterCount, of: $0.characters.count) },
]

private let runs: [Signal] =
    (2...4).map { length in
        repeats(
            "top_\(length)_gram", .ratio,
            "scalars of the most frequent run of \(length) words, with its spaces, times its copies / scalars of the text; "
                + "a run that stands once counts, overlapping copies count in full; null without runs"
        ) { measures in
            measures.datatrove.topCharacterCounts[length - 2].flatMap { fraction($0, of: measures.characters.count) }
        }
    }
    + (5...10).map { length in
        repeats(
            "dup_\(length)_gram", .fraction,
            "scalars of later copies of runs of \(length) words, without overlap / scalars of the text; "
                + "words are joined without a space, so that \"ab c\" equals \"a bc\""
        ) { fraction($0.datatrove.repeatCharacterCounts[length - 5], of: $0.characters.count) }
    }

private func counts(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (DatatroveTally) -> Double?
) -> Signal {
    Signal(name: "datatrove_" + id, unit: unit, summary: summary, source: quality, needs: .datatroveQuality) {
        measure($0.datatrove)
    }
}

private let words: [Signal] = [
    counts("word_count", .count, "words between white space") { Double($0.wordCount) },
    counts(
        "non_symbol_word_count", .count,
        "words with a character that is not datatrove's punctuation; the bounds on document length are on these"
    ) { Double($0.nonSymbolWordCount) },
    counts(
        "mean_word_length", .characters,
        "scalars of words that are not only punctuation / these words; null without such words"
    ) { fraction($0.nonSymbolCharacterCount, of: $0.nonSymbolWordCount) },
    counts("hash_to_word_ratio", .ratio, "number signs / words; null without words") {
        fraction($0.hashCount, of: $0.wordCount)
    },
    counts(
        "ellipsis_to_word_ratio", .ratio, "triples of full stops and … / words; null without words"
    ) { fraction($0.ellipsisCount, of: $0.wordCount) },
    counts("alpha_word_ratio", .fraction, "words with a letter of any script / words; null without words") {
        fraction($0.alphabeticWordCount, of: $0.wordCount)
    },
    counts(
        "stop_word_count", .count,
        "how many of the, be, to, of, and, that, have, with stand in the text as words, case-sensitive; at most 8"
    ) { Double($0.distinctStopWordCount) },
]

private let lines: [Signal] = [
    counts(
        "bullet_line_ratio", .fraction,
        "lines that begin, white space passed over, with • or - / lines of any line end, blank ones included; "
            + "null without lines"
    ) { fraction($0.bulletLineCount, of: $0.splitLineCount) },
    counts(
        "ellipsis_line_ratio", .fraction,
        "lines that end, white space passed over, with … or three full stops / lines, blank ones included; "
            + "null without lines"
    ) { fraction($0.ellipsisLineCount, of: $0.splitLineCount) },
]
