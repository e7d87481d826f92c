// Ten copies of one article share the footer k. Their smallest hashes are 4, save in two copies whose changed sentence hides
// that shingle under the first permutation:
//
//     k  permutation 0   4 9 17      three distinct
//     k  permutation 1   4           one
//     k  permutation 2   4           one       the least: one vote, far from a template
//     k  documents       0 1 2 …     the first three are evidence
//
// Under ten different articles each permutation has ten distinct hashes: ten votes.

/// A line that many documents share, and what proves it.
public struct Template: Sendable, Equatable {
    /// The template key, mixed with the site.
    public let key: UInt64
    /// How many documents vote for it, copies of one article counted once.
    public let voteCount: Int
    /// Whether it counts only before and after the prose.
    public let isOnlyInZones: Bool
    /// The numbers of up to three documents that hold it, the lowest ones, ascending.
    public let documents: [UInt32]

    /// Makes a template of its parts.
    public init(key: UInt64, voteCount: Int, isOnlyInZones: Bool, documents: [UInt32]) {
        self.key = key
        self.voteCount = voteCount
        self.isOnlyInZones = isOnlyInZones
        self.documents = documents
    }
}

extension Template {
    /// A line with votes that were counted elsewhere; nil where the votes are too few among `populationCount` documents.
    public init?(key: UInt64, voteCount: Int, populationCount: Int, documents: [UInt32]) {
        let threshold = TemplateThreshold(populationCount: populationCount)
        guard voteCount >= threshold.voteCount else { return nil }
        self.init(key: key, voteCount: voteCount, isOnlyInZones: threshold.isOnlyInZones, documents: documents)
    }
}

/// Counts sorted rows and tells which keys are templates; constant memory apart from these.
public struct TemplateCounter {
    /// The templates so far, ascending by key.
    public private(set) var templates: [Template] = []

    private let populationCount: (UInt32) -> Int
    private var latest: TemplateRecord?
    /// The number of distinct rows of the key by permutation.
    private var counts = SIMD4<Int>()
    private var documents: [UInt32] = []

    /// Counts rows of documents.
    ///
    /// - Parameter populationCount: The number of documents among which a document, by its number, is looked at: those of
    ///   its site, or all where its site is not known.
    public init(populationCount: @escaping (UInt32) -> Int) { self.populationCount = populationCount }

    /// Counts a row; rows come ascending by key, then value, and equal ones count once.
    public mutating func add(_ record: TemplateRecord) {
        if record == latest { return }
        if let latest, latest.key != record.key { close(latest.key) }
        latest = record
        counts[record.column] += 1
        if record.column == 3, documents.count < 3 { documents.append(record.document) }
    }

    /// Counts the last key.
    public mutating func finish() {
        if let latest { close(latest.key) }
        latest = nil
    }

    private mutating func close(_ key: UInt64) {
        let voteCount = min(counts[0], counts[1], counts[2])
        // A key without a document has nobody to vote for it.
        if let first = documents.first {
            let population = populationCount(first)
            if let template = Template(
                key: key, voteCount: voteCount, populationCount: population, documents: documents)
            {
                templates.append(template)
            }
        }
        counts = SIMD4()
        documents = []
    }
}
