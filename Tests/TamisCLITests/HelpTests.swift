import Testing

/// Every help text has examples that work, and names all there is.
@Suite struct HelpTests {
    static let commands =
        ["", "clean", "explain", "restore", "report", "fingerprint", "templates", "list", "doctor"] + indexCommands
    static let indexCommands = [
        "index", "index build", "index info", "index verify", "index export", "index forget", "index merge",
    ]

    @Test(arguments: commands)
    func examplesRun(command: String) throws {
        let help = try Workspace().tamis(command + " --help")
        #expect(help.isDone && help.messages.isEmpty)
        let examples = help.text.split(separator: "\n").drop { $0 != "EXAMPLES" }.dropFirst().prefix {
            $0.hasPrefix("  tamis ")
        }
        #expect(examples.count >= 2)
        for example in examples {
            let workspace = try Workspace([
                "article.txt": Article.dirty, "articles/a.txt": Article.dirty, "articles.jsonl": Article.record,
            ])
            if example.contains("--merge") {
                #expect(try workspace.tamis("clean -q articles.jsonl -o out --summary parts.jsonl --samples").isDone)
            }
            if command.hasPrefix("index") {
                try workspace.addRuns(0..<1, toIndex: "seen")
                try workspace.addRuns(1..<2, toIndex: "more")
            }
            if command == "restore" {
                // What the examples restore must have been cleaned before.
                let line =
                    example.contains(" cleaned ") ? "clean -r articles -o cleaned" : "clean article.txt -o clean.txt"
                #expect(try workspace.tamis(line + " --ledger ledger.jsonl").isDone)
            }
            let run = try workspace.shell(String(example))
            // A tool behind the pipe that is not installed is no fault of the example.
            let isMissing = run.ending == .exit(127) && !run.messages.contains("tamis: command not found")
            #expect(run.isDone || isMissing, "\(example): \(run.messages)")
            if command == "restore", example.contains("> article.txt") {
                #expect(workspace.text("article.txt") == Article.dirty)
            }
            if example.contains("> clean.txt") { #expect(workspace.text("clean.txt") == Article.clean) }
            if example.contains("-o ") { #expect(workspace.names.count > 3, "\(example) wrote nothing") }
        }
    }

    @Test func everyCommandIsNamedAndHelpFitsATerminal() throws {
        let workspace = try Workspace()
        let help = try workspace.tamis("--help").text
        for command in Self.commands {
            #expect(command.isEmpty || command.contains(" ") || help.contains("  \(command) "))
            let text = try workspace.tamis(command + " --help").text
            for line in text.split(separator: "\n") where !line.hasPrefix("USAGE") {
                #expect(line.count <= 80, "\(line)")
            }
        }
    }

    /// Lines of the source must not end lines of the help, which wraps its paragraphs itself.
    @Test(arguments: commands)
    func paragraphsAreFilled(command: String) throws {
        let help = try Workspace().tamis(command + " --help").text.split(
            separator: "\n", omittingEmptySubsequences: false
        ).prefix { $0 != "EXAMPLES" }
        for (line, next) in zip(help, help.dropFirst()) where !line.isEmpty {
            let word = next.prefix { $0 != " " }
            #expect(word.isEmpty || line.count + 1 + word.count > 80 - 1, "\(line)")
        }
    }

    @Test(arguments: [("rules", "page-furniture"), ("signals", "word_count"), ("settings", "near-repeat.jaccard")])
    func tablesAreListed(table: String, row: String) throws {
        let run = try Workspace().tamis("list " + table)
        #expect(run.isDone && run.text.split(separator: "\n").contains { $0.hasPrefix(row) })
    }
}
