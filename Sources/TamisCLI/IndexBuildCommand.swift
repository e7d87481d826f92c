import ArgumentParser
import Tamis
import TamisIO

/// `tamis index build`.
struct IndexBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Add documents to an index, and write no output.",
        discussion: """
            Documents are cleaned and compared as 'tamis clean --index' does it; those that stay are added.

            EXAMPLES
              tamis index build seen articles.jsonl
              tamis index build archive -r articles --near 0.7 --memory 4G
            """)

    @Argument(help: ArgumentHelp("The folder of the index; it is made where it is missing.", valueName: "index"))
    var index: String

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    @OptionGroup(title: "Documents against documents") var comparison: ComparisonArguments

    func run() throws {
        try reportingFailures {
            let (files, hasFailed) = try input.files()
            var options = CleanOptions()
            options.settings = try rules.settings(defaultSignals: "none")
            try input.apply(to: &options)
            try comparison.apply(to: &options)
            options.annotationField = nil
            options.writing = .nothing
            var corpus = try comparison.corpusOptions()
            corpus.indexPath = index
            corpus.addsToIndex = true
            options.corpus = corpus
            let failures = FailureMessages()
            let run = CleanRun(options, to: .none, ledger: nil, onError: failures.tell)
            try run.clean(files)
            failures.finish(unseenFields: run.unseenFields)
            Message.write(RunSummary(run.summary, ledger: nil).text)
            if hasFailed || run.errorCount > 0 { throw ExitCode.someFailed }
        }
    }
}
