extension Profile {
    /// datatrove's filter of Gopher's repetition rules; bounds have its reasons for names and stand in its order.
    static let datatroveRepetition = Profile(
        name: "datatrove-repetition", summary: "Gopher's repetition rules as datatrove's filter applies them",
        source: "datatrove 0.10.1 gopher_repetition_filter, limits of Rae et al. 2021 (Gopher), table A1",
        bounds: bounds(
            of: "datatrove",
            [
                ("dup_para_frac", .atMost, 0.30), ("dup_para_char_frac", .atMost, 0.20),
                ("dup_line_frac", .atMost, 0.30), ("dup_line_char_frac", .atMost, 0.20),
                ("top_2_gram", .atMost, 0.20), ("top_3_gram", .atMost, 0.18), ("top_4_gram", .atMost, 0.16),
            ])
            + [(5, 0.15), (6, 0.14), (7, 0.13), (8, 0.12), (9, 0.11), (10, 0.10)].map { length, limit in
                Bound(
                    name: "duplicated_\(length)_n_grams", signal: "datatrove_dup_\(length)_gram", side: .atMost,
                    limit: limit)
            },
        family: "datatrove")

    /// datatrove's filter of Gopher's quality rules; bounds have its reasons for names and stand in its order.
    static let datatroveQuality = Profile(
        name: "datatrove-quality", summary: "Gopher's quality rules as datatrove's filter applies them",
        source: "datatrove 0.10.1 gopher_quality_filter, limits of Rae et al. 2021 (Gopher)",
        bounds: [
            Bound(name: "gopher_short_doc", signal: "datatrove_non_symbol_word_count", side: .atLeast, limit: 50),
            Bound(name: "gopher_long_doc", signal: "datatrove_non_symbol_word_count", side: .atMost, limit: 100_000),
            Bound(name: "gopher_below_avg_threshold", signal: "datatrove_mean_word_length", side: .atLeast, limit: 3),
            Bound(name: "gopher_above_avg_threshold", signal: "datatrove_mean_word_length", side: .atMost, limit: 10),
            Bound(name: "gopher_too_many_hashes", signal: "datatrove_hash_to_word_ratio", side: .atMost, limit: 0.1),
            Bound(
                name: "gopher_too_many_ellipsis", signal: "datatrove_ellipsis_to_word_ratio", side: .atMost, limit: 0.1),
            Bound(name: "gopher_too_many_bullets", signal: "datatrove_bullet_line_ratio", side: .atMost, limit: 0.9),
            Bound(
                name: "gopher_too_many_end_ellipsis", signal: "datatrove_ellipsis_line_ratio", side: .atMost, limit: 0.3
            ),
            Bound(
                name: "gopher_below_alpha_threshold", signal: "datatrove_alpha_word_ratio", side: .atLeast, limit: 0.8),
            Bound(name: "gopher_enough_stop_words", signal: "datatrove_stop_word_count", side: .atLeast, limit: 2),
        ],
        family: "datatrove")
}
