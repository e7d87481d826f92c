import Tamis

/// What the cleaning pass knows of all documents.
struct FrozenCorpus: Sendable {
    /// The lines that many documents share.
    var templates = Templates.empty
    /// Which documents go because of others; nil where they were not compared here.
    var documents: DocumentOutcomes?
    /// What cleaning each document came to when it was read to be compared; nil where none was cleaned then.
    var cleanings: StringStore?
    /// Which documents go because of others, as another engine found it.
    var drops: DropFile?
    /// The paragraphs that several documents hold; nil where nobody asks.
    var sharedParagraphs: SharedParagraphs?
    /// The digest of all inputs as they were compared; nil where they were not.
    var inputDigest: String?
    /// Digests of all that the outcomes of documents come from but for the documents themselves.
    var sources: [String] = []
    /// What the comparison came to.
    var summary = CorpusSummary()

    /// Whether all documents must be read before the first is cleaned.
    static func mustRead(_ options: CleanOptions, _ corpusOptions: CorpusOptions) -> Bool {
        guard corpusOptions.comparesDocuments else { return false }
        return corpusOptions.pairsPath != nil || corpusOptions.addsToIndex
            || corpusOptions.dropPath == nil
                && (options.settings.comparesDocuments || options.settings.sharesParagraphs)
            || corpusOptions.templatesPath == nil && options.settings.countsTemplates
    }

    /// Loads what was found elsewhere.
    mutating func load(_ corpusOptions: CorpusOptions) throws {
        if let path = corpusOptions.dropPath {
            drops = try DropFile(path: path)
            sources.append("drop " + (try Digest(ofFile: path).hexadecimal))
        }
        if let path = corpusOptions.templatesPath {
            templates = try Templates(path: path)
            sources.append("templates " + (try Digest(ofFile: path).hexadecimal))
        }
    }

    /// What was decided about the document of a record, and what it is told of the others.
    func judgement(
        of document: Document, record: Int, in file: InputName
    ) throws(InputError) -> (corpus: Corpus, outcome: DocumentOutcome?) {
        let outcome =
            if let drops {
                try drops.outcome(id: Array(document.id.utf8))
            } else {
                try documents?.outcome(file: file.number, record: record)
            }
        return (
            Corpus(
                templates: templates, earlierDocument: earlierDocument(file, record), duplication: outcome?.duplication),
            outcome
        )
    }

    /// What cleaning the document of a record came to when it was compared; nil where that was not kept, or the text was
    /// another one.
    func cleaned(
        _ document: Document, record: Int, in file: InputName, signals: [Signal]
    ) throws(InputError) -> CleanedDocument? {
        guard let cleanings, let number = documents?.document(file: file.number, record: record) else { return nil }
        var reader = PackedReader(try cleanings.read(number))
        return reader.cleaned(document, signals: signals)
    }

    /// Gives the id of the first document before the one of a record that holds a paragraph.
    private func earlierDocument(_ file: InputName, _ record: Int) -> (@Sendable (Key) -> String?)? {
        guard let sharedParagraphs, let documents, let rank = documents.rank(file: file.number, record: record) else {
            return nil
        }
        return { paragraph in
            guard let first = sharedParagraphs.firstRank(ofParagraph: paragraph), first < rank else { return nil }
            return try? documents.id(ofRank: first)
        }
    }
}
