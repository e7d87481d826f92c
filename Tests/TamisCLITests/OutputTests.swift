import Testing

/// Where outputs go, and the way back from there.
@Suite struct OutputTests {
    @Test func inPlaceKeepsALedgerBeside() throws {
        let workspace = try Workspace(["a.txt": Article.dirty])
        let run = try workspace.tamis("clean -i.orig a.txt")
        #expect(run.isDone && run.output.isEmpty && workspace.text("a.txt") == Article.clean, "\(run)")
        #expect(
            workspace.names == ["a.txt", "a.txt.ledger.jsonl", "a.txt.orig"]
                && workspace.text("a.txt.orig") == Article.dirty)
        #expect(try workspace.tamis("restore --ledger a.txt.ledger.jsonl -o again.txt").isDone)
        #expect(workspace.text("again.txt") == Article.dirty)
        #expect(try workspace.tamis("restore a.txt --ledger a.txt.ledger.jsonl").text == Article.dirty)
    }

    /// The ledger of an earlier run is the way back to what the file was then.
    @Test func aLedgerInPlaceIsNotWrittenOver() throws {
        let workspace = try Workspace(["a.txt": Article.dirty])
        #expect(try workspace.tamis("clean -i a.txt").isDone)
        let run = try workspace.tamis("clean -i.bak a.txt")
        #expect(run.failed("a.txt.ledger.jsonl: File exists; it may be the way back from an earlier run"))
        #expect(workspace.names == ["a.txt", "a.txt.ledger.jsonl"])
    }

    @Test func inPlaceWithoutSuffixLeavesNoCopy() throws {
        let workspace = try Workspace(["a.txt": Article.dirty, "b.txt": Article.plain])
        #expect(try workspace.tamis("clean -i a.txt b.txt --ledger ledger").isDone)
        #expect(workspace.names == ["a.txt", "b.txt", "ledger"] && workspace.text("a.txt") == Article.clean)
        #expect(try workspace.tamis("restore --ledger ledger -o again/").isDone)
        #expect(workspace.text("again/a.txt") == Article.dirty && workspace.text("again/b.txt") == Article.plain)
    }

    @Test func aTreeIsMirroredAndRestored() throws {
        let workspace = try Workspace([
            "in/a.txt": Article.dirty, "in/b/a.txt": Article.plain, "in/b/r.jsonl": Article.record, "in/b/.x": "",
        ])
        #expect(try workspace.tamis("clean --scope document -r in -o out --ledger ledger").isDone)
        #expect(workspace.text("out/a.txt") == Article.clean && workspace.text("out/b/a.txt") == Article.plain)
        #expect(workspace.text("out/b/r.jsonl").contains("\"tamis\"") && workspace.has("out/b/.x"))
        #expect(try workspace.tamis("restore out --ledger ledger -o again").isDone)
        #expect(try workspace.shell("diff -r in again").isDone)
        #expect(try workspace.tamis("restore --ledger ledger -o once-more/").isDone)
        #expect(try workspace.shell("diff -r in once-more").isDone)
    }

    @Test func aRuleAloneIsUndone() throws {
        let workspace = try Workspace(["a.txt": Article.dirty])
        #expect(try workspace.tamis("clean a.txt -o out --ledger ledger").isDone)
        let run = try workspace.tamis("restore out --ledger ledger --rule page-furniture")
        #expect(run.isDone && run.text.contains("Facebook\n") && run.text != Article.dirty)
        #expect(try workspace.tamis("restore out --ledger ledger --id 0").text.contains("Share\n"))
        #expect(try workspace.tamis("restore a.txt --ledger ledger").failed("a.txt", "digest differs"))
    }

    @Test func aFileThatTheShellOpenedIsAddedTo() throws {
        let workspace = try Workspace(["a.txt": Article.dirty])
        let line = "tamis clean -q a.txt -o /dev/stdout --ledger /dev/fd/3"
        #expect(try workspace.shell("{ echo before; \(line); echo after; } > out 3> ledger").isDone)
        #expect(workspace.text("out") == "before\n\(Article.clean)after\n" && workspace.has("ledger"))
    }

    @Test func anOutputThatIsThereIsReplacedWhole() throws {
        let workspace = try Workspace(["a.txt": Article.dirty, "out": "old", "link-target": "old"])
        #expect(try workspace.tamis("clean a.txt -o out").isDone && workspace.text("out") == Article.clean)
        #expect(try workspace.shell("ln -s link-target link; tamis clean -q a.txt -o link; test -L link").isDone)
        #expect(workspace.text("link-target") == Article.clean)
    }

    @Test func severalRecordFilesGoToOne() throws {
        let workspace = try Workspace(["a.jsonl": Article.record, "b.jsonl": Article.record])
        #expect(
            try workspace.tamis("clean --scope document --no-annotation a.jsonl b.jsonl").text == Article.cleanRecord
                + Article.cleanRecord)
    }
}
