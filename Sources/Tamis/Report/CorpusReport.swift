/// What a page about a corpus shows, gathered document by document; bounded but for the number of sources.
package struct CorpusReport: Sendable {
    /// Repeats before cleaning.
    package private(set) var before = DuplicateTally()
    /// Repeats after it.
    package private(set) var after = DuplicateTally()
    /// Documents among documents, before: a copy is one that goes for another one.
    package private(set) var documents = DuplicateTally.Level()
    /// Documents among documents, after.
    package private(set) var remainingDocuments = DuplicateTally.Level()
    /// Examples of what each rule takes.
    package private(set) var cuts = CutSamples()
    /// The lines with most copies.
    package private(set) var lines = FrequentLines()
    /// The largest clusters.
    package private(set) var clusters = ClusterSamples()
    /// What each source loses.
    package private(set) var sources = SourceTallies()

    /// The report of no documents.
    package init() {}

    /// The report of documents that were sampled elsewhere.
    package init(
        before: DuplicateTally, after: DuplicateTally, documents: DuplicateTally.Level,
        remainingDocuments: DuplicateTally.Level, cuts: [CutSample], lines: FrequentLines, clusters: [ClusterMember],
        sources: [SourceTally]
    ) {
        (self.before, self.after) = (before, after)
        (self.documents, self.remainingDocuments, self.lines) = (documents, remainingDocuments, lines)
        for cut in cuts { self.cuts.add(cut) }
        for member in clusters { self.clusters.add(member) }
        for source in sources { self.sources.add(source) }
    }

    /// Adds a document of a source.
    package mutating func add(_ sample: DocumentSample, source: String) {
        before.add(sample.duplicates)
        after.add(sample.remainingDuplicates)
        let isCopy = sample.outcome == .removed && sample.cluster != nil
        documents.add(level(sample, isCopy: isCopy, isMember: sample.cluster != nil))
        if sample.outcome != .removed { remainingDocuments.add(level(sample, isCopy: false, isMember: false)) }
        for cut in sample.cuts { cuts.add(cut) }
        for line in sample.lines { lines.add(line) }
        if let member = sample.cluster { clusters.add(member) }
        sources.add(sample, source: source)
    }

    /// Adds the report of other documents of the same run.
    package mutating func merge(_ other: CorpusReport) {
        before.add(other.before)
        after.add(other.after)
        documents.add(other.documents)
        remainingDocuments.add(other.remainingDocuments)
        cuts.merge(other.cuts)
        lines.merge(other.lines)
        clusters.merge(other.clusters)
        sources.merge(other.sources)
    }

    private func level(_ sample: DocumentSample, isCopy: Bool, isMember: Bool) -> DuplicateTally.Level {
        var level = DuplicateTally.Level()
        level.count = 1
        level.characterCount = sample.characterCount
        if isCopy { (level.excessCount, level.excessCharacterCount) = (1, sample.characterCount) }
        if isMember { (level.memberCount, level.memberCharacterCount) = (1, sample.characterCount) }
        return level
    }
}
