extension SignalFamily {
    /// NeMo Curator's heuristic filters, defects included.
    ///
    /// Not computed, as they are not in the published configuration: `PornographicUrls`, `TokenCount`, `Substring`,
    /// `Histogram` and the filters of code.
    public static let nemo = SignalFamily(
        name: "nemo",
        summary:
            "NeMo Curator's heuristic filters for English: words between white space, in Chinese and Japanese too; "
            + "repeated_… are the part that stays, so that 1 is best",
        signals: characters + words + lines + runs)
}

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (TextMeasures) -> Double?
) -> Signal {
    Signal(
        name: "nemo_" + id, unit: unit, summary: summary, source: "NVIDIA NeMo Curator, heuristic_filter.py",
        needs: .nemo, measure: measure)
}

private func ofText(
    _ id: String, _ summary: String, _ count: @escaping @Sendable (TextMeasures) -> Int
) -> Signal {
    row(id, .fraction, summary + " / scalars of the text; null for empty text") {
        fraction(count($0), of: $0.characters.count)
    }
}

private let characters: [Signal] = [
    ofText("alpha_numeric", "scalars that are not A-Z, a-z, 0-9, line feed, ?, !, comma or full stop") {
        $0.characters.count - $0.nemo.alphanumericCount
    },
    ofText("numbers_ratio", "digits 0 to 9") { $0.nemo.digitCount },
    ofText(
        "urls_ratio",
        "scalars of http:// or https:// and the ASCII letters, digits, ! and all between $ and _ that follow"
    ) { $0.nemo.addressCharacterCount },
    ofText("white_space", "tabs, line feeds, carriage returns, backspaces and blanks") { $0.nemo.whitespaceCount },
    ofText("parentheses_ratio", "{ } ⟨ ⟩ [ ] ( )") { $0.nemo.bracketCount },
]

private let words: [Signal] = [
    row("word_count", .count, "words between white space") { Double($0.nemo.wordCount) },
    row("mean_word_length", .characters, "scalars of the words / words; null without words") {
        fraction($0.nemo.wordCharacterCount, of: $0.nemo.wordCount)
    },
    row("max_word_length", .characters, "scalars of the longest word; null without words") {
        $0.nemo.wordCount == 0 ? nil : Double($0.nemo.longestWordCharacterCount)
    },
    row(
        "symbol_to_word", .fraction,
        "words that are an ellipsis, or that have more runs of # than half their scalars / words: # but not ##; "
            + "null without words"
    ) { fraction($0.nemo.symbolWordCount, of: $0.nemo.wordCount) },
    row("words_without_alphabets", .fraction, "words with a letter / words, despite the name; null without words") {
        fraction($0.nemo.alphabeticWordCount, of: $0.nemo.wordCount)
    },
    row(
        "common_english_words", .count,
        "occurrences of the, be, to, of, and, that, have, with as words, case-sensitive; the count stops at 2"
    ) { Double(min($0.nemo.stopWordCount, 2)) },
]

private let lines: [Signal] = [
    row(
        "bullet_ratio", .fraction,
        "lines that begin, white space passed over, with one of twelve bullets, * and - not among them / lines that are "
            + "not blank; null without lines"
    ) { fraction($0.nemo.bulletLineCount, of: $0.nemo.lines.count) },
    row(
        "punctuation", .fraction,
        "lines that do not end, white space passed over, in . ? ! \" or ' / lines that are not blank; null without lines"
    ) { fraction($0.nemo.openLineCount, of: $0.nemo.lines.count) },
    row(
        "ellipsis", .fraction,
        "lines that end, white space passed over, in ..., …, [...], […], (...), -», read more or read more.. / lines that "
            + "are not blank; null without lines"
    ) { fraction($0.nemo.ellipsisLineCount, of: $0.nemo.lines.count) },
    row(
        "boilerplate_string_ratio", .fraction,
        "paragraphs that hold one of twelve phrases of policies and cookie notices / paragraphs: pieces between two line "
            + "feeds, blank ones included; 1 where one holds lorem ipsum; null for empty text"
    ) { measures in
        guard measures.characters.count > 0 else { return nil }
        return measures.nemo.hasLoremIpsum
            ? 1 : fraction(measures.nemo.policyParagraphCount, of: measures.nemo.paragraphs.count)
    },
    row("repeated_lines", .fraction, "different lines / lines that are not blank; null without lines") {
        remaining($0.nemo.lines)
    },
    row(
        "repeated_lines_char", .fraction,
        "scalars of the different lines / scalars of lines that are not blank; null without lines"
    ) { remainingCharacters($0.nemo.lines) },
    row(
        "repeated_paragraphs", .fraction,
        "different paragraphs / paragraphs: pieces between two line feeds, blank ones included; null for empty text"
    ) { $0.characters.count == 0 ? nil : remaining($0.nemo.paragraphs) },
    row(
        "repeated_paragraphs_char", .fraction,
        "scalars of the different paragraphs / scalars of paragraphs; null where these are empty"
    ) { remainingCharacters($0.nemo.paragraphs) },
]

/// The part of the segments that stays without later copies.
private func remaining(_ level: DuplicateTally.Level) -> Double? {
    fraction(level.count - level.excessCount, of: level.count)
}

/// The part of their characters that stays without later copies.
private func remainingCharacters(_ level: DuplicateTally.Level) -> Double? {
    fraction(level.characterCount - level.excessCharacterCount, of: level.characterCount)
}

private let runs: [Signal] =
    (2...4).map { length in
        row(
            "repeating_top_\(length)grams", .fraction,
            "scalars of all places where the most frequent run of \(length) words stands with one blank between words, also "
                + "inside of longer words / scalars of the text; of equally frequent runs the first, where the original takes "
                + "any; a run that stands once counts; 1 with fewer words, null without"
        ) { measures in
            guard measures.nemo.wordCount > 0 else { return nil }
            return measures.nemo.topCharacterCounts[length - 2].map { fraction($0, of: measures.characters.count) } ?? 1
        }
    }
    + (5...10).map { length in
        row(
            "repeating_dup_\(length)gram", .fraction,
            "scalars of the words in later copies of runs of \(length) words, each word once, with a scalar for each space "
                + "between them / scalars of the text; 1 with fewer words, null without"
        ) { measures in
            guard measures.nemo.wordCount > 0 else { return nil }
            return measures.nemo.repeatCharacterCounts[length - 5].map { fraction($0, of: measures.characters.count) }
                ?? 1
        }
    }
