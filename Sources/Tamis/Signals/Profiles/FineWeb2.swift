extension Profile {
    /// FineWeb2's filter, whose limits depend on the language.
    static let fineweb2 = Profile(
        name: "fineweb2",
        summary: "FineWeb2's quality filter with limits for each language; those for French where there are none. "
            + "The corpus has words of a tokenizer for each language, which matters in Chinese and Japanese",
        source: "Penedo et al. 2025 (FineWeb2), configs/fra_Latn.yml and those of the other languages",
        bounds: limits("fr", 0.1, 0.185, isDefault: true)
            + published.flatMap { limits($0.language, $0.linePunctuation, $0.list) },
        family: "fineweb")

    /// The least part of lines with a mark at the end, and the greatest ratio of line feeds to words.
    private static let published: [(language: String, linePunctuation: Double, list: Double)] = [
        ("de", 0, 0.152), ("es", 0.182, 0.138), ("it", 0.025, 0.2), ("ja", 0.096, 0.13), ("nl", 0.102, 0.154),
        ("pt", 0.077, 0.186), ("ru", 0.231, 0.139), ("zh", 0.106, 0.178),
    ]

    private static func limits(
        _ language: String, _ linePunctuation: Double, _ list: Double, isDefault: Bool = false
    ) -> [Bound] {
        let rows: [(String, Bound.Side, Double)] = [
            ("line_punct_ratio", .atLeast, linePunctuation), ("char_dup_ratio", .atMost, 0.1),
            ("list_ratio", .atMost, list),
        ]
        return rows.map { id, side, limit in
            Bound(
                name: isDefault ? id : "\(language).\(id)", signal: "fineweb_" + id, side: side, limit: limit,
                language: isDefault ? nil : language)
        }
    }
}
