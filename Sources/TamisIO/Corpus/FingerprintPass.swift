import CXXHash
import Tamis

/// The second pass: every document is cleaned and its fingerprint kept.
struct FingerprintPass {
    let items: [InputFile]
    let options: CleanOptions
    let corpusOptions: CorpusOptions
    /// What the first pass found.
    let corpus: Corpus

    /// Reads all inputs; what cannot be read is passed over here and told when it is read to be cleaned.
    func run(into store: FingerprintStore) throws {
        let fingerprinter = Fingerprinter(options, corpusOptions, corpus)
        try InputPass(items: items, options: options).run(
            work: { batch, name in (name, fingerprinter.facts(of: batch, name)) },
            consume: { step, result in
                store.inputDigest.take(step)
                guard let (file, facts) = result else { return }
                try store.append(facts, of: file)
            })
    }
}

/// Takes the fingerprints of a batch's documents: the part of the pass that happens on the workers.
private struct Fingerprinter: Sendable {
    private let cleaner: BatchCleaner
    private let pipeline: Pipeline
    private let corpus: Corpus
    private let banding: Banding
    private let preference: CorpusOptions.Preference
    private let signal: Signal?
    private let seed: UInt64
    private let detail: Fingerprint.Detail

    init(_ options: CleanOptions, _ corpusOptions: CorpusOptions, _ corpus: Corpus) {
        cleaner = BatchCleaner(options)
        var settings = options.settings
        settings.signals = []
        pipeline = Pipeline(settings: settings)
        self.corpus = corpus
        banding = corpusOptions.banding
        preference = corpusOptions.preference
        if case .best(let name) = preference { signal = Signal.all.first { $0.name == name } } else { signal = nil }
        seed = corpusOptions.seed
        // Paragraph keys propose contained documents, which are looked for where these go, where only the pairs are wanted,
        // and by later runs; shared paragraphs are found by them as well.
        let keysParagraphs =
            settings.isOn(.contained) || settings.sharesParagraphs || !settings.comparesDocuments
            || corpusOptions.indexPath != nil
        let signs = settings.isOn(.nearDuplicate) || corpusOptions.pairsPath != nil
        let detail: Fingerprint.Detail = keysParagraphs ? .all : signs ? [.exactKey, .signature] : .exactKey
        self.detail = corpusOptions.putsOffShortTexts ? detail.union(.putsOffShortTexts) : detail
    }

    func facts(of batch: RecordBatch, _ file: InputName) -> DocumentFacts {
        var facts = DocumentFacts(textByteCount: detail.contains(.signature) ? batch.bytes.count : 0)
        cleaner.forEachDocument(of: batch, file) { read in
            guard case .success(let read) = read else { return }
            let (fingerprint, value, cleaning) = fingerprint(of: read.document, cleaner.pipeline(for: file))
            let preference: UInt64 =
                switch preference {
                case .first: 0
                case .longest: OrderKey.preference(scalarCount: fingerprint.characterCount)
                case .best: OrderKey.preference(signal: value)
                }
            let row = DocumentFacts.Row(
                record: read.record, isTextRepeated: read.isTextRepeated, exactKey: fingerprint.exactKey,
                addressKey: read.address.flatMap(addressKey), preference: preference,
                recordHash: self.preference == .first ? 0 : hash(batch.bytes[read.rawRange]))
            facts.append(row, of: read.document, fingerprint, cleaning: cleaning)
        }
        return facts
    }

    /// The fingerprint of a document as `cleaning` leaves it, the value of the signal then, and what cleaning came to where
    /// the third pass need not do it again.
    private func fingerprint(
        of document: Document, _ cleaning: Pipeline
    ) -> (fingerprint: Fingerprint, value: Double?, cleaning: [UInt8]) {
        guard cleaning.tellsFindingsOnly, signal == nil else {
            let (fingerprint, value) = pipeline.fingerprint(
                document, corpus: corpus, banding: banding, seed: seed, detail: detail, signal: signal)
            return (fingerprint, value, [])
        }
        let cleaned = cleaning.clean(document, corpus: corpus)
        var writer = PackedWriter()
        writer.append(cleaned)
        let fingerprint = Fingerprint(cleaned.utf8, banding: banding, seed: seed, detail: detail)
        return (fingerprint, nil, writer.bytes)
    }

    private func addressKey(_ address: String) -> UInt64? {
        CanonicalAddress(address).map { hash($0.utf8[...]) }
    }

    private func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { tamis_xxh3_64($0.baseAddress, $0.count, seed) }
    }
}
