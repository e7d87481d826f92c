extension SignalFamily {
    /// Tamis's own definitions: words by UAX #29, lengths in Unicode scalars, one unit above and below the line.
    public static let core = SignalFamily(
        name: "core",
        summary: "UAX #29 words, lengths in Unicode scalars, numerator and denominator in one unit",
        signals: sizes + vocabulary + repeats + characterKinds + lineShapes)
}

private let ours = "Tamis"

private let sizes: [Signal] = [
    Signal(
        name: "char_count", unit: .characters,
        summary: "Unicode scalars of the text; a byte that is not UTF-8 counts as one",
        source: ours, needs: .characters
    ) { Double($0.characters.count) },
    Signal(
        name: "word_count", unit: .count,
        summary: "words with a letter or digit; single characters in scripts without spaces",
        source: "Unicode UAX #29", needs: .words
    ) { Double($0.words.count) },
    Signal(
        name: "line_count", unit: .count, summary: "lines that are not blank",
        source: ours, needs: .lines
    ) { Double($0.duplicates.lines.count) },
    Signal(
        name: "paragraph_count", unit: .count,
        summary: "paragraphs: blocks between blank lines in hard-wrapped text, otherwise lines that are not blank",
        source: ours, needs: .paragraphs
    ) { Double($0.duplicates.paragraphs.count) },
    Signal(
        name: "sentence_count", unit: .count, summary: "sentences, with a guard for abbreviations",
        source: "Unicode UAX #29", needs: .sentences
    ) { Double($0.duplicates.sentences.count) },
    Signal(
        name: "mean_word_length", unit: .characters, summary: "scalars of all words / words; null without words",
        source: "Rae et al. 2021 (Gopher)", needs: .words
    ) { fraction($0.words.characterCount, of: $0.words.count) },
    Signal(
        name: "mean_line_length", unit: .characters,
        summary: "scalars of all lines without their line ends / lines; blank lines left out; null without lines",
        source: ours, needs: .lines
    ) { fraction($0.duplicates.lines.characterCount, of: $0.duplicates.lines.count) },
]

private let vocabulary: [Signal] = [
    Signal(
        name: "unique_word_fraction", unit: .fraction,
        summary: "different words (near folding: case and accents apart) / words; null without words",
        source: "Weber et al. 2024 (RedPajama-V2)", needs: .vocabulary
    ) { fraction($0.words.distinctCount, of: $0.words.count) },
    Signal(
        name: "unigram_entropy", unit: .nats,
        summary: "-sum of p ln p over the different words, p = copies of the word / words; null without words",
        source: "Weber et al. 2024 (RedPajama-V2)", needs: .vocabulary
    ) { $0.words.entropy },
    distinct(2) { $0.runs2 },
    distinct(5) { $0.runs5 },
    distinct(20) { $0.runs20 },
    Signal(
        name: "stop_word_fraction", unit: .fraction,
        summary:
            "words on Tamis's list of function words for the document's language (en, de, fr, es, it, pt, nl, ru, zh, "
            + "ja) / words; without one the script decides, Latin being English; null without words",
        source: "Rae et al. 2021 (Gopher)", needs: .vocabulary
    ) { fraction($0.words.stopWordCount, of: $0.words.count) },
]

private let repeats: [Signal] =
    copies("line", needs: .lines) { $0.lines }
    + copies("paragraph", needs: .paragraphs) { $0.paragraphs }
    + copies("sentence", needs: .sentences) { $0.sentences }
    + [
        Signal(
            name: "excess_word_5gram_char_fraction", unit: .fraction,
            summary: "scalars of words in a later copy of a run of five words, each word once / scalars of all words; "
                + "null without words",
            source: "Rae et al. 2021 (Gopher)", needs: .wordRuns
        ) { fraction($0.words.excess5CharacterCount, of: $0.words.characterCount) }
    ]

