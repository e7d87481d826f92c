import Tamis

/// A document as it stands in a batch.
struct ReadDocument: Sendable {
    /// The document.
    let document: Document
    /// Its address, as far as the record gives one.
    let address: String?
    /// The number of its record in its file, from 1.
    let record: Int
    /// The bytes of its record in the batch.
    let rawRange: ByteRange
    /// Whether the record holds the text field twice.
    var isTextRepeated = false
}

extension BatchCleaner {
    /// Calls `body` with each document of a batch, or the reason why it cannot be read, in order.
    func forEachDocument(
        of batch: RecordBatch, _ file: InputName, _ body: (Result<ReadDocument, InputError>) throws -> Void
    ) rethrows {
        guard !batch.isPiece else {
            // A record is told once, at its end.
            if batch.content == .oversizedPiece { return }
            return try body(.failure(rejection(of: batch, in: file)))
        }
        switch file.format {
        case .text:
            let document = Document(id: file.id, site: file.site, utf8: batch.bytes)
            try body(
                .success(ReadDocument(document: document, address: nil, record: 1, rawRange: 0..<batch.bytes.count)))
        case .jsonl: try forEachLine(of: batch, file, body)
        case .csv, .tsv: try forEachRow(of: batch, file, body)
        case .warc: try forEachArchivedText(of: batch, file, body)
        }
    }

    /// Cleans the document of a record with what is known of the others.
    func clean(
        _ document: Document, record: Int, of file: InputName
    ) throws(InputError) -> (cleaned: CleanedDocument, outcome: DocumentOutcome?) {
        let judgement = try corpus.judgement(of: document, record: record, in: file)
        let pipeline = pipeline(for: file)
        if judgement.outcome?.duplication == nil, pipeline.tellsFindingsOnly,
            let cleaned = try corpus.cleaned(document, record: record, in: file, signals: pipeline.settings.signals)
        {
            return (cleaned, judgement.outcome)
        }
        let cleaned = pipeline.clean(document, corpus: judgement.corpus)
        // A rule that is off, or a protected line, keeps what another document or engine would have go.
        let isKept = judgement.outcome?.duplication != nil && cleaned.findings.isEmpty
        return (cleaned, isKept ? nil : judgement.outcome)
    }

    /// The pipeline for the documents of `file`.
    func pipeline(for file: InputName) -> Pipeline {
        switch file.format {
        case .jsonl: pipeline
        case .csv, .tsv: options.annotatesTables && !options.writesJSONL ? pipeline : textPipeline
        case .text, .warc: textPipeline
        }
    }
}
