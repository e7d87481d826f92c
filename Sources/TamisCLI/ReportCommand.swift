import ArgumentParser
import Tamis
import TamisIO

/// `tamis report`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Report duplicate ratios, and what each rule would take.",
        discussion: """
            The same pass as clean, without output. Ratios are given by line, paragraph and sentence, before cleaning: excess
            counts later copies only, member counts all copies of what stands more than once.

            EXAMPLES
              tamis report -r articles
              tamis report --json articles.jsonl | jq .total.lines.excess_fraction
              tamis report -r articles --signals gopher --profile gopher
              tamis report --compare article.txt
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    @Flag(help: "Write JSON: every document and the total.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Count the documents that violate these profiles once cleaned; all of them with --signals all.",
            valueName: "profiles"))
    var profile: String?

    @Flag(help: "Put the families' answers to the same questions side by side; medians over the documents.")
    var compare = false

    @Option(help: ArgumentHelp("How many documents the table shows, those that lose most first.", valueName: "n"))
    var top = 20

    @Option(help: ArgumentHelp("Exit with 1 where the excess fraction of all lines is above this.", valueName: "ratio"))
    var failOver: Double?

    func validate() throws {
        if let failOver, !(0...1).contains(failOver) { throw ValidationError("--fail-over takes a ratio from 0 to 1") }
        if top < 0 { throw ValidationError("--top must not be negative") }
    }

    func run() throws {
        try reportingFailures {
            let (files, hasFailed) = try input.files()
            let options = try options()
            let output = try OutputFile(path: "-")
            let jsonReport = try json ? JSONReport(output) : nil
            var table = ReportTable(documentLimit: top)
            var tallies = SignalTallies(options.settings.signals)
            var violations = ViolationTally(options.settings.requirements.map(\.profile))
            let run = CleanRun(
                options, to: .none, ledger: nil, onError: { Message.error($0) },
                onDocument: { row in
                    tallies.add(before: row.before, after: row.after)
                    if let found = row.violations { violations.add(found) }
                    if let jsonReport { try jsonReport.write(row) } else { table.add(row) }
                })
            try run.clean(files)
            if let jsonReport {
                try jsonReport.finish(
                    run.summary, tallies: tallies, violations: violations, comparesFamilies: compare)
            } else {
                let signals = SignalTable(tallies: tallies, violations: violations)
                try output.write(Array((compare ? signals.comparisons : table.text(run.summary, signals)).utf8))
            }
            try output.finish()
            if hasFailed || run.errorCount > 0 { throw ExitCode.someFailed }
            if let failOver, run.summary.duplicates.lines.excessFraction ?? 0 > failOver { throw ExitCode(1) }
        }
    }

    private func options() throws -> CleanOptions {
        var options = CleanOptions()
        options.settings = try rules.settings(defaultSignals: json && !compare ? "core" : "none")
        if compare {
            let names = FamilyComparison.all.flatMap(\.signals)
            options.settings.signals =
                (options.settings.signals + names.flatMap { Signal.named($0) ?? [] }).withoutRepeats
        }
        let isAll = rules.signals?.split(separator: ",").contains("all") ?? false
        if let profiles = profile ?? (isAll ? Profile.all.map(\.name).joined(separator: ",") : nil) {
            try rules.require(profiles, in: &options.settings)
        }
        try input.apply(to: &options)
        options.writing = .nothing
        options.listsDocuments = true
        options.annotationField = nil
        return options
    }
}
