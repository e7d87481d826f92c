import Tamis

/// What comparing the documents of a run came to.
public struct CorpusSummary: Sendable {
    /// Documents that were compared.
    public private(set) var documentCount = 0
    /// Documents that go, by rule, in the order of `Removal.Rule.allCases`.
    public private(set) var removedCounts = [Int](repeating: 0, count: Removal.Rule.allCases.count)
    /// Documents that stay and stand for others as well.
    public private(set) var clusterCount = 0
    /// How many documents the largest cluster holds; 1 where there is none.
    public private(set) var largestClusterSize = 1
    /// The id of the document that stays in the largest cluster, the first of them in ≺; empty where there is none.
    public private(set) var largestClusterID = ""
    /// Buckets so large that some of their pairs may have been missed.
    public private(set) var cappedBucketCount = 0
    /// What each source loses that loses a document, in the order in which sources came.
    public private(set) var losses: [SourceLoss] = []

    /// Nothing was compared.
    init() {}

    /// What merged parts of a run tell: documents were compared elsewhere.
    init(_ summary: Summary, _ report: CorpusReport?) {
        documentCount = summary.readCount - summary.rejectedCount
        removedCounts = Removal.Rule.allCases.map { rule in
            summary.rules.firstIndex(of: rule.rawValue).map { summary.findingCounts[$0] } ?? 0
        }
        guard let report else { return }
        clusterCount = max(0, report.documents.memberCount - report.documents.excessCount)
        guard let largest = report.clusters.largest.first else { return }
        (largestClusterSize, largestClusterID) = (largest.size, largest.id)
    }

    init(_ store: FingerprintStore, _ findings: DuplicateFindings) throws {
        cappedBucketCount = findings.cappedBucketCount
        let ranks = findings.ranks
        documentCount = store.columns.table.count
        var counts = [(documents: Int, removed: Int)](repeating: (0, 0), count: store.columns.sources.names.count)
        var largest: Int?
        for rank in ranks.indexCount..<UInt32(ranks.count) {
            guard let document = ranks.document(at: rank) else { continue }
            let source = store.columns.sources.source(of: document)
            counts[source].documents += 1
            if let removal = findings.survivors.removal(of: rank) {
                removedCounts[Removal.Rule.allCases.firstIndex(of: removal.rule) ?? 0] += 1
                counts[source].removed += 1
                continue
            }
            let size = findings.survivors.clusterSize(of: rank)
            if size > 1 { clusterCount += 1 }
            if size > largestClusterSize { (largestClusterSize, largest) = (size, document) }
        }
        if let largest { largestClusterID = String(decoding: try store.ids.read(largest), as: UTF8.self) }
        for (name, count) in zip(store.columns.sources.names, counts) where count.removed > 0 {
            losses.append(SourceLoss(source: name, documentCount: count.documents, removedCount: count.removed))
        }
    }

    /// Documents that go.
    public var removedCount: Int { removedCounts.reduce(0, +) }

    /// Documents that others are like: those that go, and those that stay for them.
    public var memberCount: Int { removedCount + clusterCount }

    /// Sources of 100 documents or more that lose more than half of them.
    public var largeLosses: [SourceLoss] { losses.filter { $0.exceeds(0.5) } }

    /// Why a run that may remove no more than `fraction` of all documents, or of a source, must stop; nil where it may go on.
    func refusal(maxRemovedFraction fraction: Double) -> InputError? {
        if Double(removedCount) > fraction * Double(documentCount) {
            return Self.refusal("\(removedCount) of \(documentCount) documents would be removed", fraction)
        }
        return losses.first { $0.exceeds(fraction) }.map { loss in
            Self.refusal(
                "\(loss.removedCount) of the \(loss.documentCount) documents of \(loss.source) would be removed",
                fraction)
        }
    }

    private static func refusal(_ what: String, _ fraction: Double) -> InputError {
        InputError(
            "\(what), more than --max-removed \(fraction) allows; nothing was written", file: "corpus",
            advice: "see --pairs FILE with --dry-run, or raise --max-removed")
    }
}
