import Tamis

/// The two passes over all inputs that come before cleaning.
struct CorpusGatherer {
    private let items: [InputFile]
    private let options: CleanOptions
    private let corpusOptions: CorpusOptions
    private let ids: StringStore
    private let index: DocumentIndex?
    /// What is added to the index when all outputs stand under their names; nil where nothing is.
    private(set) var indexUpdate: IndexUpdate?

    /// Prepares the passes, and opens the index where there is one.
    init(items: [InputFile], options: CleanOptions, corpusOptions: CorpusOptions) throws {
        self.items = items
        self.options = options
        var corpusOptions = corpusOptions
        corpusOptions.seed = .random(in: .min ... .max)
        if let path = corpusOptions.indexPath {
            let banding = corpusOptions.banding
            let parameters = IndexParameters(
                bandCount: banding.bandCount, rowCount: banding.rowCount, seed: corpusOptions.seed)
            let index =
                try corpusOptions.addsToIndex
                ? DocumentIndex(changing: path, parameters: parameters)
                : DocumentIndex(reading: path, parameters: parameters)
            corpusOptions.seed = index.parameters.seed
            self.index = index
        } else {
            index = nil
        }
        self.corpusOptions = corpusOptions
        ids = StringStore(memoryBytes: corpusOptions.shares.ids)
    }

    /// Reads all inputs, once for templates and once for fingerprints, and freezes what their documents know of each other.
    ///
    /// - Throws: `OutputError` where temporary files or the file of pairs cannot be written; `InputError` where more would
    ///   be removed than the options allow.
    mutating func gather() throws -> FrozenCorpus {
        var frozen = FrozenCorpus()
        try frozen.load(corpusOptions)
        // Texts are called by their paths, and sites by their folders.
        frozen.sources.append("names " + Digest(of: items.flatMap { [$0.path, $0.relativePath] }).hexadecimal)
        if options.settings.countsTemplates, corpusOptions.templatesPath == nil {
            let inputDigest = InputsDigest()
            let templates = try TemplatePass(items: items, options: options, corpusOptions: corpusOptions)
                .run(ids: ids, inputDigest: inputDigest)
            frozen.inputDigest = inputDigest.hexadecimal
            frozen.sources.append("inputs " + inputDigest.hexadecimal)
            let names = try templates.names(in: ids)
            frozen.templates = Templates(templates, seed: corpusOptions.seed) { names[$0] ?? "" }
        }
        guard
            options.settings.comparesDocuments || options.settings.sharesParagraphs || corpusOptions.pairsPath != nil
                || corpusOptions.addsToIndex,
            corpusOptions.dropPath == nil
        else { return frozen }
        let store = try FingerprintStore(
            corpusOptions, ids: ids, keepsCleanings: BatchCleaner(options).keepsCleanings)
        try FingerprintPass(
            items: items, options: options, corpusOptions: corpusOptions, corpus: Corpus(templates: frozen.templates)
        ).run(into: store)
        frozen.inputDigest = store.inputDigest.hexadecimal
        let runDigest = runDigest(of: store)
        let earlier = options.settings.isOn(.seenBefore) ? index?.view(forRun: runDigest) : nil
        frozen.sources += ["run " + runDigest, "index " + (earlier?.digest ?? "none")]
        var search = DuplicateSearch(
            store, corpusOptions, options.settings, earlier: earlier, threadCount: options.threadCount)
        let findings = try search.run()
        frozen.summary = try CorpusSummary(store, findings)
        if let refusal = frozen.summary.refusal(maxRemovedFraction: corpusOptions.maxRemovedFraction) { throw refusal }
        if let path = corpusOptions.pairsPath {
            var file = try PairsFile(path: path)
            try file.write(findings, ids: ids, earlier: earlier)
        }
        frozen.documents = DocumentOutcomes(store, findings, earlier: earlier)
        frozen.cleanings = store.cleanings
        if options.settings.sharesParagraphs {
            frozen.sharedParagraphs = try SharedParagraphs(store, findings, findings.bandPairs)
        }
        if let index, corpusOptions.addsToIndex {
            indexUpdate = IndexUpdate(
                index, run: runDigest, store, findings, earlier: earlier, memoryBytes: corpusOptions.memoryBytes / 4)
        }
        return frozen
    }
}

extension CorpusGatherer {
    /// A digest of the inputs and of all that decides what becomes of them.
    private func runDigest(of store: FingerprintStore) -> String {
        let options = corpusOptions
        let parts = [
            store.inputDigest.hexadecimal, self.options.settings.digest, "\(options.thresholds.near)",
            "\(options.preference)", "\(self.options.textField)", "\(self.options.urlField?.description ?? "")",
            "\(self.options.siteField?.description ?? "")",
        ]
        return Digest(of: parts).hexadecimal
    }
}

extension [Template] {
    /// The ids of the documents that are evidence, by their numbers.
    func names(in ids: StringStore) throws(InputError) -> [UInt32: String] {
        var names: [UInt32: String] = [:]
        for template in self {
            for document in template.documents where names[document] == nil {
                names[document] = String(decoding: try ids.read(Int(document)), as: UTF8.self)
            }
        }
        return names
    }
}
