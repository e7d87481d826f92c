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
            CleanCommand.self, ExplainCommand.self, RestoreCommand.self, ReportCommand.self, FingerprintCommand.self,
            TemplatesCommand.self, CompareCommand.self, IndexCommand.self, ListCommand.self, DoctorCommand.self,
        ])

    /// Runs the command line.
    ///
    /// A bare `tamis` at a terminal gets short help and the exit code of a wrong command line.
    static func main() {
        Allocator.keepMemory()
        // Swift finds the arguments by way of /proc; without them the name is missing as well, and nothing was asked for.
        if CommandLine.arguments.isEmpty {
            Message.error("the command line cannot be read; is /proc mounted?")
            Glibc.exit(ExitCode.someFailed.rawValue)
        }
        let arguments = CleanCommand.expandingInPlace(Array(CommandLine.arguments.dropFirst()))
        if arguments.isEmpty, isatty(STDIN_FILENO) == 1 {
            Message.write(helpMessage(columns: 80))
            Glibc.exit(ExitCode.usage.rawValue)
        }
        do {
            try refuseUnknownCommand(arguments)
            var command = try parsed(arguments)
            do {
                try command.run()
            } catch let error as ValidationError {
                refuse(error, by: type(of: command))
            }
        } catch {
            leave(with: error)
        }
    }

    /// Parses the command line, first as its command does, since the root would read the options of that command three times; what is
    /// wrong or asks for help is the root's to tell.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
        if let named, named.configuration.subcommands.isEmpty,
            let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named
        {
            return command
        }
        return try parseAsRoot(arguments)
    }

    /// Names the command that was meant: the parser would only call it an unexpected argument.
    private static func refuseUnknownCommand(_ arguments: [String]) throws {
        var commands = configuration.subcommands
        var path = ""
        for name in arguments {
            guard !commands.isEmpty, !name.hasPrefix("-"), name != "help" else { return }
            if let command = commands.first(where: { $0.configuration.commandName == name }) {
                commands = command.configuration.subcommands
                path += name + " "
                continue
            }
            let known = commands.compactMap { $0.configuration.commandName } + (path.isEmpty ? ["help"] : [])
            let advice =
                nearest(to: name, among: known).map { "did you mean '\(path)\($0)'?" } ?? "see 'tamis \(path)--help'"
            Message.error("unknown command '\(path)\(TerminalText.escaped(name))'; \(advice)")
            throw ExitCode.usage
        }
    }

    /// Ends the process because a command found late that its line is wrong: the parser would show the usage of another one.
    private static func refuse(_ error: ValidationError, by command: any ParsableCommand.Type) -> Never {
        let usage = usageString(for: command)
        let name = usage.split(separator: " ").prefix { !$0.hasPrefix("[") && !$0.hasPrefix("<") }.joined(
            separator: " ")
        for line in ["Error: \(error.message)", "Usage: \(usage)", "  See '\(name) --help' for more information."] {
            Message.write(TerminalText.escaped(line))
        }
        Glibc.exit(ExitCode.usage.rawValue)
    }

    /// Ends the process with what an error asks for; help goes to standard output, and a failure to write it is told.
    private static func leave(with error: any Error) -> Never {
        guard exitCode(for: error) == .success else { fail(with: error) }
        do {
            try reportingFailures {
                let output = try OutputFile(path: "-")
                try output.write(Array((fullMessage(for: error) + "\n").utf8))
                try output.finish()
            }
        } catch {
            fail(with: error)
        }
        Glibc.exit(0)
    }

    /// Ends the process with an error's message, which may hold words of the command line, safe for a terminal.
    private static func fail(with error: any Error) -> Never {
        let message = fullMessage(for: error)
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        if !message.isEmpty {
            Message.write(lines.map { TerminalText.escaped(String($0)) }.joined(separator: "\n"))
        }
        Glibc.exit(exitCode(for: error).rawValue)
    }
}
