// What a report shows of a corpus is gathered document by document, and each document gives little:
//
//     cuts      one per rule, with what stands around it
//     lines     each distinct line once, with its copies and how many of them go
//     cluster   the text's beginning, where other documents are like it
//
// Which samples are shown is decided by hashes and counts, so the same documents give the same report.

/// What a report keeps of one document.
package struct DocumentSample: Sendable {
    /// The document's id.
    package let id: String
    /// What became of it.
    package let outcome: Summary.Outcome
    /// Its characters as it came.
    package let characterCount: Int
    /// Those that go.
    package let cutCharacterCount: Int
    /// Its repeats as it came.
    package let duplicates: DuplicateTally
    /// Its repeats as it leaves.
    package let remainingDuplicates: DuplicateTally
    /// A cut by each rule that made one.
    package let cuts: [CutSample]
    /// Its distinct lines.
    package let lines: [CopiedLine]
    /// Its place among documents that are like it; nil where there are none.
    package let cluster: ClusterMember?

    /// Takes the samples of a document; linear in its text.
    ///
    /// - Parameters:
    ///   - findings: What goes, ascending.
    ///   - cluster: The id of the document of its cluster that stays, how many documents that holds, and the similarity to
    ///     it, nil for that one; nil where no other document is like it.
    package init(
        _ document: Document, outcome: Summary.Outcome, findings: [Finding], duplicates: DuplicateTally,
        remainingDuplicates: DuplicateTally, characterCount: Int, cutCharacterCount: Int,
        cluster: (id: String, size: Int, similarity: Double?)?
    ) {
        id = document.id
        self.outcome = outcome
        self.characterCount = characterCount
        self.cutCharacterCount = cutCharacterCount
        self.duplicates = duplicates
        self.remainingDuplicates = remainingDuplicates
        cuts = CutSample.samples(of: findings, in: document)
        lines = CopiedLine.lines(of: document, findings)
        self.cluster = cluster.map { ClusterMember(document, id: $0.id, size: $0.size, similarity: $0.similarity) }
    }
}

extension [UInt8] {
    /// The bytes of `range`, at most `limit` of them; what is cut through at an end is left out.
    func excerpt(_ range: ByteRange, limit: Int, fromEnd: Bool = false) -> [UInt8] {
        let range = range.clamped(to: 0..<count)
        guard range.count > limit else { return Array(self[range]) }
        var lower = fromEnd ? range.upperBound - limit : range.lowerBound
        var upper = fromEnd ? range.upperBound : range.lowerBound + limit
        while fromEnd, lower < upper, self[lower] & 0xC0 == 0x80 { lower += 1 }
        while !fromEnd, upper > lower, upper < count, self[upper] & 0xC0 == 0x80 { upper -= 1 }
        return Array(self[lower..<upper])
    }
}
