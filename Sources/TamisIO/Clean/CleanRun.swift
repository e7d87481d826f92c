import CKernels
import Tamis

/// A run over inputs: reads, cleans on several threads, writes in order, keeps the ledger, counts.
public final class CleanRun {
    private let options: CleanOptions
    private let plan: OutputPlan
    private let ledger: LedgerWriter?
    private let onError: (InputError) -> Void
    private let onDocument: (DocumentRow) throws -> Void

    /// The counts so far.
    public private(set) var summary = Summary(rules: Rule.all.map(\.name))
    /// How many inputs or records failed.
    public private(set) var errorCount = 0
    /// How many records held the text field twice.
    public private(set) var repeatedFieldCount = 0
    /// What comparing the documents came to.
    public private(set) var corpusSummary = CorpusSummary()
    /// What the page about the corpus shows, where the options ask for samples.
    public private(set) var report = CorpusReport()
    /// How many records of WARC hold HTML and were passed on as they are.
    public private(set) var htmlCount = 0
    private let inputDigest = Digest()
    private var current: OpenFile?
    private var outputLineCount = 0
    private var beginCount = 0
    /// How many inputs were read to their ends.
    private var completeCount = 0

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - onError: Told of each input or record that failed, in order; the run goes on.
    ///   - onDocument: Given a row per document, in order, where the options list documents.
    public init(
        _ options: CleanOptions, to plan: OutputPlan, ledger: LedgerWriter?,
        onError: @escaping (InputError) -> Void, onDocument: @escaping (DocumentRow) throws -> Void = { _ in }
    ) {
        self.options = options
        self.plan = plan
        self.ledger = ledger
        self.onError = onError
        self.onDocument = onDocument
    }

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
        let cleaner = BatchCleaner(options, corpus: frozen)
        try InputPass(items: items, options: options).run(
            isStopped: { self.isStopped }, work: { batch, name in cleaner.clean(batch, of: name) },
            consume: { step, result in try self.take(step, result) })
        guard summary.isConserved else { throw ConservationError(summary: summary) }
        // What was decided about a record must not befall another one that stands in its place by now.
        if !isStopped, let digest = frozen.inputDigest, digest != inputDigest.hexadecimal {
            throw InputError(
                "an input changed while it was read; nothing was renamed", file: "clean", advice: "run again")
        }
        if case .single(let output) = plan {
            // What was not read to its end must not stand under a final name, nor a ledger that describes it.
            if isStopped, output.path != "-" { return }
            // Of an input that ends too early the documents before are delivered; without any, an older output stays.
            if completeCount > 0 || output.byteCount > 0 || output.path == "-" { try output.finish() }
        }
        try ledger?.finish()
        // What stands under its name comes first: a run that is killed here adds its documents when it is run again.
        if !isStopped { try indexUpdate?.commit() }
    }

    private var isStopped: Bool { options.stopsOnError && errorCount > 0 }

    private func take(_ step: InputStep, _ result: CleanedBatch?) throws {
        // Readers are ahead of the error that stops the run: what they hand on after it does not count.
        guard !isStopped else { return }
        switch step {
        case .begin(let name, let item): try begin(name, item)
        case .batch(let batch, let name):
            inputDigest.update(batch.bytes[...])
            try write(result ?? CleanedBatch(), of: batch, name)
        case .end(let container): try end(container)
        case .failure(let error):
            current?.isFailed = true
            report(error)
        }
    }

    private func begin(_ name: InputName, _ item: InputFile) throws {
        if [.text, .csv, .tsv].contains(name.format), !options.writesJSONL, singleOutput != nil, beginCount > 0 {
            throw InputError(
                name.format == .text ? "is a second text for one output" : "is another table for one output",
                file: item.path,
                advice: "give -o with a folder, or --to jsonl", isUsage: true)
        }
        beginCount += 1
        let output: OutputFile?
        do throws(OutputError) {
            output = try openOutput(of: item, name)
        } catch {
            // One file that cannot be written does not end the run: its records are passed over.
            current = nil
            return report(InputError(error.what, file: error.file, advice: error.advice))
        }
        current = OpenFile(output, isText: name.format == .text)
        try ledger?.begin(
            LedgerFile(
                input: item.path, name: item.relativePath, output: output?.path ?? "", format: name.format,
                outputFormat: options.writesJSONL ? .jsonl : name.format, encoding: name.encoding?.rawValue,
                outputStart: output?.byteCount ?? 0, outputRecord: outputLineCount + 1))
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
        let isWritten = options.writing != .nothing
        try ledger?.write(
            result.patches, inputOffset: batch.offset,
            outputOffset: isWritten ? (file.output?.byteCount ?? 0) - file.start : batch.offset)
        if ledger != nil {
            file.inputDigest.update(batch.bytes[...])
            file.outputDigest.update(result.output[...])
        }
        try file.output?.write(result.output, memberEnds: result.memberEnds)
        if options.isLineBuffered { try file.output?.flush() }
        if options.writesJSONL {
            outputLineCount += result.output.withUnsafeBufferPointer { output in
                output.baseAddress.map { tamis_count_newlines($0, output.count) } ?? 0
            }
        }
        merge(result.summary)
        try file.summary.merge(result.summary)
        file.isLeftOut = file.isText && file.summary.removedCount > 0
        repeatedFieldCount += result.repeatedFieldCount
        htmlCount += result.htmlCount
        for error in result.errors { report(error) }
        for row in result.rows {
            if let sample = row.sample { report.add(sample, source: row.site ?? name.path) }
            try onDocument(row)
        }
    }

    private func end(_ container: Container?) throws {
        guard let file = current else { return }
        current = nil
        // What was not read to its end must not stand under the final name of a file of its own.
        if file.isFailed, file.output !== singleOutput { return }
        if !file.isFailed { completeCount += 1 }
        try ledger?.end(
            LedgerTrailer(
                inputByteCount: file.inputDigest.byteCount, inputDigest: file.inputDigest.hexadecimal,
                outputByteCount: file.outputDigest.byteCount, outputDigest: file.outputDigest.hexadecimal,
                summary: file.summary, container: container))
        switch plan {
        case .tree where file.isLeftOut: try file.output?.leaveOut()
        case .tree: try file.output?.finish()
        case .inPlace:
            // The way back must be on the disk before the way is taken.
            try ledger?.synchronize()
            try file.output?.finish()
        case .single, .none: break
        }
    }

    private var singleOutput: OutputFile? {
        if case .single(let output) = plan { output } else { nil }
    }

    private func merge(_ part: Summary) {
        do {
            try summary.merge(part)
        } catch {
            preconditionFailure("the parts of one run have the same rules")
        }
    }

    private func report(_ error: InputError) {
        errorCount += 1
        onError(error)
    }
}

/// The file being written.
private final class OpenFile {
    let output: OutputFile?
    let isText: Bool
    let start: Int
    let inputDigest = Digest()
    let outputDigest = Digest()
    var summary = Summary(rules: Rule.all.map(\.name))
    var isFailed = false
    /// Whether it is a text that a profile refuses: it has no place in a tree.
    var isLeftOut = false

    init(_ output: OutputFile?, isText: Bool) {
        self.output = output
        self.isText = isText
        start = output?.byteCount ?? 0
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
