import Testing

/// Records that cannot be read: told once, in one way, and kept in the ledger.
@Suite struct RejectedRecordTests {
    private static let good = #"{"id":"1","text":"A good line."}"# + "\n"

    @Test(arguments: ["clean -q", "fingerprint", "report -q", "templates -o t", "clean -q --dry-run"])
    func everyCommandTellsAnOversizedRecordOnce(command: String) throws {
        let workspace = try Workspace([
            "a.jsonl": Self.good + String(repeating: "x", count: 3_000_000) + "\n" + Self.good
        ])
        let run = try workspace.tamis(
            command.replacing(" -q", with: "") + " --max-record-bytes 1K --from jsonl a.jsonl")
        let told = run.messages.split(separator: "\n").filter { $0.contains("record 2") }
        #expect(
            told == ["tamis: a.jsonl: record 2: the record is larger than 1024 bytes; raise --max-record-bytes"],
            "\(run.messages)")
    }

    /// A field that has another name says the same of every record: a hundred lines of it are enough.
    @Test(arguments: ["clean -q", "clean -q --ledger l", "report", "fingerprint", "index build seen"])
    func manyRejectedRecordsAreCounted(command: String) throws {
        let bad = String(repeating: #"{"id":"1","body":"A line."}"# + "\n", count: 103)
        let workspace = try Workspace(["a.jsonl": bad, "b.jsonl": Self.good + bad])
        let run = try workspace.tamis(command + " a.jsonl b.jsonl" + (command.hasPrefix("clean") ? " -o out/" : ""))
        let told = run.messages.split(separator: "\n").filter { $0.contains(": record ") }
        #expect(
            told.count == 200 && told[100].hasPrefix("tamis: b.jsonl: record 2, byte "), "\(run.messages.suffix(500))")
        #expect(run.failed("a.jsonl: 3 more of its records are rejected", "b.jsonl: 3 more"))
        #expect(run.messages.contains("the ledger keeps them all") == command.contains("--ledger"))
    }

    @Test func templatesTellWhatTheyCannotRead() throws {
        let workspace = try Workspace([
            "a.jsonl": Self.good + #"{"id":"2","body":"A line."}"# + "\n" + Self.good, "b.html": "<!doctype html>",
        ])
        let run = try workspace.tamis("templates a.jsonl b.html -o t")
        #expect(run.failed("a.jsonl: record 2, byte 33: there is no field 'text'", "b.html: is HTML"), "\(run)")
        #expect(workspace.has("t"))
    }

    @Test func allBytesOfAnOversizedRecordCount() throws {
        let workspace = try Workspace(["a.jsonl": String(repeating: "x", count: 100_000) + "\n"])
        let run = try workspace.tamis("clean --max-record-bytes 1K --from jsonl a.jsonl")
        #expect(run.failed("1 rejected; 100001 bytes in, 0 out"))
    }

    @Test func aRejectedRecordOfADryRunIsNotApplied() throws {
        let workspace = try Workspace(["a.jsonl": Self.good + "{\"id\"\n" + Self.good])
        _ = try workspace.tamis("clean -q --dry-run a.jsonl --ledger ledger")
        let patch = try #require(workspace.text("ledger").split(separator: "\n").first { $0.contains("rejected\"") })
        #expect(patch.contains(#""output_offset":33,"output_length":6"#) && patch.hasSuffix(#""applied":false}"#))
        #expect(try workspace.tamis("restore a.jsonl --ledger ledger").failed("is that of a dry run"))
    }

    /// Each line of the ledger is one that `restore` can read.
    @Test func aLargeRejectedRecordTakesSeveralPatches() throws {
        let workspace = try Workspace()
        let large = [UInt8](repeating: 0x01, count: 9_000_000) + Array("ü\n".utf8)
        workspace.write(Array(Self.good.utf8) + large + Array(Self.good.utf8), to: "a.jsonl")
        #expect(
            try workspace.tamis("clean -q --scope document --no-annotation a.jsonl -o b.jsonl --ledger ledger").failed(
                "record 2"))
        #expect(workspace.text("b.jsonl") == Self.good + Self.good)
        let patches = try workspace.shell("grep -c '\"rule\":\"rejected\"' ledger").text
        #expect(patches == "3\n")
        #expect(try workspace.shell("tamis restore b.jsonl --ledger ledger | cmp - a.jsonl").isDone)
    }

    /// What a file that is not written takes with it is told; the rest of the tree is done.
    @Test func aFileThatCannotBeWrittenDoesNotEndTheRun() throws {
        let text = #"{"id":"9","text":"The same long text stands here, twice, and it goes once only."}"# + "\n"
        let workspace = try Workspace(["in/a.jsonl": Self.good, "in/b.jsonl": text, "in/c.jsonl": text])
        workspace.write([], to: "out/b.jsonl/x")
        let run = try workspace.tamis("clean -r in -o out")
        #expect(run.failed("out/b.jsonl: Is a directory", "in/b.jsonl: was not written, and 1 of its documents stand"))
        #expect(run.messages.contains("2 documents: 1 kept, 0 changed, 1 removed"))
        #expect(workspace.has("out/a.jsonl") && workspace.bytes("out/c.jsonl").isEmpty)
    }

    @Test func aFullDiskUnderOneFileOfATreeLeavesTheOthers() throws {
        let workspace = try Workspace(["in/a.jsonl": Self.good, "in/c.jsonl": Self.good])
        workspace.write(Array(String(repeating: Self.good, count: 20_000).utf8), to: "in/b.jsonl")
        let run = try workspace.shell(
            "ulimit -f 100; trap '' XFSZ; tamis clean -r in -o out --no-annotation --scope document --ledger ledger")
        #expect(run.failed("tamis: out/b.jsonl: byte", "File too large", "2 documents: 2 kept"), "\(run.messages)")
        #expect(workspace.text("out/a.jsonl") + workspace.text("out/c.jsonl") == Self.good + Self.good)
        #expect(!workspace.has("out/b.jsonl"))
    }
}
