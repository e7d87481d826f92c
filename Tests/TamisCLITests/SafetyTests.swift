import Testing

/// What a run must never do to files that are there.
@Suite struct SafetyTests {
    @Test func aRefusedInputLeavesTheOutput() throws {
        let workspace = try Workspace(["a.html": "<!doctype html><p>A</p>", "out.txt": "precious"])
        #expect(try workspace.tamis("clean a.html -o out.txt").failed())
        #expect(try workspace.tamis("clean missing.txt -o out.txt").failed())
        #expect(workspace.text("out.txt") == "precious")
    }

    @Test func aSecondRunInPlaceKeepsTheFirstLedger() throws {
        let workspace = try Workspace(["a.txt": Article.dirty])
        #expect(try workspace.tamis("clean -i a.txt").isDone)
        #expect(try workspace.tamis("clean -i a.txt").failed())
        #expect(try workspace.tamis("restore a.txt --ledger a.txt.ledger.jsonl").text == Article.dirty)
    }

    @Test func aBackupIsNeverReplaced() throws {
        let workspace = try Workspace(["a.txt": Article.dirty, "a.txt.bak": "precious"])
        #expect(try workspace.tamis("clean -i.bak a.txt").failed())
        #expect(workspace.text("a.txt") == Article.dirty && workspace.text("a.txt.bak") == "precious")
    }

    @Test func outputAndLedgerAreTwoFiles() throws {
        let workspace = try Workspace(["a.txt": Article.dirty])
        #expect(try workspace.tamis("clean a.txt -o x --ledger x").refused())
        #expect(try workspace.tamis("clean a.txt --ledger -").refused())
        #expect(workspace.names == ["a.txt"])
    }

    @Test func oneNameForTwoInputsLeavesTheRest() throws {
        let workspace = try Workspace(["c1/a.txt": Article.dirty, "c2/a.txt": Article.plain, "c2/b.txt": Article.dirty])
        #expect(try workspace.tamis("clean --scope document -r c1 c2 -o out --ledger ledger").failed())
        #expect(workspace.text("out/b.txt") == Article.clean)
        #expect(try workspace.tamis("restore out --ledger ledger -o again").isDone)
        #expect(workspace.text("again/a.txt") == Article.dirty && workspace.text("again/b.txt") == Article.dirty)
    }

    @Test func stoppingIsTheSameForAnyThreads() throws {
        let good = "{\"id\":1,\"text\":\"\(String(repeating: "One river runs. ", count: 60_000))\"}\n"
        let workspace = try Workspace(["a.jsonl": good + "{\n" + good + good])
        let runs = try [1, 4].map { try workspace.tamis("clean --on-error stop --threads \($0) a.jsonl") }
        #expect(runs.allSatisfy { $0.failed() } && runs[0].output == runs[1].output)
        #expect(try workspace.tamis("clean --on-error stop a.jsonl -o out.jsonl").failed())
        #expect(!workspace.has("out.jsonl"))
    }

    @Test func whatAStoppedRunWroteCanBeRestored() throws {
        let workspace = try Workspace(["in/a.txt": Article.dirty, "in/b.jsonl": Article.record + "{\n"])
        #expect(try workspace.tamis("clean -r in -o out --ledger ledger --on-error stop").failed())
        #expect(workspace.text("out/a.txt") == Article.clean && !workspace.has("out/b.jsonl"))
        _ = try workspace.tamis("restore out --ledger ledger -o again")
        #expect(workspace.text("again/a.txt") == Article.dirty)
    }

    @Test func whatWasCleanedCanBeReported() throws {
        let workspace = try Workspace(["r.jsonl": Article.record])
        #expect(try workspace.tamis("clean r.jsonl -o cleaned.jsonl").isDone)
        #expect(try workspace.tamis("report cleaned.jsonl").isDone)
        #expect(try workspace.tamis("report --top 9223372036854775807 cleaned.jsonl").isDone)
    }
}
