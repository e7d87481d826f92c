/// A question that several families answer, each by its own definition: a row of a table.
public struct FamilyComparison: Sendable {
    /// What is asked.
    public let question: String
    /// The signals that answer it, the core's first.
    public let signals: [String]
    /// Why the answers differ, in one sentence.
    public let reason: String

    /// Every question.
    public static let all: [FamilyComparison] = []
}
