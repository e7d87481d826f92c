import Testing

/// Whatever a command writes: where it cannot be written, the command says so and fails.
@Suite struct WriteErrorTests {
    private func workspace() throws -> Workspace {
        let workspace = try Workspace(["a.txt": Article.dirty, "a.jsonl": Article.record])
        let run = try workspace.tamis("clean -q a.txt -o clean.txt --ledger ledger.jsonl")
        #expect(run.isDone, "\(run.messages)")
        return workspace
    }

    @Test(arguments: [
        "clean a.txt", "clean a.jsonl", "clean a.txt --to jsonl", "clean a.jsonl --annotate", "explain a.txt",
        "explain a.txt:2", "report a.txt", "report --json a.txt a.jsonl", "list rules", "list signals", "list profiles",
        "list settings",
        "restore clean.txt --ledger ledger.jsonl", "restore clean.txt --ledger ledger.jsonl --rule repair",
    ])
    func aFullDiskIsNamed(line: String) throws {
        let run = try workspace().tamis(line, writing: .file("/dev/full"))
        #expect(run.failed("No space left on device"), "\(run)")
    }

    @Test func aFullDiskUnderTheOutputAndTheLedgerIsNamed() throws {
        for line in [
            "clean a.txt -o /dev/full", "clean a.txt --ledger /dev/full", "clean a.txt --dry-run --ledger /dev/full",
        ] {
            let run = try workspace().tamis(line)
            #expect(run.failed("/dev/full", "No space left on device"), "\(line): \(run)")
        }
    }

    @Test(arguments: [
        "clean big.txt", "clean big.jsonl", "explain big.txt", "report --json big.jsonl",
        "restore clean.txt --ledger ledger.jsonl",
    ])
    func aClosedPipeEndsTheCommandQuietly(line: String) throws {
        let workspace = try workspace()
        workspace.write(Array(String(repeating: Article.dirty, count: 20).utf8), to: "big.txt")
        workspace.write(Array(String(repeating: Article.record, count: 500).utf8), to: "big.jsonl")
        let run = try workspace.tamis(line, writing: .closedPipe)
        #expect(run.ending == .signal(13) && run.messages.isEmpty, "\(run)")
    }

    @Test func headTakesWhatItWants() throws {
        let workspace = try workspace()
        workspace.write(Array(String(repeating: Article.record, count: 20_000).utf8), to: "big.jsonl")
        let run = try workspace.shell("tamis clean --signals none --rules repair big.jsonl | head -c 1")
        #expect(run.ending == .exit(141) && run.text == "{", "\(run.ending) \(run.messages)")
    }
}
