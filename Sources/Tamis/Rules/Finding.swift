/// One change to a document: which bytes, by which rule, and why.
public struct Finding: Sendable, Equatable {
    /// The name of the rule that is credited.
    public let rule: String
    /// The bytes of the document that change.
    public let range: ByteRange
    /// What stands in their place: nothing for a cut, one character for a repair.
    public let replacement: [UInt8]
    /// Why.
    public let evidence: Evidence

    /// Makes a finding of its parts.
    public init(rule: String, range: ByteRange, replacement: [UInt8], evidence: Evidence) {
        self.rule = rule
        self.range = range
        self.replacement = replacement
        self.evidence = evidence
    }
}

extension [Finding] {
    /// The findings by where they begin, which is how those of one round stand.
    var inAscendingOrder: [Finding] {
        let isAscending = indices.dropFirst().allSatisfy { self[$0 - 1].range.lowerBound <= self[$0].range.lowerBound }
        return isAscending ? self : sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

/// What a rule saw that made it act.
public enum Evidence: Sendable, Equatable {
    /// What the bytes are, in words.
    case debris(String)
    /// They repeat the bytes at this range, with this similarity from 0 to 1 (1 for an exact repeat).
    case repeats(ByteRange, similarity: Double)
    /// So many documents hold them, copies of one article counted once; the ids of up to three.
    case inDocuments(Int, first: [String])
    /// The document of this id, which stays, has the same bytes or is similar, from 0 to 1.
    case duplicates(document: String, similarity: Double)
}

/// Something a rule saw and left alone, with the guard that kept it.
public struct Spared: Sendable, Equatable {
    /// The rule that would have acted.
    public let rule: String
    /// The bytes it would have taken.
    public let range: ByteRange
    /// Why it would have.
    public let evidence: Evidence
    /// Why it did not, as the end of the sentence "kept because …".
    public let reason: String
}
