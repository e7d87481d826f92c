extension Profile {
    /// The repetition and quality rules for MassiveWeb.
    static let gopher = Profile(
        name: "gopher", summary: "repetition and quality rules of MassiveWeb, with the signals as DCLM computes them",
        source: "Rae et al. 2021 (Gopher), section A.1 and table A1",
        bounds: repetition("gopher") + quality, family: "gopher")

    /// RefinedWeb's rules for whole documents, which are Gopher's.
    static let refinedweb = Profile(
        name: "refinedweb",
        summary:
            "RefinedWeb's rules for whole documents: those of gopher, and no more than a twentieth of the words cut by the "
            + "rule refinedweb-lines, where that is switched on",
        source: "Penedo et al. 2023 (RefinedWeb), Li et al. 2024 (DCLM)",
        bounds: repetition("gopher") + quality + [
            Bound(
                name: "word_removal_ratio", signal: "refinedweb_word_removal_ratio", side: .atMost, limit: 0.05)
        ], family: "gopher")

    private static let quality = [
        Bound(name: "short_doc", signal: "gopher_word_count", side: .atLeast, limit: 50),
        Bound(name: "long_doc", signal: "gopher_word_count", side: .atMost, limit: 100_000),
        Bound(name: "below_avg_threshold", signal: "gopher_mean_word_length", side: .atLeast, limit: 3),
        Bound(name: "above_avg_threshold", signal: "gopher_mean_word_length", side: .atMost, limit: 10),
        Bound(name: "too_many_symbols", signal: "gopher_symbol_to_word_ratio", side: .atMost, limit: 0.1),
        Bound(name: "too_many_bullets", signal: "gopher_bullet_line_ratio", side: .atMost, limit: 0.9),
        Bound(name: "too_many_end_ellipsis", signal: "gopher_ellipsis_line_ratio", side: .atMost, limit: 0.3),
        Bound(name: "above_non_alpha_threshold", signal: "gopher_non_alpha_word_ratio", side: .atMost, limit: 0.2),
        Bound(name: "enough_stop_words", signal: "gopher_stop_word_count", side: .atLeast, limit: 2),
    ]

    /// The thirteen limits of table A1, for a family that has all of its signals.
    private static func repetition(_ family: String) -> [Bound] {
        bounds(
            of: family,
            [
                ("dup_line_frac", .atMost, 0.30), ("dup_para_frac", .atMost, 0.30),
                ("dup_line_char_frac", .atMost, 0.20), ("dup_para_char_frac", .atMost, 0.20),
                ("top_2_gram", .atMost, 0.20), ("top_3_gram", .atMost, 0.18), ("top_4_gram", .atMost, 0.16),
                ("dup_5_gram", .atMost, 0.15), ("dup_6_gram", .atMost, 0.14), ("dup_7_gram", .atMost, 0.13),
                ("dup_8_gram", .atMost, 0.12), ("dup_9_gram", .atMost, 0.11), ("dup_10_gram", .atMost, 0.10),
            ])
    }
}
