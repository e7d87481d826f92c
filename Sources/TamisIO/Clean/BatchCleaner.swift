import Tamis

/// Cleans the records of a batch: the part of a run that happens on the workers.
struct BatchCleaner: Sendable {
    let options: CleanOptions
    /// The fields of JSONL records that are read.
    let fields: RecordFields
    /// Cleans the texts of records.
    let pipeline: Pipeline
    /// What is known of all documents.
    let corpus: FrozenCorpus
    /// Cleans texts; those that leave as texts have no place for signals.
    let textPipeline: Pipeline
    /// The names of the signals as keys of JSON.
    let signalKeys: SignalKeys
    /// Whether records that stay are passed on as they are, without a look at their texts.
    let passesRecords: Bool

    init(_ options: CleanOptions, corpus: FrozenCorpus = FrozenCorpus()) {
        self.options = options
        self.corpus = corpus
        fields = RecordFields(options)
        var settings = options.settings
        signalKeys = SignalKeys(settings.signals)
        let showsRecords = options.annotationField != nil && options.writing != .nothing
        if !showsRecords, !options.listsDocuments { settings.signals = [] }
        pipeline = Pipeline(settings: settings, talliesDuplicates: options.listsDocuments)
        passesRecords = pipeline.passesTexts && !showsRecords && corpus.drops == nil
        if !options.writesJSONL, !options.listsDocuments { settings.signals = [] }
        textPipeline = Pipeline(settings: settings, talliesDuplicates: options.listsDocuments)
    }

    /// Whether what cleaning a document came to can be taken up again from its findings and signals.
    var keepsCleanings: Bool { pipeline.tellsFindingsOnly || textPipeline.tellsFindingsOnly }

    /// Cleans every record of `batch`, which comes from `file`.
    func clean(_ batch: RecordBatch, of file: InputName) -> CleanedBatch {
        if batch.isPiece { return reject(batch, of: file) }
        var result = CleanedBatch()
        switch file.format {
        case .jsonl: cleanLines(of: batch, file, &result)
        case .text:
            do throws(InputError) {
                try cleanText(batch, file, &result)
            } catch {
                reject(0..<batch.bytes.count, of: batch, record: 1, error, &result)
            }
        case .csv, .tsv: cleanRows(of: batch, file, &result)
        case .warc: cleanArchive(batch, file, &result)
        }
        return result
    }

    /// Counts a document, and lists it where that is wanted.
    func tally(
        _ cleaned: CleanedDocument, _ outcome: DocumentOutcome?, isConverted: Bool = false, inputBytes: Int,
        outputBytes: Int, _ result: inout CleanedBatch
    ) {
        let cuts = tallyFindings(of: cleaned, &result)
        result.representativeCount += outcome.isRepresentative ? 1 : 0
        result.summary.addInput(byteCount: inputBytes)
        let isChanged = isConverted || cleaned.isChanged && options.writing != .annotated
        result.summary.addOutcome(isChanged ? .changed : .kept, byteCount: outputBytes)
        list(cleaned, outcome, isChanged ? .changed : .kept, cuts: cuts, &result)
    }

    /// Lists a document where that is wanted.
    private func list(
        _ cleaned: CleanedDocument, _ outcome: DocumentOutcome?, _ end: Summary.Outcome, cuts: [Int],
        _ result: inout CleanedBatch
    ) {
        guard let duplicates = cleaned.duplicates else { return }
        result.summary.addDuplicates(duplicates)
        result.rows.append(
            DocumentRow(cleaned, outcome, end, duplicates, cuts: cuts, isSampled: options.samplesDocuments))
    }

    /// Counts what the rules found; returns the characters that each cut.
    private func tallyFindings(of cleaned: CleanedDocument, _ result: inout CleanedBatch) -> [Int] {
        guard cleaned.isChanged else { return [Int](repeating: 0, count: Rule.all.count) }
        let cuts = cleaned.cuts
        for (rule, cut) in cuts.enumerated() where cut.findingCount > 0 {
            result.summary.addFindings(rule: rule, count: cut.findingCount, characterCount: cut.characterCount)
        }
        return cuts.map(\.characterCount)
    }

    /// Whether a document is left out: another one stays for it, or it violates a required profile.
    func removes(_ cleaned: CleanedDocument, _ outcome: DocumentOutcome?) -> Bool {
        guard options.writing != .annotated else { return false }
        if outcome?.duplication != nil { return true }
        guard options.removesViolations, let violations = cleaned.violations else { return false }
        return !violations.isEmpty
    }

    /// Leaves a record out of the output: one patch holds all of it.
    func remove(
        _ range: ByteRange, of batch: RecordBatch, record: Int, _ cleaned: CleanedDocument,
        _ outcome: DocumentOutcome?, _ result: inout CleanedBatch
    ) {
        result.summary.addInput(byteCount: range.count)
        result.summary.addOutcome(.removed, byteCount: 0)
        var cuts = [Int](repeating: 0, count: Rule.all.count)
        if outcome?.duplication != nil { cuts = tallyFindings(of: cleaned, &result) }
        list(cleaned, outcome, .removed, cuts: cuts, &result)
        guard options.keepsLedger else { return }
        let isApplied = options.writing == .cleaned
        let removed = isApplied ? batch.bytes[range] : []
        let document = PatchMembers.DocumentMember(cleaned.document.id)
        let members =
            if outcome?.duplication != nil, let finding = cleaned.findings.first {
                result.members.append(finding, document: document, isApplied: isApplied, removed: removed)
            } else {
                result.members.append(
                    violations: cleaned.violations ?? [], document: document, isApplied: isApplied,
                    removed: removed)
            }
        result.patches.append(
            Patch(
                record: record, offset: range.lowerBound, length: range.count,
                outputOffset: isApplied ? result.output.count : range.lowerBound,
                outputLength: isApplied ? 0 : range.count, members: members))
    }
}

/// An input as the workers need to know it.
struct InputName: Sendable {
    /// The place of the file among the inputs.
    let number: Int
    /// The path for messages.
    let path: String
    /// The id of a text: its path below the folder that was given.
    let id: String
    /// The site of a text: the folder it lies in; nil where it was named by itself.
    let site: String?
    /// What it holds.
    let format: InputFormat
    /// What it is converted from; nil for UTF-8.
    let encoding: TextEncoding?
    /// What it is compressed with; nil where it is not.
    var compression: Compression?
    /// What the header says of its rows; nil for formats without rows.
    var table: CSVTable?
}
