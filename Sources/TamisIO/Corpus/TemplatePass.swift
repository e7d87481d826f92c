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

    /// The templates of all inputs, whose bytes are added to `inputDigest`.
    ///
    /// - Parameter onError: Told of each input or record that cannot be read; the others are counted.
    func run(
        ids: StringStore, inputDigest: InputsDigest = InputsDigest(), onError: (InputError) -> Void = { _ in }
    ) throws -> [Template] {
        let votes = SequenceStore(memoryBytes: corpusOptions.shares.votes)
        let filter = try CountingFilter(byteCount: corpusOptions.shares.voteFilter)
        var sites = SourceTable()
        let voter = Voter(BatchCleaner(options), seed: corpusOptions.seed)
        try InputPass(items: items, options: options).run(
            work: { batch, name in voter.results(of: batch, name) },
            consume: { step, results in
                inputDigest.take(step)
                if case .failure(let error) = step { onError(error) }
                for result in results ?? [] {
                    let ballot: Ballot
                    switch result {
                    case .success(let read): ballot = read
                    case .failure(let error):
                        onError(error)
                        continue
                    }
                    try ids.append(ballot.id[...])
                    sites.append(ballot.site ?? "")
                    try votes.append(ballot.values)
                    for key in ballot.values.dropFirst(TemplateVote.permutationCount) { filter.add(key) }
                }
            })
        return try count(votes, filter, sites, EvidenceOrder(ids, keepsInputOrder: corpusOptions.preference == .first))
    }

    private func count(
        _ votes: SequenceStore, _ filter: CountingFilter, _ sites: SourceTable, _ order: EvidenceOrder
    ) throws -> [Template] {
        let least = TemplateThreshold(populationCount: 0).voteCount
        let rows = PairSorter(memoryBytes: corpusOptions.shares.voteRows, keepsRepeats: false)
        try votes.forEach { document, values in
            for key in values.dropFirst(TemplateVote.permutationCount) where filter.reaches(least, key) {
                for permutation in 0..<TemplateVote.permutationCount {
                    let record = TemplateRecord(key: key, permutation: permutation, smallestHash: values[permutation])
                    try rows.append(KeyedValue(key: record.key, value: record.value))
                }
                let record = TemplateRecord(key: key, document: order.number(of: document))
                try rows.append(KeyedValue(key: record.key, value: record.value))
            }
        }
        let populations = sites.counts
        var counter = TemplateCounter { document in
            let site = sites.source(of: order.document(document))
            return sites.names[site].isEmpty ? votes.count : populations[site]
        }
        var cursor = try rows.sorted().cursor()
        while let row = try cursor.next() { counter.add(TemplateRecord(key: row.key, value: row.value)) }
        counter.finish()
        return counter.templates.map { template in
            Template(
                key: template.key, voteCount: template.voteCount, isOnlyInZones: template.isOnlyInZones,
                documents: template.documents.map { UInt32(order.document($0)) })
        }
    }
}

/// The order in which documents are named as evidence: that of the input, or that of their ids where the input's order is
/// not to decide anything.
private struct EvidenceOrder {
    /// The documents in order, and the place of each; empty for the order of the input.
    private let documents: [UInt32]
    private let numbers: [UInt32]

    init(_ ids: StringStore, keepsInputOrder: Bool) throws {
        var order = DocumentOrder()
        for document in 0..<(keepsInputOrder ? 0 : ids.count) {
            let id = try ids.read(document)
            order.add(preference: 0, id: id.span, recordHash: 0)
        }
        documents = order.positions()
        numbers = DocumentOrder.ranks(of: documents)
    }

    func number(of document: Int) -> UInt32 { numbers.isEmpty ? UInt32(document) : numbers[document] }

    func document(_ number: UInt32) -> Int { Int(documents.isEmpty ? number : documents[Int(number)]) }
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

    /// The ballot of each document, or the reason why it cannot be read.
    func results(of batch: RecordBatch, _ file: InputName) -> [Result<Ballot, InputError>] {
        var results: [Result<Ballot, InputError>] = []
        cleaner.forEachDocument(of: batch, file) { read in
            results.append(
                read.map { read in
                    let document = read.document
                    return Ballot(id: Array(document.id.utf8), site: document.site, values: values(of: document))
                })
        }
        return results
    }

    private func values(of document: Document) -> [UInt64] {
        let seed = Templates.seed(seed, site: document.site)
        guard let ballot = TemplateBallot(document.utf8, seed: seed) else { return [] }
        return (0..<TemplateVote.permutationCount).map { ballot.vote.minima[$0] } + ballot.keys
    }
}
