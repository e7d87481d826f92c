// The first pass keeps, for each document, its vote and the template keys of its lines:
//
//     document 0   4 9 17 | k₁ k₂ k₃
//     document 1   4 8 20 | k₁ k₄
//
// Nearly all keys stand in one document. A filter counts them on the way, and only those that may have enough votes are
// sorted and counted: the answer is the same, whatever the filter lets pass.

import Tamis

/// The first pass: which lines many documents share.
struct TemplatePass {
    let items: [InputFile]
    let options: CleanOptions
    let corpusOptions: CorpusOptions

    /// The templates of all inputs, and where each document is from.
    func run(ids: StringStore) throws -> [Template] {
        let votes = SequenceStore(memoryBytes: corpusOptions.memoryBytes / 4)
        var filter = CountingFilter(byteCount: min(corpusOptions.memoryBytes / 8, 64 << 20))
        var sites = SourceTable()
        let voter = Voter(BatchCleaner(options), seed: corpusOptions.seed)
        try InputPass(items: items, options: options).run(
            work: { batch, name in voter.ballots(of: batch, name) },
            consume: { _, ballots in
                for ballot in ballots ?? [] {
                    try ids.append(ballot.id)
                    sites.append(ballot.site ?? "")
                    try votes.append(ballot.values)
                    for key in ballot.values.dropFirst(TemplateVote.permutationCount) { filter.add(key) }
                }
            })
        return try count(votes, filter, sites)
    }

    private func count(_ votes: SequenceStore, _ filter: CountingFilter, _ sites: SourceTable) throws -> [Template] {
        let least = TemplateThreshold(populationCount: 0).voteCount
        let rows = PairSorter(memoryBytes: corpusOptions.memoryBytes / 4, keepsRepeats: false)
        for document in 0..<votes.count {
            let values = try votes.read(document)
            for key in values.dropFirst(TemplateVote.permutationCount) where filter.reaches(least, key) {
                for permutation in 0..<TemplateVote.permutationCount {
                    let record = TemplateRecord(key: key, permutation: permutation, smallestHash: values[permutation])
                    try rows.append(KeyedValue(key: record.key, value: record.value))
                }
                let record = TemplateRecord(key: key, document: UInt32(document))
                try rows.append(KeyedValue(key: record.key, value: record.value))
            }
        }
        let populations = sites.counts
        var counter = TemplateCounter { document in
            let site = sites.source(of: Int(document))
            return sites.names[site].isEmpty ? votes.count : populations[site]
        }
        var cursor = try rows.sorted().cursor()
        while let row = try cursor.next() { counter.add(TemplateRecord(key: row.key, value: row.value)) }
        counter.finish()
        return counter.templates
    }
}

/// What a document says in the first pass: its vote, then the distinct template keys of its lines; no values where it has
/// too few words to vote.
struct Ballot: Sendable {
    let id: [UInt8]
    let site: String?
    let values: [UInt64]
}

/// Takes the votes of a batch's documents: the part of the pass that happens on the workers.
struct Voter: Sendable {
    private let cleaner: BatchCleaner
    private let seed: UInt64

    init(_ cleaner: BatchCleaner, seed: UInt64) {
        self.cleaner = cleaner
        self.seed = seed
    }

    func ballots(of batch: RecordBatch, _ file: InputName) -> [Ballot] {
        var ballots: [Ballot] = []
        cleaner.forEachDocument(of: batch, file) { read in
            guard case .success(let read) = read else { return }
            let document = read.document
            ballots.append(
                Ballot(id: Array(document.id.utf8), site: document.site, values: values(of: document)))
        }
        return ballots
    }

    private func values(of document: Document) -> [UInt64] {
        let seed = Templates.seed(seed, site: document.site)
        guard let ballot = TemplateBallot(document.utf8, seed: seed) else { return [] }
        return (0..<TemplateVote.permutationCount).map { ballot.vote.minima[$0] } + ballot.keys
    }
}
