import ArgumentParser
import Tamis
import TamisIO

/// What texts are written as.
enum OutputFormat: String, Choice {
    case text
    case jsonl
}

/// `tamis clean`.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean",
        abstract: "Clean documents and write them.",
        discussion: """
            A text goes out as text, JSON Lines as JSON Lines with one object added to each record. One input goes to \
            standard output or to the file of -o; several go to the folder of -o under their own names. Outputs whose names \
            end in .gz or .zst are compressed.

            EXAMPLES
              tamis clean article.txt > clean.txt
              tamis clean -r articles -o cleaned --ledger ledger.jsonl
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    @OptionGroup(title: "Documents against documents") var corpus: CorpusArguments

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Where to write: a file, or a folder for several inputs.", valueName: "path"))
    var output: String?

    @Flag(
        name: [.customLong("in-place")],
        help: "Write over the inputs; also -i, or -iSUFFIX to keep them under name and suffix.")
    var isInPlace = false

    @Option(help: ArgumentHelp("With --in-place, the suffix under which inputs are kept.", valueName: "suffix"))
    var backupSuffix = ""

    @Flag(
        help: ArgumentHelp(
            "Leave alone what an earlier run with --resume finished, where input, settings and release are the same. The "
                + "folder of -o keeps the record of it, .tamis-resume."))
    var resume = false

    @Flag(help: "Write each record as soon as it is clean; documents are then not compared (--scope document).")
    var lineBuffered = false

    @Option(
        help: ArgumentHelp(
            "How hard outputs called .gz or .zst are compressed: 1 to 9, for .zst to 22.", valueName: "level"))
    var level: Int?

    @Option(help: "Write texts as text, or as records of JSON Lines.")
    var to: OutputFormat = .text

    @Option(help: ArgumentHelp("Write all findings to this file, for 'tamis restore'.", valueName: "file"))
    var ledger: String?

    @Option(help: ArgumentHelp("Write a page of HTML about the run to this file.", valueName: "file"))
    var report: String?

    @Option(
        help: ArgumentHelp(
            "Write the counts of the run as a line of JSON to this file; 'tamis report --merge' adds such lines up.",
            valueName: "file"))
    var summary: String?

    @Flag(help: "With --summary, add what a page of HTML shows, so that 'tamis report --merge --html' can make one.")
    var samples = false

    @Flag(help: "Leave the texts of documents out of the page of --report.")
    var redact = false

    @Option(
        help: ArgumentHelp(
            "Leave out documents that violate a bound of these profiles, such as gopher or en:gopher,de:fineweb2; with "
                + "--annotate only say so. See 'tamis list profiles'.", valueName: "profiles"))
    var require: String?

    @Flag(help: "Cut nothing; list the findings in the annotation.")
    var annotate = false

    @Flag(help: "Write nothing but the ledger and the summary.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "The name of the object added to records, tamis by default; with it CSV gets a column.", valueName: "name"))
    var annotationField: String?

    @Flag(help: "Add no object to records.")
    var noAnnotation = false

    @Option(help: "Show how far the run is, on standard error: auto (on a terminal), always, never or json.")
    var progress: ProgressChoice = .auto

    @Flag(name: [.short, .long], help: "No summary.")
    var quiet = false

    /// The arguments with `-i` and `-iSUFFIX` spelled out: an option whose value is optional is no part of the parser.
    static func expandingInPlace(_ arguments: [String]) -> [String] {
        guard arguments.first == "clean" else { return arguments }
        var isOption = true
        return arguments.flatMap { argument -> [String] in
            if argument == "--" { isOption = false }
            guard isOption, argument.hasPrefix("-i") else { return [argument] }
            let suffix = argument.dropFirst(2)
            return suffix.isEmpty ? ["--in-place"] : ["--in-place", "--backup-suffix=\(suffix)"]
        }
    }

    func validate() throws {
        if isInPlace, output != nil { throw ValidationError("--in-place and --output exclude each other") }
        if isInPlace, to == .jsonl { throw ValidationError("--in-place and --to jsonl exclude each other") }
        if !backupSuffix.isEmpty, !isInPlace { throw ValidationError("--backup-suffix goes with --in-place") }
        if let level, !(1...22).contains(level) { throw ValidationError("--level takes 1 to 22") }
        let documents = isInPlace || dryRun ? nil : output ?? "-"
        if let report, [documents, ledger, summary].contains(report) {
            throw ValidationError("--report names the file of another output")
        }
        if let summary, [documents, ledger].contains(summary) {
            throw ValidationError("--summary names the place of another output")
        }
        try refuseResume()
        if samples, summary == nil { throw ValidationError("--samples goes with --summary") }
        if redact, report == nil { throw ValidationError("--redact goes with --report") }
        if report == "-" { throw ValidationError("--report takes a file; standard output has the documents") }
        if annotate, noAnnotation { throw ValidationError("--annotate and --no-annotation exclude each other") }
    }

    /// Only outputs of their own can be finished one by one.
    private func refuseResume() throws {
        guard resume else { return }
        if isInPlace || dryRun || output == nil || output == "-" || to == .jsonl {
            throw ValidationError("--resume goes with -o and a folder, where each input has an output of its own")
        }
        if summary != nil {
            throw ValidationError("--resume and --summary exclude each other: its counts are of one run")
        }
        if report != nil {
            throw ValidationError(
                "--resume and --report exclude each other: what is finished is not looked at again; 'tamis report --html' makes "
                    + "the page")
        }
    }

    func run() throws {
        try reportingFailures {
            let (files, hasFailed) = try input.files(excluding: output)
            var options = try options(files)
            let progressBar = ProgressBar(progress, totalBytes: options.byteCount(toRead: files))
            if let progressBar { options.onBytesRead = { progressBar.add($0) } }
            defer { progressBar?.finish() }
            let page = try report.map { try OutputFile(path: $0) }
            let counts = try summary.map { try OutputFile(path: $0) }
            var tallies = ReportTallies(options.settings)
            let failures = FailureMessages(
                advice: options.keepsLedger ? "the ledger keeps them all" : "--ledger keeps each with its reason")
            let run = try makeRun(
                files, options,
                onError: { error in
                    progressBar?.hide()
                    failures.tell(error)
                }, onDocument: { tallies.add($0) })
            try run.clean(files)
            progressBar?.finish()
            failures.finish(unseenFields: run.unseenFields)
            if let page { try tallies.write(run, options, isRedacted: redact, to: page) }
            if let counts {
                try counts.write(ReportPart(of: run, options).line)
                try counts.finish()
            }
            if run.repeatedFieldCount > 0 {
                Message.error(
                    "\(run.repeatedFieldCount) records hold the field '\(input.textField)' twice; the last one counts")
            }
            if run.htmlCount > 0 {
                Message.error(
                    "\(run.htmlCount) \(run.htmlCount == 1 ? "record of HTML was" : "records of HTML were") passed on; extract their texts first, for "
                        + "example with trafilatura (see docs/formats.md)")
            }
            if run.finishedCount > 0, !quiet {
                Message.write("\(run.finishedCount) of \(files.count) inputs were finished already")
            }
            if !quiet { Message.write(RunSummary(run.summary, ledger: ledgerPath(files)).text) }
            if hasFailed || run.errorCount > 0 { throw ExitCode.someFailed }
        }
    }

    private func options(_ files: [InputFile]) throws -> CleanOptions {
        var options = CleanOptions()
        options.settings = try rules.settings(defaultSignals: "core")
        try input.apply(to: &options)
        if let require { try rules.require(require, in: &options.settings) }
        options.removesViolations = true
        options.isLineBuffered = lineBuffered
        try corpus.apply(to: &options)
        // A run that writes nothing leaves the index as it is.
        if dryRun { options.corpus?.addsToIndex = false }
        options.annotationField = noAnnotation ? nil : annotationField ?? "tamis"
        options.annotatesTables = annotate || annotationField != nil
        options.writesJSONL = to == .jsonl
        options.writing = dryRun ? .nothing : annotate ? .annotated : .cleaned
        options.listsDocuments = report != nil || samples
        options.samplesDocuments = report != nil || samples
        options.keepsLedger = ledgerPath(files) != nil
        try refuseInputs(files, ledgerPath(files))
        return options
    }

    private func makeRun(
        _ files: [InputFile], _ options: CleanOptions, onError: @escaping (InputError) -> Void,
        onDocument: @escaping (DocumentRow) -> Void
    ) throws -> CleanRun {
        let ledgerPath = ledgerPath(files)
        let plan = try outputPlan(files)
        let ledger = try ledgerPath.map { path in
            try LedgerWriter(
                isInPlace
                    ? OutputFile(growing: path)
                    : OutputFile(path: path, compression: OutputCompression(suffixOf: path)),
                options: options)
        }
        return CleanRun(
            options, to: plan, ledger: ledger, record: try resumeRecord(plan), onError: onError, onDocument: onDocument)
    }

    private func resumeRecord(_ plan: OutputPlan) throws -> ResumeRecord? {
        guard resume else { return nil }
        guard case .tree(let tree) = plan else {
            throw ValidationError("--resume goes with a folder for -o; '\(output ?? "")' is none: end it with /")
        }
        return try ResumeRecord(in: tree)
    }

    /// The ledger of a run in place stands beside its one input unless it is named.
    private func ledgerPath(_ files: [InputFile]) -> String? {
        ledger ?? (isInPlace && !dryRun ? files.first.map { $0.path + ".ledger.jsonl" } : nil)
    }

    private func outputPlan(_ files: [InputFile]) throws -> OutputPlan {
        if dryRun { return .none }
        if isInPlace {
            guard !files.contains(where: { $0.path == "-" }) else {
                throw ValidationError("standard input cannot be written over; leave --in-place out")
            }
            guard ledger != nil || files.count <= 1 else {
                throw ValidationError("several inputs in place need --ledger FILE, the way back")
            }
            return .inPlace(suffix: backupSuffix, level: level)
        }
        guard let output, output != "-" else {
            try refuseLevel(for: nil)
            return .single(try OutputFile(path: "-"))
        }
        let isFolder =
            files.count > 1 || input.isRecursive || input.files0From != nil || output.hasSuffix("/")
            || Folder.exists(at: output)
        if isFolder, to == .text { return .tree(try OutputTree(path: output, level: level)) }
        let compression = OutputCompression(suffixOf: output, level: level)
        try refuseLevel(for: compression)
        return .single(try OutputFile(path: output, compression: compression))
    }

    /// A level that the one output has no use for is a mistake; in a tree or in place it is for the files that can take it.
    private func refuseLevel(for compression: OutputCompression?) throws {
        guard let level else { return }
        guard let compression else { throw ValidationError("--level goes with an output called .gz or .zst") }
        if level > compression.compression.highestLevel {
            throw ValidationError("--level takes 1 to \(compression.compression.highestLevel) for this output")
        }
    }

    /// Refuses an output or a ledger that is also an input.
    private func refuseInputs(_ files: [InputFile], _ ledgerPath: String?) throws {
        let target = output ?? "-"
        if let ledgerPath, !isInPlace, !dryRun, ledgerPath == target || InputTree.isSameFile(target, ledgerPath) {
            throw InputError(
                "would take both output and ledger", file: ledgerPath, advice: "name another ledger", isUsage: true)
        }
        for written in [isInPlace ? nil : output, ledgerPath, report, summary].compactMap({ $0 }) {
            if let same = files.first(where: { InputTree.isSameFile($0.path, written) }) {
                throw InputError(
                    "is an input and would be written over", file: same.path,
                    advice: "name another output, or use --in-place", isUsage: true)
            }
        }
        if !isInPlace, output == nil,
            let same = files.first(where: { $0.path != "-" && InputTree.isStandardOutput($0.path) })
        {
            throw InputError(
                "is an input and would be written over", file: same.path, advice: "redirect to another file",
                isUsage: true)
        }
    }
}
