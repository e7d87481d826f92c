extension SignalFamily {
    /// RedPajama-V2's signals under their own names, defects included.
    ///
    /// Not computed, as they need models or lists that are not part of Tamis: `ccnet_…`, `rps_doc_ml_…`,
    /// `rps_doc_…_importance`, `rps_doc_ldnoobw_words`, `rps_doc_stop_word_fraction` and `rps_doc_ut1_blacklist`.
    public static let redPajama = SignalFamily(
        name: "rps",
        summary: "RedPajama-V2: words without ASCII punctuation, in lower case, decomposed; not rounded to 8 digits",
        signals: normalized + runs + raw + redPajamaLineSignals)
}

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, _ measure: @escaping @Sendable (RedPajamaTally) -> Double?
) -> Signal {
    Signal(
        name: "rps_doc_" + id, unit: unit, summary: summary, source: "Weber et al. 2024 (RedPajama-V2)",
        needs: .redPajama
    ) { measure($0.redPajama) }
}

private let normalized: [Signal] = [
    row("word_count", .count, "normalised words") { Double($0.wordCount) },
    row("mean_word_length", .characters, "scalars of the normalised words / words; null without words") {
        fraction($0.wordCharacterCount, of: $0.wordCount)
    },
    row("frac_unique_words", .fraction, "different normalised words / words; null without words") {
        fraction($0.distinctWordCount, of: $0.wordCount)
    },
    row("unigram_entropy", .nats, "-sum of p ln p over the different normalised words; null without words") {
        $0.entropy
    },
    row(
        "lorem_ipsum", .fraction,
        "occurrences of lorem ipsum / scalars of the normalised text, so never near 1; 0, not null, where it is empty"
    ) { fraction($0.loremIpsumCount, of: $0.normalizedCharacterCount) ?? 0 },
]

private let runs: [Signal] =
    (2...4).map { length in
        row(
            "frac_chars_top_\(length)gram", .ratio,
            "scalars of the words of the most frequent run of \(length) normalised words, times its copies / scalars of "
                + "all words; overlapping copies count in full; 0 where it stands once"
        ) { fraction($0.topCharacterCounts[length - 2], of: $0.wordCharacterCount) ?? 0 }
    }
    + (5...10).map { length in
        row(
            "frac_chars_dupe_\(length)grams", .fraction,
            "scalars of the words in any copy of a repeated run of \(length) normalised words, each word once / scalars of "
                + "all words; 0, not null, without words"
        ) { fraction($0.repeatCharacterCounts[length - 5], of: $0.wordCharacterCount) ?? 0 }
    }

private let raw: [Signal] = [
    row("num_sentences", .count, "matches of \\b[^.!?]+[.!?]*") { Double($0.sentenceCount) },
    row("symbol_to_word_ratio", .ratio, "#, triples of full stops and … / raw words; null without words") {
        fraction($0.symbolCount, of: $0.rawWordCount)
    },
    row(
        "frac_lines_end_with_ellipsis", .fraction,
        "lines between line feeds that end, white space passed over, in … or three full stops / lines, blank ones "
            + "included; null without lines"
    ) { fraction($0.ellipsisLineCount, of: $0.lineCount) },
    row(
        "frac_no_alph_words", .fraction,
        "raw words (\\w+|[^\\w\\s]+, so punctuation too) without a letter A-Z / raw words: 1 for Cyrillic; "
            + "null without words"
    ) { fraction($0.rawWordCount - $0.latinWordCount, of: $0.rawWordCount) },
    row("frac_all_caps_words", .fraction, "raw words in upper case / raw words; null without words") {
        fraction($0.upperCaseWordCount, of: $0.rawWordCount)
    },
    row("curly_bracket", .fraction, "{ and } / scalars of the text; 0, not null, where it is empty") {
        fraction($0.bracketCount, of: $0.characterCount) ?? 0
    },
]
