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
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    @Flag(help: "Write JSON: every document and the total.")
    var json = false

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
            var options = CleanOptions()
            options.settings = try rules.settings(defaultSignals: json ? "core" : "none")
            try input.apply(to: &options)
            options.writing = .nothing
            options.listsDocuments = true
            let output = try OutputFile(path: "-")
            let jsonReport = try json ? JSONReport(output) : nil
            var table = ReportTable(documentLimit: top)
            let run = CleanRun(
                options, to: .none, ledger: nil, onError: { Message.error($0) },
                onDocument: { row in
                    if let jsonReport { try jsonReport.write(row) } else { table.add(row) }
                })
            try run.clean(files)
            if let jsonReport {
                try jsonReport.finish(run.summary)
            } else {
                try output.write(Array(table.text(run.summary).utf8))
            }
            try output.finish()
            if hasFailed || run.errorCount > 0 { throw ExitCode.someFailed }
            if let failOver, run.summary.duplicates.lines.excessFraction ?? 0 > failOver { throw ExitCode(1) }
        }
    }
}
