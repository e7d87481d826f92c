/// What one rule found in the text it was given.
public struct Match: Sendable {
    /// The bytes, as offsets into the text of the rule's context.
    public let range: ByteRange
    /// What to put in their place; always shorter than what it replaces, so that cleaning comes to an end.
    public let replacement: [UInt8]
    /// Why.
    public let evidence: Evidence
    /// Why it is left alone all the same, or nil where it goes.
    public let sparedBecause: String?

    /// A cut.
    static func cut(_ range: ByteRange, _ evidence: Evidence) -> Match {
        Match(range: range, replacement: [], evidence: evidence, sparedBecause: nil)
    }

    /// A replacement.
    static func replace(_ range: ByteRange, by replacement: [UInt8], _ evidence: Evidence) -> Match {
        Match(range: range, replacement: replacement, evidence: evidence, sparedBecause: nil)
    }

    /// Something a guard keeps.
    static func spared(_ range: ByteRange, _ evidence: Evidence, because reason: String) -> Match {
        Match(range: range, replacement: [], evidence: evidence, sparedBecause: reason)
    }
}
