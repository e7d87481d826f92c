import CKernels
import Tamis

/// A run over inputs: reads, cleans on several threads, writes in order, keeps the ledger, counts.
public final class CleanRun {
    private let options: CleanOptions
    private let plan: OutputPlan
    private let ledger: LedgerWriter?
    private let record: ResumeRecord?
    /// Where the ledger's lines of each file go: to the ledger, or to the record, from which it is put together at the end.
    private let fileLedger: LedgerWriter?
    private let onError: (InputError) -> Void
    private let onDocument: (DocumentRow) throws -> Void

    private var total = FileTally()
    /// How many inputs or records failed.
    public private(set) var errorCount = 0
    /// What comparing the documents came to.
    public private(set) var corpusSummary = CorpusSummary()
    /// What the page about the corpus shows, where the options ask for samples.
    package private(set) var report = CorpusReport()
    /// How many inputs an earlier run had finished.
    public private(set) var finishedCount = 0
    private let inputDigest = InputsDigest()
    /// Whether anybody asks for the digests of the inputs: a ledger, a record, or what was found out about their documents.
    private var digestsInputs = true
    /// The digest of all that decides about results, for the record of what is finished.
    private var settingsDigest = ""
    private var current: OpenFile?
    private var outputLineCount = 0
    private var beginCount = 0
    /// How many inputs were read to their ends.
    private var completeCount = 0

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - record: Which outputs are finished; those are left as they are, and others are added to it. Goes with a tree.
    ///   - onError: Told of each input or record that failed, in order; the run goes on.
    ///   - onDocument: Given a row per document, in order, where the options list documents.
    public init(
        _ options: CleanOptions, to plan: OutputPlan, ledger: LedgerWriter?, record: ResumeRecord? = nil,
        onError: @escaping (InputError) -> Void, onDocument: @escaping (DocumentRow) throws -> Void = { _ in }
    ) {
        self.options = options.noticingFields()
        self.plan = plan
        self.ledger = ledger
        self.record = record
        if let record, ledger != nil { fileLedger = LedgerWriter(sectionsOf: record) } else { fileLedger = ledger }
        self.onError = onError
        self.onDocument = onDocument
    }

    /// The counts: of what stands under its name, where a run is at its end.
    package var summary: Summary { total.summary }
    /// How many records held the text field twice.
    public var repeatedFieldCount: Int { total.repeatedFieldCount }
    /// The fields that were named and that no record had, so that naming them did nothing.
    public var unseenFields: [FieldPath] { options.unseenFields }
    /// How many records of WARC hold HTML and were passed on as they are.
    public var htmlCount: Int { total.htmlCount }

    /// Cleans `items` and finishes every output.
    ///
    /// - Throws: `OutputError` where something cannot be written; `ConservationError` where records do not add up.
    public func clean(_ items: [InputFile]) throws {
        var items = items
        var frozen = FrozenCorpus()
        var indexUpdate: IndexUpdate?
        if let corpusOptions = options.corpus, FrozenCorpus.mustRead(options, corpusOptions) {
            items = try items.map { try $0.spooled(in: .standard) }
            var gatherer = try CorpusGatherer(items: items, options: options, corpusOptions: corpusOptions)
            frozen = try gatherer.gather()
            indexUpdate = gatherer.indexUpdate
        } else if let corpusOptions = options.corpus {
            try frozen.load(corpusOptions)
        }
        corpusSummary = frozen.summary
        digestsInputs = fileLedger != nil || record != nil || frozen.inputDigest != nil
        let finished = try finishedInputs(items, frozen)
        let cleaner = BatchCleaner(options, corpus: frozen)
        try InputPass(items: items, options: options, finished: finished).run(
            isStopped: { self.isStopped }, work: { batch, name in cleaner.clean(batch, of: name) },
            consume: { step, result in try self.take(step, result) })
        if let current, !current.isAlone { total.add(current.tally) }
        guard summary.isConserved else { throw ConservationError(summary: summary) }
        // What was decided about a record must not befall another one that stands in its place by now.
        if !isStopped, let digest = frozen.inputDigest, digest != inputDigest.hexadecimal { throw changedInput }
        if case .single(let output) = plan {
            // What was not read to its end must not stand under a final name, nor a ledger that describes it.
            if isStopped, output.path != "-" { return }
            // Of an input that ends too early the documents before are delivered; without any, an older output stays.
            if completeCount > 0 || output.byteCount > 0 || output.path == "-" { try output.finish() }
        }
        if let ledger {
            try record?.write(to: ledger)
            try ledger.finish()
        }
        // What stands under its name comes first: a run that is killed here adds its documents when it is run again.
        if !isStopped { try indexUpdate?.commit() }
        if let record, case .tree(let tree) = plan { try record.compact(in: tree) }
    }

