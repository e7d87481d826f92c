extension Profile {
    /// The rules by which C4 drops documents.
    static let c4 = Profile(
        name: "c4", summary: "C4's rules for whole documents; the rule c4-lines cuts the lines that C4 drops",
        source: "Raffel et al. 2020 (C4), section 2.2",
        bounds: [
            Bound(name: "lorem_ipsum", signal: "c4_lorem_ipsum_count", side: .atMost, limit: 0),
            Bound(name: "curly_bracket", signal: "c4_curly_bracket_count", side: .atMost, limit: 0),
            Bound(name: "too_few_sentences", signal: "c4_sentence_count", side: .atLeast, limit: 5),
        ],
        family: "c4")

    /// FineWeb's own filter, which comes after those of Gopher and C4.
    static let fineweb = Profile(
        name: "fineweb",
        summary: "FineWeb's quality filter, which the corpus applies after the rules of Gopher and C4",
        source: "Penedo et al. 2024 (FineWeb)",
        bounds: bounds(
            of: "fineweb",
            [
                ("line_punct_ratio", .atLeast, 0.12), ("short_line_ratio", .atMost, 0.67),
                ("char_dup_ratio", .atMost, 0.01), ("list_ratio", .atMost, 0.3),
            ]),
        family: "fineweb")

    /// RedPajama-V2's signals, for which no bounds were published.
    static let redpajama = Profile(
        name: "redpajama", summary: "RedPajama-V2's signals, published without bounds: for reports",
        source: "Weber et al. 2024 (RedPajama-V2)", bounds: [], family: "rps")
}
