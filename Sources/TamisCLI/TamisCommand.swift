import ArgumentParser
import Glibc
import Tamis
import TamisIO

/// The command `tamis`.
@main
struct TamisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tamis",
        abstract: "Cleans scraped articles, explains every cut, and can undo it.",
        discussion: """
            Scraped articles go in; clean articles, quality signals and a ledger of every changed byte come out.

            EXAMPLES
              tamis clean article.txt > clean.txt
              tamis clean -r articles -o cleaned --ledger ledger.jsonl
            """,
        version: "tamis \(Version.release) (algorithm \(Version.algorithm), seed \(Version.seed))",
        subcommands: [
            CleanCommand.self, ExplainCommand.self, RestoreCommand.self, ReportCommand.self, ListCommand.self,
        ])

    /// Runs the command line.
    ///
    /// A bare `tamis` at a terminal gets short help and the exit code of a wrong command line.
    static func main() {
        Allocator.keepMemory()
        let arguments = CleanCommand.expandingInPlace(Array(CommandLine.arguments.dropFirst()))
        if arguments.isEmpty, isatty(STDIN_FILENO) == 1 {
            Message.write(helpMessage(columns: 80))
            Glibc.exit(ExitCode.validationFailure.rawValue)
        }
        main(arguments)
    }
}