    private var isStopped: Bool { options.stopsOnError && errorCount > 0 }

    private var changedInput: InputError {
        let outcome =
            if case .single = plan { "nothing was renamed" } else { "the outputs do not go with each other" }
        return InputError("an input changed while it was read; \(outcome)", file: "clean", advice: "run again")
    }

    /// The numbers of the inputs that an earlier run has finished, with the same settings and the same knowledge.
    private func finishedInputs(_ items: [InputFile], _ frozen: FrozenCorpus) throws -> Set<Int> {
        guard let record, case .tree(let tree) = plan else { return [] }
        if record.isDamaged {
            onError(InputError("is damaged; what it does not tell any more is done again", file: record.path))
        }
        settingsDigest = options.digest(knowledge: frozen.sources, level: tree.level)
        return try FinishedCheck(options: options, folder: tree.path).run(items) {
            record.finished($0, settings: settingsDigest)
        }
    }

    private func take(_ step: InputStep, _ result: CleanedBatch?) throws {
        // Readers are ahead of the error that stops the run: what they hand on after it does not count.
        guard !isStopped else { return }
        if digestsInputs { inputDigest.take(step) }
        switch step {
        case .begin(let name, let item): try begin(name, item)
        case .batch(let batch, let name): try write(result ?? CleanedBatch(), of: batch, name)
        case .end(let container): try end(container)
        case .finished(let item): passOver(item)
        case .failure(let error):
            current?.fail()
            report(error)
        }
    }

    /// Counts an input that an earlier run has finished.
    private func passOver(_ item: InputFile) {
        guard let record, case .tree(let tree) = plan,
            let file = record.finished(item, settings: settingsDigest)
        else { return }
        inputDigest.add(file.inputDigest)
        guard tree.claim(item.relativePath) else {
            return report(InputError(OutputTree.collision(tree.path + "/" + file.name)))
        }
        record.keep(item)
        finishedCount += 1
        options.onBytesRead?(file.inputByteCount)
        total.add(file.tally)
        let rejectedCount = file.tally.errorCount
        guard rejectedCount > 0 else { return }
        errorCount += rejectedCount
        let records = rejectedCount == 1 ? "1 of its records was" : "\(rejectedCount) of its records were"
        onError(InputError("\(records) rejected when it was cleaned", file: item.path))
    }

    private func begin(_ name: InputName, _ item: InputFile) throws {
        if [.text, .csv, .tsv].contains(name.format), !options.writesJSONL, isSingle, beginCount > 0 {
            throw InputError(
                name.format == .text ? "is a second text for one output" : "is another table for one output",
                file: item.path,
                advice: "give -o with a folder, or --to jsonl", isUsage: true)
        }
        beginCount += 1
        let file: OpenFile
        do throws(OutputError) {
            file = OpenFile(item, try openOutput(of: item, name), isText: name.format == .text, isAlone: isAlone)
            current = file
        } catch {
            let file = OpenFile(item, nil, isText: false, isAlone: true)
            current = file
            return lose(file, error)
        }
        try fileLedger?.begin(
            LedgerFile(
                input: item.path, name: item.relativePath, output: file.output?.path ?? "", format: name.format,
                outputFormat: options.writesJSONL ? .jsonl : name.format, encoding: name.encoding?.rawValue,
                outputStart: file.start, outputRecord: outputLineCount + 1))
    }

