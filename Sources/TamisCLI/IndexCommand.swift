import ArgumentParser
import TamisIO

/// `tamis index`.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Look after an index of earlier runs.",
        discussion: """
            'tamis clean --index DIR' and 'tamis index build' make an index and add to it. It is a folder; its catalog is a SQLite database.

            EXAMPLES
              tamis index info seen
              tamis index verify seen
              tamis index export seen > documents.jsonl
              tamis index forget seen --id article-17
            """,
        subcommands: [
            IndexBuildCommand.self, IndexInfoCommand.self, IndexVerifyCommand.self, IndexExportCommand.self,
            IndexForgetCommand.self,
            IndexMergeCommand.self,
        ])
}

/// `tamis index info`.
struct IndexInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Print what an index holds: its parameters, and its runs with their documents.",
        discussion: """
            EXAMPLES
              tamis index info seen
              tamis index info --json seen
            """)

    @Argument(help: ArgumentHelp("The folder of the index.", valueName: "index"))
    var index: String

    @Flag(help: "Print an object of JSON.")
    var json = false

    func run() throws {
        try reportingFailures {
            let summary = try DocumentIndex(reading: index).summary()
            let output = try OutputFile(path: "-")
            try output.write(json ? summary.json : Array(Self.text(summary).utf8))
            try output.finish()
        }
    }

    private static func text(_ summary: IndexSummary) -> String {
        let header = ["run", "added", "documents", "duplicates", "release"]
        let rows = summary.runs.map { run in
            [
                "\(run.number)", run.added, "\(run.documentCount)", "\(run.duplicateCount)",
                TerminalText.escaped(run.tool),
            ]
        }
        return alignedRows([header] + rows)
            + "\n\(summary.documentCount) documents in \(summary.fileCount) files of \(summary.byteCount) bytes\n"
            + "\(summary.parameters)\n"
    }
}

/// `tamis index verify`.
struct IndexVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read every byte of an index and say what is damaged.",
        discussion: """
            EXAMPLES
              tamis index verify seen
              tamis index verify seen && echo sound
            """)

    @Argument(help: ArgumentHelp("The folder of the index.", valueName: "index"))
    var index: String

    func run() throws {
        try reportingFailures {
            var problemCount = 0
            try DocumentIndex(reading: index).verify { problem in
                problemCount += 1
                Message.error(problem)
            }
            if problemCount > 0 { throw ExitCode.someFailed }
        }
    }
}

/// `tamis index export`.
struct IndexExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the documents of an index as JSON Lines.",
        discussion: """
            Each line has the document's number, id, site, run, when it was added and its exact key, or what it duplicates.

            EXAMPLES
              tamis index export seen > documents.jsonl
              tamis index export seen | wc -l
            """)

    @Argument(help: ArgumentHelp("The folder of the index.", valueName: "index"))
    var index: String

    func run() throws {
        try reportingFailures {
            let output = try OutputFile(path: "-")
            try DocumentIndex(reading: index).export(to: output)
            try output.finish()
        }
    }
}
