import Tamis

/// What a report says of one document.
public struct DocumentRow: Sendable {
    /// The document's id.
    public let id: String
    /// Where it was published; nil where that is not known.
    public let site: String?
    /// What became of it.
    package let outcome: Summary.Outcome
    /// The id of the document that stays for it; nil where it goes for no other one.
    public let duplicateOf: String?
    /// Characters of the text as it came.
    public let characterCount: Int
    /// Characters that the rules cut, in the order of `Rule.all`.
    public let cutCharacterCounts: [Int]
    /// Its repeats before cleaning.
    public let duplicates: DuplicateTally
    /// The signals before cleaning.
    public let before: SignalValues
    /// The signals after cleaning; none of a document that goes.
    public let after: SignalValues
    /// What the text violates as it leaves; nil where no profile was asked for or another document stays for it.
    public let violations: [Violation]?
    /// What the page about the corpus shows of it; nil where none is made.
    package let sample: DocumentSample?

    init(
        _ cleaned: CleanedDocument, _ end: DocumentOutcome?, _ outcome: Summary.Outcome, _ duplicates: DuplicateTally,
        cuts: [Int], isSampled: Bool
    ) {
        let document = cleaned.document
        id = document.id
        site = document.site
        self.outcome = outcome
        duplicateOf = end?.duplication?.survivor
        characterCount = document.utf8.count { $0 & 0xC0 != 0x80 }
        cutCharacterCounts = cuts
        self.duplicates = duplicates
        before = cleaned.before
        after = outcome == .removed ? .none : cleaned.after
        violations = end?.duplication == nil ? cleaned.violations : nil
        guard isSampled else {
            sample = nil
            return
        }
        let isRemoved = outcome == .removed
        let isDuplicate = end?.duplication != nil
        sample = DocumentSample(
            document, outcome: outcome, findings: isRemoved && !isDuplicate ? [] : cleaned.findings,
            duplicates: duplicates,
            remainingDuplicates: isRemoved ? DuplicateTally() : cleaned.remainingDuplicates ?? duplicates,
            characterCount: characterCount, cutCharacterCount: isRemoved ? characterCount : cuts.reduce(0, +),
            cluster: end.map { ($0.clusterID, $0.clusterSize, $0.duplication?.similarity) })
    }

    /// Characters that all rules cut.
    public var cutCharacterCount: Int { cutCharacterCounts.reduce(0, +) }
}