    private func openOutput(of item: InputFile, _ name: InputName) throws(OutputError) -> OutputFile? {
        switch plan {
        case .single(let output): output
        case .tree(let tree): try tree.file(at: item.relativePath)
        case .inPlace(let suffix, let level):
            try OutputFile(
                replacing: item.path, suffix: suffix,
                compression: name.compression.map { OutputCompression($0, level: level) })
        case .none: nil
        }
    }

    private func write(_ result: CleanedBatch, of batch: RecordBatch, _ name: InputName) throws {
        guard let file = current else { return }
        file.representativeCount += result.representativeCount
        guard !file.isPassedOver else { return }
        let isWritten = options.writing != .nothing
        try fileLedger?.write(
            result.patches, result.members, inputOffset: batch.offset,
            outputOffset: isWritten ? (file.output?.byteCount ?? 0) - file.start : batch.offset)
        if fileLedger != nil || record != nil { file.outputDigest.update(result.output[...]) }
        file.tally.add(result)
        for error in result.errors { report(error) }
        do throws(OutputError) {
            try file.output?.write(result.output, memberEnds: result.memberEnds)
            if options.isLineBuffered { try file.output?.flush() }
        } catch {
            guard file.isAlone else { throw error }
            return lose(file, error)
        }
        if options.writesJSONL, fileLedger != nil {
            outputLineCount += result.output.withUnsafeBufferPointer { output in
                output.baseAddress.map { tamis_count_newlines($0, output.count) } ?? 0
            }
        }
        for row in result.rows {
            if let sample = row.sample { report.add(sample, source: row.site ?? name.path) }
            try onDocument(row)
        }
    }

    private func end(_ container: Container?) throws {
        guard let file = current else { return }
        current = nil
        if !file.isFailed { completeCount += 1 }
        if !file.isLost, case .tree = plan { finishOutput(of: file) }
        let read = inputDigest.latest
        if !file.isLost {
            try fileLedger?.end(
                LedgerTrailer(
                    inputByteCount: read.byteCount, inputDigest: read.hexadecimal,
                    outputByteCount: file.outputDigest.byteCount, outputDigest: file.outputDigest.hexadecimal,
                    summary: file.tally.summary, container: container))
        }
        if !file.isLost, case .inPlace = plan {
            // The way back must be on the disk before the way is taken.
            try fileLedger?.synchronize()
            finishOutput(of: file)
        }
        try record?.close(FinishedFile(file, read: read, settings: settingsDigest))
        if file.isLost {
            tellLosses(of: file)
        } else {
            total.add(file.tally)
        }
    }

    /// Gives the output of a file its name, or takes the name away from an older one where the file goes.
    private func finishOutput(of file: OpenFile) {
        do throws(OutputError) {
            if file.isLeftOut, case .tree = plan { try file.output?.leaveOut() } else { try file.output?.finish() }
        } catch {
            lose(file, error)
        }
    }

    /// One file that cannot be written does not end the run: its records are passed over.
    private func lose(_ file: OpenFile, _ error: OutputError) {
        file.passOver()
        report(InputError(error))
    }

    /// Where a file is not written, nor are its documents that others went for.
    private func tellLosses(of file: OpenFile) {
        guard file.representativeCount > 0 else { return }
        report(
            InputError(
                "was not written, and \(file.representativeCount) of its documents stand for others that were removed",
                file: file.item.path, advice: "run again when it can be, or those texts are in no output"))
    }

    private var isSingle: Bool { if case .single = plan { true } else { false } }

    /// Whether each input has an output of its own.
    private var isAlone: Bool {
        switch plan {
        case .tree, .inPlace: true
        case .single, .none: false
        }
    }

    private func report(_ error: InputError) {
        errorCount += 1
        onError(error)
    }
}

/// Records do not add up: what came in is not what was kept, changed, removed and rejected.
///
/// A fault of the program.
public struct ConservationError: Error, CustomStringConvertible {
    let summary: Summary

    /// The counts, and what to do.
    public var description: String {
        """
        \(summary.readCount) records came in, but \(summary.keptCount) kept + \(summary.changedCount) changed + \
        \(summary.removedCount) removed + \(summary.rejectedCount) rejected went out; nothing was renamed: please report this
        """
    }
}
