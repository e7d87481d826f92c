extension Profile {
    /// Gopher's rules with dolma's signals.
    static let dolma = Profile(
        name: "dolma",
        summary: "Gopher's limits on dolma's signals; where lines are parted by blank ones, those alone may violate it",
        source: "Soldaini et al. 2024 (Dolma), limits of Rae et al. 2021 (Gopher)",
        bounds: [
            Bound(name: "min_word_count", signal: "dolma_word_count", side: .atLeast, limit: 50),
            Bound(name: "max_word_count", signal: "dolma_word_count", side: .atMost, limit: 100_000),
            Bound(name: "min_median_word_length", signal: "dolma_median_word_length", side: .atLeast, limit: 3),
            Bound(name: "max_median_word_length", signal: "dolma_median_word_length", side: .atMost, limit: 10),
        ]
            + bounds(
                of: "dolma",
                [
                    ("symbol_to_word_ratio", .atMost, 0.1),
                    ("fraction_of_words_with_alpha_character", .atLeast, 0.8), ("required_word_count", .atLeast, 2),
                    ("fraction_of_lines_starting_with_bullet_point", .atMost, 0.9),
                    ("fraction_of_lines_ending_with_ellipsis", .atMost, 0.3),
                    ("fraction_of_duplicate_lines", .atMost, 0.3),
                    ("fraction_of_characters_in_duplicate_lines", .atMost, 0.2),
                    ("fraction_of_characters_in_most_common_2grams", .atMost, 0.20),
                    ("fraction_of_characters_in_most_common_3grams", .atMost, 0.18),
                    ("fraction_of_characters_in_most_common_4grams", .atMost, 0.16),
                    ("fraction_of_characters_in_duplicate_5grams", .atMost, 0.15),
                    ("fraction_of_characters_in_duplicate_6grams", .atMost, 0.14),
                    ("fraction_of_characters_in_duplicate_7grams", .atMost, 0.13),
                    ("fraction_of_characters_in_duplicate_8grams", .atMost, 0.12),
                    ("fraction_of_characters_in_duplicate_9grams", .atMost, 0.11),
                    ("fraction_of_characters_in_duplicate_10grams", .atMost, 0.10),
                ]),
        family: "dolma")
}
