/// Why a document goes, and for which one.
public struct Removal: Sendable, Equatable {
    /// The rule that is credited.
    public let rule: Rule
    /// The rank of the document that stays.
    public let survivor: UInt32
    /// 1 for an exact copy, Jaccard for a near duplicate, containment for a contained document.
    ///
    /// Where the partner went as well, the similarity to the partner: it led to the survivor.
    public let similarity: Double

    /// The rules that take whole documents.
    public enum Rule: String, Sendable, CaseIterable {
        /// The cleaned text has the exact key of another document.
        case duplicate = "duplicate-document"
        /// Most shingles of both are the same.
        case nearDuplicate = "near-duplicate-document"
        /// Most shingles stand in a longer document.
        case contained = "contained-document"
        /// The document that stays is in the index of earlier runs.
        case seenBefore = "seen-before"
    }
}
