/// How many votes make a line a template, by the number of documents among which it is looked for.
///
/// These are the documents of the same site where the site is known, else all.
public struct TemplateThreshold: Sendable, Equatable {
    /// The fewest votes.
    public let voteCount: Int
    /// Whether the line must stand before or after the prose: so few documents prove little.
    public let isOnlyInZones: Bool

    /// From 1,000 documents on ten votes and 0.2 %; below five votes and 5 %.
    public init(populationCount: Int) {
        isOnlyInZones = populationCount < 1_000
        voteCount = isOnlyInZones ? max(5, (populationCount + 19) / 20) : max(10, (populationCount - 1) / 500 + 1)
    }
}
