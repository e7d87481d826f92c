/// How records stand in an input.
public enum InputFormat: String, Sendable, CaseIterable {
    /// A whole input is one document.
    case text
    /// A line is a record: one JSON object.
    case jsonl
}
