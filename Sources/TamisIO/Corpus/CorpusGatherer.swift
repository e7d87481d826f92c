import Tamis

/// What the cleaning pass knows of all documents.
struct FrozenCorpus: Sendable {
    /// The lines that many documents share.
    var templates = Templates.empty
    /// Which documents go because of others; nil where they were not compared.
    var documents: DocumentOutcomes?
    /// What the comparison came to.
    var summary = CorpusSummary()

    /// What the document of a record is told of the others.
    func corpus(_ outcome: DocumentOutcome?) -> Corpus {
        Corpus(templates: templates, duplication: outcome?.duplication)
    }
}

/// The two passes over all inputs that come before cleaning.
struct CorpusGatherer {
    private let items: [InputFile]
    private let options: CleanOptions
    private let corpusOptions: CorpusOptions
    private let ids: StringStore

    init(items: [InputFile], options: CleanOptions, corpusOptions: CorpusOptions) {
        self.items = items
        self.options = options
        var corpusOptions = corpusOptions
        corpusOptions.seed = .random(in: .min ... .max)
        self.corpusOptions = corpusOptions
        ids = StringStore(memoryBytes: corpusOptions.memoryBytes / 16)
    }

    /// Reads all inputs, once for templates and once for fingerprints, and freezes what their documents know of each other.
    ///
    /// - Throws: `OutputError` where temporary files or the file of pairs cannot be written; `InputError` where more would
    ///   be removed than the options allow.
    func gather() throws -> FrozenCorpus {
        var frozen = FrozenCorpus()
        if options.settings.countsTemplates {
            let templates = try TemplatePass(items: items, options: options, corpusOptions: corpusOptions).run(ids: ids)
            let names = try templates.names(in: ids)
            frozen.templates = Templates(templates, seed: corpusOptions.seed) { names[$0] ?? "" }
        }
        guard options.settings.comparesDocuments || corpusOptions.pairsPath != nil else { return frozen }
        let store = FingerprintStore(corpusOptions, ids: ids)
        try FingerprintPass(
            items: items, options: options, corpusOptions: corpusOptions, corpus: frozen.corpus(nil)
        ).run(into: store)
        var search = DuplicateSearch(store, corpusOptions, options.settings)
        let findings = try search.run()
        if let path = corpusOptions.pairsPath {
            var file = try PairsFile(path: path)
            try file.write(findings, ids: ids)
        }
        frozen.documents = DocumentOutcomes(store, findings)
        frozen.summary = try CorpusSummary(store, findings)
        if let refusal = frozen.summary.refusal(maxRemovedFraction: corpusOptions.maxRemovedFraction) { throw refusal }
        return frozen
    }
}

extension [Template] {
    /// The ids of the documents that are evidence, by their numbers.
    fileprivate func names(in ids: StringStore) throws(InputError) -> [UInt32: String] {
        var names: [UInt32: String] = [:]
        for template in self {
            for document in template.documents where names[document] == nil {
                names[document] = String(decoding: try ids.read(Int(document)), as: UTF8.self)
            }
        }
        return names
    }
}
