import ArgumentParser
import Tamis
import TamisIO

/// `tamis templates`.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Count the lines that many documents share, for 'tamis clean --templates'.",
        discussion: """
            Only the first pass of clean is done: its answer goes to a file, which other runs and machines can use.

            EXAMPLES
              tamis templates -r articles -o site.templates
              tamis templates articles.jsonl --url-field url -o site.templates
            """)

    @OptionGroup(title: "Input") var input: InputOptions

    @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The field of a JSONL record that names its site.", valueName: "field"))
    var siteField: String?

    @Option(
        help: ArgumentHelp("The field of a JSONL record with its address, whose host is the site.", valueName: "field"))
    var urlField: String?

    @Flag(help: "Write what each document votes for, as JSON Lines for an engine that counts.")
    var ballots = false

    @Flag(help: "The inputs are JSON Lines of keys that an engine counted.")
    var counted = false

    func validate() throws {
        if ballots, counted { throw ValidationError("--ballots and --counted exclude each other") }
    }

    func run() throws {
        try reportingFailures {
            let (files, hasFailed) = try input.files(excluding: output)
            var options = CleanOptions()
            try input.apply(to: &options)
            options.siteField = try siteField.map { try InputOptions.fieldPath($0, option: "--site-field") }
            options.urlField = try urlField.map { try InputOptions.fieldPath($0, option: "--url-field") }
            let failures = FailureMessages()
            if ballots {
                let run = BallotRun(files, options)
                try run.write(to: OutputFile(path: output))
                failures.finish(unseenFields: run.unseenFields)
                if hasFailed { throw ExitCode.someFailed }
                return
            }
            let file = try OutputFile(path: output)
            let count: Int
            if counted {
                count = try TemplateCollection(files).write(to: file)
            } else {
                let run = TemplateCount(files, options)
                count = try run.write(to: file, onError: failures.tell)
                failures.finish(unseenFields: run.unseenFields)
            }
            Message.write("\(count) lines are shared by many documents: \(TerminalText.escaped(output))")
            if hasFailed || failures.count > 0 { throw ExitCode.someFailed }
        }
    }
}