private let characterKinds: [Signal] = [
    kind("digit_fraction", "decimal digits (general category Nd)") { $0.digitCount },
    kind("uppercase_fraction", "upper-case letters (property Uppercase)") { $0.uppercaseCount },
    kind("symbol_fraction", "symbols (general category Sm, Sc, Sk or So)") { $0.symbolCount },
    kind("non_ascii_fraction", "scalars above U+007F, and bytes that are not UTF-8") { $0.nonASCIICount },
    kind("whitespace_fraction", "white space, line ends included (property White_Space)") { $0.whitespaceCount },
    Signal(
        name: "markup_fraction", unit: .fraction,
        summary: "scalars in tags <...>, entities &...; and attributes name=\"...\" / scalars; null for an empty text",
        source: ours, needs: [.characters, .markup]
    ) { fraction($0.markupCharacterCount, of: $0.characters.count) },
]

private let lineShapes: [Signal] = [
    shape(
        "terminal_punctuation_line_fraction",
        "whose last scalar, closing quotes and brackets passed over, has the property Sentence_Terminal or is an ellipsis",
        source: "Raffel et al. 2020 (C4)"
    ) { $0.terminalCount },
    shape(
        "short_line_fraction", "of at most 30 scalars, white space at their ends not counted",
        source: "Penedo et al. 2024 (FineWeb)"
    ) { $0.shortCount },
    shape(
        "bullet_line_fraction", "that begin with a bullet, or with - * + or U+2013 before white space",
        source: "Rae et al. 2021 (Gopher)"
    ) { $0.bulletCount },
    shape(
        "ellipsis_line_fraction",
        "that end, closing quotes and brackets passed over, in U+2026 or three full stops",
        source: "Rae et al. 2021 (Gopher)"
    ) { $0.ellipsisCount },
    shape(
        "question_line_fraction",
        "whose last scalar, closing quotes and brackets passed over, is a question mark of any script",
        source: ours
    ) { $0.questionCount },
]

private func distinct(_ length: Int, _ runs: @escaping @Sendable (WordTally) -> WordTally.RunTally) -> Signal {
    Signal(
        name: "distinct_\(length)_fraction", unit: .fraction,
        summary: "different runs of \(length) words / runs of \(length) words; null with fewer words",
        source: "Li et al. 2016", needs: .wordRuns
    ) { fraction(runs($0.words).distinctCount, of: runs($0.words).count) }
}

/// Later copies and all copies of a kind of segment, by number and by characters.
private func copies(
    _ segment: String, needs: Measures, _ level: @escaping @Sendable (DuplicateTally) -> DuplicateTally.Level
) -> [Signal] {
    [("excess", "later copies"), ("member", "all copies, the first included,")].flatMap { reading, copies in
        let isExcess = reading == "excess"
        return [
            Signal(
                name: "\(reading)_\(segment)_fraction", unit: .fraction,
                summary: "\(copies) of repeated \(segment)s / \(segment)s; null without \(segment)s",
                source: "Rae et al. 2021 (Gopher)", needs: needs
            ) { isExcess ? level($0.duplicates).excessFraction : level($0.duplicates).memberFraction },
            Signal(
                name: "\(reading)_\(segment)_char_fraction", unit: .fraction,
                summary: "scalars of \(copies) of repeated \(segment)s / scalars of all \(segment)s; "
                    + "null without \(segment)s",
                source: "Rae et al. 2021 (Gopher)", needs: needs
            ) {
                isExcess ? level($0.duplicates).excessCharacterFraction : level($0.duplicates).memberCharacterFraction
            },
        ]
    }
}

private func kind(
    _ name: String, _ scalars: String, _ part: @escaping @Sendable (CharacterTally) -> Int
) -> Signal {
    Signal(
        name: name, unit: .fraction, summary: "\(scalars) / scalars; null for an empty text", source: ours,
        needs: .characters
    ) { fraction(part($0.characters), of: $0.characters.count) }
}

private func shape(
    _ name: String, _ lines: String, source: String, _ part: @escaping @Sendable (LineShapeTally) -> Int
) -> Signal {
    Signal(
        name: name, unit: .fraction, summary: "lines \(lines) / lines; blank lines left out; null without lines",
        source: source, needs: .lineShapes
    ) { fraction(part($0.lineShapes), of: $0.lineShapes.count) }
}
