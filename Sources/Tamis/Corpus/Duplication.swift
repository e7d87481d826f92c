/// Why a whole document goes: another one that stays says the same.
public struct Duplication: Sendable, Equatable {
    /// The rule that is credited.
    public let rule: Removal.Rule
    /// The id of the document that stays.
    public let survivor: String
    /// How similar they are, 0 to 1: see `Removal.similarity`.
    public let similarity: Double

    /// Makes it of its parts.
    public init(rule: Removal.Rule, survivor: String, similarity: Double) {
        self.rule = rule
        self.survivor = survivor
        self.similarity = similarity
    }
}
