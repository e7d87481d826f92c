import Tamis

/// What the cleaning pass knows of all documents.
struct FrozenCorpus: Sendable {
    /// Templates and shared paragraphs.
    var corpus = Corpus.empty
    /// Which documents go because of others; nil where they were not compared.
    var documents: DocumentOutcomes?
    /// What the comparison came to.
    var summary = CorpusSummary()
}

/// The two passes over all inputs that come before cleaning.
struct CorpusGatherer {
    let items: [InputFile]
    let options: CleanOptions
    let corpusOptions: CorpusOptions

    /// Reads all inputs twice and freezes what their documents know of each other.
    ///
    /// - Throws: `OutputError` where temporary files or the file of pairs cannot be written.
    func gather() throws -> FrozenCorpus {
        var frozen = FrozenCorpus()
        let store = try FingerprintPass(
            items: items, options: options, corpusOptions: corpusOptions, corpus: frozen.corpus
        ).run()
        var search = DuplicateSearch(store, corpusOptions, options.settings)
        let findings = try search.run()
        if let path = corpusOptions.pairsPath {
            var file = try PairsFile(path: path)
            try file.write(findings, ids: store.ids)
        }
        frozen.documents = DocumentOutcomes(store, findings)
        frozen.summary = try CorpusSummary(store, findings)
        if let refusal = frozen.summary.refusal(maxRemovedFraction: corpusOptions.maxRemovedFraction) { throw refusal }
        return frozen
    }
}
