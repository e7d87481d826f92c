extension Profile {
    /// NeMo Curator's filters for English.
    static let nemo = Profile(
        name: "nemo", summary: "NeMo Curator's heuristic filters with the limits for English",
        source: "NVIDIA NeMo Curator, config/heuristic_filter_en.yaml",
        bounds: bounds(
            of: "nemo",
            [
                ("alpha_numeric", .atMost, 0.25), ("symbol_to_word", .atMost, 0.1), ("numbers_ratio", .atMost, 0.15),
                ("urls_ratio", .atMost, 0.2), ("white_space", .atMost, 0.25), ("parentheses_ratio", .atMost, 0.1),
                ("boilerplate_string_ratio", .atMost, 0.4), ("repeated_lines", .atLeast, 0.7),
                ("repeated_paragraphs", .atLeast, 0.7), ("repeated_lines_char", .atLeast, 0.8),
                ("repeated_paragraphs_char", .atLeast, 0.8),
            ])
            + [
                Bound(name: "min_word_count", signal: "nemo_word_count", side: .atLeast, limit: 50),
                Bound(name: "max_word_count", signal: "nemo_word_count", side: .atMost, limit: 100_000),
            ]
            + bounds(
                of: "nemo",
                [
                    ("punctuation", .atMost, 0.85), ("words_without_alphabets", .atLeast, 0.8),
                    ("common_english_words", .atLeast, 2),
                ])
            + [
                Bound(name: "min_mean_word_length", signal: "nemo_mean_word_length", side: .atLeast, limit: 3),
                Bound(name: "max_mean_word_length", signal: "nemo_mean_word_length", side: .atMost, limit: 10),
            ]
            + bounds(
                of: "nemo",
                [
                    ("max_word_length", .atMost, 1000), ("ellipsis", .atMost, 0.3),
                    ("repeating_top_2grams", .atMost, 0.20), ("repeating_top_3grams", .atMost, 0.18),
                    ("repeating_top_4grams", .atMost, 0.16), ("repeating_dup_5gram", .atMost, 0.15),
                    ("repeating_dup_6gram", .atMost, 0.14), ("repeating_dup_7gram", .atMost, 0.13),
                    ("repeating_dup_8gram", .atMost, 0.12), ("repeating_dup_9gram", .atMost, 0.11),
                    ("repeating_dup_10gram", .atMost, 0.10), ("bullet_ratio", .atMost, 0.9),
                ]),
        family: "nemo")
}
