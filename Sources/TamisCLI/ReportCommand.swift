import ArgumentParser
import Tamis
import TamisIO

/// `tamis report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Report duplicate ratios, and what each rule would take.",
        discussion: """
            The same pass as clean, without output. Ratios are given by line, paragraph, sentence and document, before cleaning: \
            excess counts later copies only, member counts all copies of what stands more than once. --html writes a page to \
            look at: one file without scripts.

            EXAMPLES
              tamis report -r articles
              tamis report --json articles.jsonl | jq .total.lines.excess_fraction
              tamis report -r articles --signals gopher --profile gopher
              tamis report --compare article.txt
              tamis report -r articles --html report.html
              tamis report --merge parts.jsonl --html report.html
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions
    @OptionGroup(title: "Documents against documents") var corpus: CorpusArguments

    @Flag(help: "Write JSON: every document and the total.")
    var json = false

    @Flag(help: "Write comma-separated values: a line per document, safe to open in a spreadsheet.")
    var csv = false

    @Flag(help: "Write tables of Markdown: the totals.")
    var markdown = false

    @Option(help: ArgumentHelp("Write a page of HTML to this file as well.", valueName: "file"))
    var html: String?

    @Flag(help: "Leave the texts of documents out of the page.")
    var redact = false

    @Flag(help: "The inputs are lines of 'tamis clean --summary', made with the same rules: add them up.")
    var merge = false

    @Option(
        help: ArgumentHelp(
            "Count the documents that violate these profiles once cleaned; all of them with --signals all, gopher and fineweb with --html.",
            valueName: "profiles"))
    var profile: String?

    @Flag(help: "Put the families' answers to the same questions side by side; medians over the documents.")
    var compare = false

    @Option(help: "Show how far the run is, on standard error: auto (on a terminal), always, never or json.")
    var progress: ProgressChoice = .auto

    @Option(help: ArgumentHelp("How many documents the table shows, those that lose most first.", valueName: "n"))
    var top = 20

    @Option(help: ArgumentHelp("Exit with 1 where the excess fraction of all lines is above this.", valueName: "ratio"))
    var failOver: Double?

    func validate() throws {
        if let failOver, !(0...1).contains(failOver) { throw ValidationError("--fail-over takes a ratio from 0 to 1") }
        if [json, csv, markdown, compare && !json].count(where: { $0 }) > 1 {
            throw ValidationError("--json, --csv, --markdown and --compare exclude each other but for --json --compare")
        }
        if merge, json || csv || markdown || compare || profile != nil || failOver != nil {
            throw ValidationError("--merge goes with --html and --redact only")
        }
        if redact, html == nil { throw ValidationError("--redact goes with --html") }
        if html == "-" { throw ValidationError("--html takes a file; standard output has the table") }
        if top < 0 { throw ValidationError("--top must not be negative") }
    }

    func run() throws {
        try reportingFailures {
            let (files, hasFailed) = try input.files()
            var options = try options()
            if merge {
                if hasFailed { throw ExitCode.someFailed }
                return try writeMerged(files, options)
            }
            let progressBar = ProgressBar(progress, totalBytes: options.byteCount(toRead: files))
            if let progressBar { options.onBytesRead = { progressBar.add($0) } }
            defer { progressBar?.finish() }
            let page = try html.map { try pageFile($0, files) }
            let output = try OutputFile(path: "-")
            let jsonReport = try json ? JSONReport(output) : nil
            let csvReport = try csv ? CSVReport(output) : nil
            var table = ReportTable(documentLimit: top)
            var tallies = ReportTallies(options.settings)
            let failures = FailureMessages()
            let run = CleanRun(
                options, to: .none, ledger: nil,
                onError: { error in
                    progressBar?.hide()
                    failures.tell(error)
                },
                onDocument: { row in
                    tallies.add(row)
                    try jsonReport?.write(row)
                    try csvReport?.write(row)
                    if jsonReport == nil, csvReport == nil { table.add(row) }
                })
            try run.clean(files)
            progressBar?.finish()
            failures.finish(unseenFields: run.unseenFields)
            if let jsonReport {
                try jsonReport.finish(
                    run.summary, run.corpusSummary, tallies: tallies.signals, violations: tallies.violations,
                    comparesFamilies: compare)
            } else if markdown {
                try output.write(Array(MarkdownReport(run).text.utf8))
            } else if csvReport == nil {
                let signals = SignalTable(
                    tallies: tallies.signals, violations: tallies.violations, showsSignals: rules.signals != nil,
                    showsViolations: asksForViolations)
                try output.write(
                    Array(
                        (compare ? signals.comparisons : table.text(run.summary, run.corpusSummary, signals)).utf8))
            }
            if let page { try tallies.write(run, options, isRedacted: redact, to: page) }
            try output.finish()
            if hasFailed || run.errorCount > 0 { throw ExitCode.someFailed }
            if let failOver, run.summary.duplicates.lines.excessFraction ?? 0 > failOver { throw ExitCode(1) }
        }
    }

    /// Adds up parts of a run and writes their table and page.
    private func writeMerged(_ files: [InputFile], _ options: CleanOptions) throws {
        var options = options
        // Parts are judged by the rules that made them, and by no profile of the page.
        options.settings = try rules.settings(defaultSignals: "core")
        // That of the parts says nothing about the documents.
        options.format = nil
        let whole = try ReportMerge(files, settings: options.settings).merged()
        let page = try html.map { try pageFile($0, files) }
        if let page {
            guard let contents = ReportPage(of: whole, options: options, isRedacted: redact) else {
                throw InputError(
                    "has parts without samples", file: files.first?.path ?? "-",
                    advice: "make them with --summary and --samples", isUsage: true)
            }
            try page.write(contents.bytes)
            try page.finish()
        }
        let output = try OutputFile(path: "-")
        let table = ReportTable(documentLimit: 0, showsRepeats: whole.report != nil)
        let signals = SignalTable(
            tallies: SignalTallies([]), violations: ViolationTally([]), showsSignals: false, showsViolations: false)
        try output.write(Array(table.text(whole.summary, whole.corpusSummary, signals).utf8))
        try output.finish()
    }

    /// Opens the page's file, which must be no input.
    private func pageFile(_ path: String, _ files: [InputFile]) throws -> OutputFile {
        if let same = files.first(where: { InputTree.isSameFile($0.path, path) }) {
            throw InputError(
                "is an input and would be written over", file: same.path, advice: "name another file by --html",
                isUsage: true)
        }
        return try OutputFile(path: path)
    }

    private var isOfAllSignals: Bool { rules.signals?.split(separator: ",").contains("all") ?? false }

    /// Whether the table shows violated bounds: a page does so unasked.
    private var asksForViolations: Bool { profile != nil || isOfAllSignals }

    private func options() throws -> CleanOptions {
        var options = CleanOptions()
        options.settings = try rules.settings(defaultSignals: (json || html != nil) && !compare ? "core" : "none")
        if compare {
            let names = FamilyComparison.all.flatMap(\.signals)
            options.settings.signals =
                (options.settings.signals + names.flatMap { Signal.named($0) ?? [] }).withoutRepeats
        }
        // A page without bounds would show numbers that nothing is said about.
        let byDefault =
            isOfAllSignals ? Profile.all.map(\.name).joined(separator: ",") : html.map { _ in "gopher,fineweb" }
        if let profiles = profile ?? byDefault {
            try rules.require(profiles, in: &options.settings)
        }
        try input.apply(to: &options)
        if html != nil {
            // The page draws the bounds on the signals that they judge.
            let judged = options.settings.requirements.flatMap(\.profile.signals)
            options.settings.signals = (options.settings.signals + judged).withoutRepeats
        }
        try corpus.apply(to: &options)
        // A report writes nothing, so it adds nothing either.
        options.corpus?.addsToIndex = false
        options.writing = .nothing
        options.listsDocuments = true
        options.samplesDocuments = html != nil
        options.annotationField = nil
        return options
    }
}
