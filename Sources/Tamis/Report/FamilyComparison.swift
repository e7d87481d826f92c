/// A question that several families answer, each by its own definition: a row of a table.
package struct FamilyComparison: Sendable {
    /// What is asked.
    package let question: String
    /// The signals that answer it, the core's first.
    package let signals: [String]
    /// Why the answers differ, in one sentence.
    package let reason: String

    /// Every question.
    package static let all: [FamilyComparison] = [
        FamilyComparison(
            question: "How much of the text are repeated lines?",
            signals: [
                "excess_line_fraction", "member_line_fraction", "gopher_dup_line_frac", "datatrove_dup_line_frac",
                "dolma_fraction_of_duplicate_lines", "excess_line_char_fraction",
                "gopher_dup_line_char_frac", "datatrove_dup_line_char_frac",
                "dolma_fraction_of_characters_in_duplicate_lines", "fineweb_char_dup_ratio", "nemo_repeated_lines",
                "nemo_repeated_lines_char",
            ],
            reason:
                "Excess, datatrove and fineweb count later copies, member, gopher and dolma the first one too, and dolma counts "
                + "blank lines as copies of each other; the core's lines are equal but for case and "
                + "white space, and shares of characters are of all lines' characters, in datatrove of the whole text, in dolma of the words; "
                + "nemo gives the part that stays."
        ),
        FamilyComparison(
            question: "How much of the text are repeated paragraphs?",
            signals: [
                "excess_paragraph_fraction", "member_paragraph_fraction", "gopher_dup_para_frac",
                "datatrove_dup_para_frac",
                "excess_paragraph_char_fraction", "gopher_dup_para_char_frac", "datatrove_dup_para_char_frac",
                "nemo_repeated_paragraphs", "nemo_repeated_paragraphs_char",
            ],
            reason:
                "For datatrove, gopher and nemo only blank lines part paragraphs; for the core each line is one unless the text is "
                + "hard-wrapped; nemo gives the part that stays."),
        FamilyComparison(
            question: "How many words are there?",
            signals: [
                "word_count", "gopher_word_count", "datatrove_word_count", "datatrove_non_symbol_word_count",
                "dolma_word_count", "nemo_word_count", "rps_doc_word_count",
            ],
            reason:
                "The core and gopher cut by UAX #29 and leave out what has no letter or digit; the others cut at white space, so "
                + "that a dash is a word and a sentence in Chinese is one."),
        FamilyComparison(
            question: "How long is a word?",
            signals: [
                "mean_word_length", "gopher_mean_word_length", "datatrove_mean_word_length", "dolma_median_word_length",
                "nemo_mean_word_length", "rps_doc_mean_word_length",
            ],
            reason:
                "A word between white space takes its punctuation with it, RedPajama strips ASCII punctuation first, and dolma "
                + "gives the median."),
        FamilyComparison(
            question: "How many symbols are there to a word?",
            signals: [
                "gopher_symbol_to_word_ratio", "datatrove_hash_to_word_ratio", "datatrove_ellipsis_to_word_ratio",
                "dolma_symbol_to_word_ratio", "nemo_symbol_to_word", "rps_doc_symbol_to_word_ratio",
            ],
            reason:
                "Datatrove gives number signs and ellipses apart, dolma counts words that hold one, nemo words that are one, and RedPajama counts "
                + "punctuation among the words."),
        FamilyComparison(
            question: "Do lines end like sentences?",
            signals: [
                "terminal_punctuation_line_fraction", "fineweb_line_punct_ratio", "c4_kept_line_frac",
                "nemo_punctuation",
            ],
            reason:
                "FineWeb looks at the very last character, the core passes over closing quotes and white space, and C4 "
                + "knows five marks of English, counts blank lines and asks for three words too; nemo gives the lines that do not."
        ),
        FamilyComparison(
            question: "How many lines are short?", signals: ["short_line_fraction", "fineweb_short_line_ratio"],
            reason: "Both take 30 characters for short; FineWeb counts the white space at the ends of a line."),
        FamilyComparison(
            question: "How many lines are list items?",
            signals: [
                "bullet_line_fraction", "gopher_bullet_line_ratio", "datatrove_bullet_line_ratio",
                "dolma_fraction_of_lines_starting_with_bullet_point", "nemo_bullet_ratio",
            ],
            reason:
                "The core knows more bullets and leaves blank lines out; datatrove takes a minus sign before a word for a "
                + "bullet."),
        FamilyComparison(
            question: "How much do runs of five words repeat?",
            signals: [
                "excess_word_5gram_char_fraction", "gopher_dup_5_gram", "rps_doc_frac_chars_dupe_5grams",
                "datatrove_dup_5_gram", "dolma_fraction_of_characters_in_duplicate_5grams", "nemo_repeating_dup_5gram",
            ],
            reason:
                "The core counts later copies and divides by the characters of all words; gopher and RedPajama count the first "
                + "copy too; dolma counts each run in full where runs overlap; datatrove divides by those of the whole text with its white "
                + "space, and datatrove skips five words after each repeated run; nemo counts each word of later copies once."
        ),
    ]
}
