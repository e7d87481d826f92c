import Foundation
import Testing

/// `clean --resume`: what an earlier run finished is left alone, and the end is that of a run that nobody stopped.
@Suite struct ResumeTests {
    private static let line = "clean -q -r in -o out --ledger ledger --resume"
    private static let shardCount = 8

    /// A folder `in` of shards, some with a broken record, and two equal texts, of which one goes.
    private func workspace() throws -> Workspace {
        let workspace = try Workspace()
        var documents = InventedDocuments(seed: 5)
        documents.appendArticles(12 * Self.shardCount)
        for shard in 0..<Self.shardCount {
            var records = documents.records[(12 * shard)..<(12 * shard + 12)].joined()
            if shard % 3 == 0 { records += "{\"id\":\"broken\n" }
            workspace.write(Array(records.utf8), to: "in/\(shard).jsonl")
        }
        workspace.write(Array(Article.dirty.utf8), to: "in/a.txt")
        workspace.write(Array(Article.dirty.utf8), to: "in/b.txt")
        return workspace
    }

    /// The files of `out` and the ledger, by name; a run that is killed while it replaces one may leave a hidden file.
    private func outcome(_ workspace: Workspace) throws -> [String: [UInt8]] {
        var files = ["ledger": workspace.bytes("ledger")]
        for name in try FileManager.default.contentsOfDirectory(atPath: workspace.path("out"))
        where !name.hasPrefix(".") {
            files[name] = workspace.bytes("out/" + name)
        }
        return files
    }

    /// How many inputs a run says were finished.
    private func finishedCount(_ run: Outcome) -> Int {
        let line = run.messages.split(separator: "\n").first { $0.hasSuffix("were finished already") }
        return line.flatMap { Int($0.prefix { $0 != " " }) } ?? 0
    }

    @Test func aRunWithoutTheOptionGivesTheSameBytes() throws {
        let workspace = try workspace()
        let run = try workspace.tamis(Self.line)
        #expect(run.failed("0.jsonl", "record 13"))
        let resumed = try outcome(workspace)
        #expect(try workspace.shell("rm -r out ledger").isDone)
        _ = try workspace.tamis(Self.line.replacing(" --resume", with: ""))
        #expect(try outcome(workspace) == resumed && !workspace.has("out/.tamis-resume"))
    }

    /// é as one character and as two.
    @Test func namesAreBytes() throws {
        let workspace = try Workspace()
        for name in ["caf\u{E9}", "cafe\u{301}"] { workspace.write(Array(Article.dirty.utf8), to: "in/\(name).txt") }
        let line = Self.line.replacing("-q ", with: "--scope document ")
        #expect(finishedCount(try workspace.tamis(line)) == 0)
        #expect(finishedCount(try workspace.tamis(line)) == 2)
    }

    @Test func anotherRunFindsAllFinished() throws {
        let workspace = try workspace()
        let line = Self.line.replacing("-q ", with: "")
        let first = try workspace.tamis(line)
        let expected = try outcome(workspace)
        let second = try workspace.tamis(line)
        #expect(finishedCount(first) == 0 && finishedCount(second) == 10)
        // Rejected records are told again, and the summary is that of all inputs.
        #expect(second.failed("3.jsonl: 1 of its records was rejected"))
        #expect(first.messages.split(separator: "\n").suffix(3) == second.messages.split(separator: "\n").suffix(3))
        #expect(try outcome(workspace) == expected)
    }

    /// A run that was killed has written a part of the record, whatever else stands.
    @Test(arguments: [true, false]) func aRecordCutAnywhereIsTakenUp(isCorpus: Bool) throws {
        let workspace = try workspace()
        let line = Self.line.replacing("-q ", with: "") + (isCorpus ? "" : " --scope document")
        _ = try workspace.tamis(line)
        let (expected, record) = (try outcome(workspace), workspace.bytes("out/.tamis-resume"))
        var random = InventedDocuments(seed: 3)
        for _ in 0..<12 {
            let end = random.below(record.count)
            workspace.write(Array(record[..<end]), to: "out/.tamis-resume")
            let run = try workspace.tamis(line)
            let closed = record[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
                .count { $0.starts(with: #"{"type":"finished""#.utf8) }
            #expect(finishedCount(run) == closed, "cut at \(end)")
            #expect(try outcome(workspace) == expected, "cut at \(end)")
            #expect(workspace.bytes("out/.tamis-resume") == record, "cut at \(end)")
        }
    }

    @Test func aDamagedRecordIsToldAndItsShardsAreDoneAgain() throws {
        let workspace = try workspace()
        _ = try workspace.tamis(Self.line)
        let (expected, record) = (try outcome(workspace), workspace.bytes("out/.tamis-resume"))
        var random = InventedDocuments(seed: 4)
        for _ in 0..<12 {
            var damaged = record
            damaged[random.below(record.count - 1)] ^= 1 << UInt8(random.below(7))
            workspace.write(damaged, to: "out/.tamis-resume")
            let run = try workspace.tamis(Self.line.replacing("-q ", with: ""))
            #expect(run.failed("out/.tamis-resume: is damaged"), "\(run.messages)")
            #expect((8...9).contains(finishedCount(run)))
            #expect(try outcome(workspace) == expected)
            #expect(!(try workspace.tamis(Self.line).messages.contains("is damaged")))
        }
    }

    /// What makes a shard, or all, be done again: a shell command or other options, and how many stay finished.
    @Test(arguments: [
        ("echo '{\"id\":\"x\",\"text\":\"A new one.\"}' >> in/2.jsonl", "--scope document", 9),
        ("echo '{\"id\":\"x\",\"text\":\"A new one.\"}' >> in/2.jsonl", "", 0),
        ("rm out/5.jsonl", "", 9), ("echo >> out/5.jsonl", "", 9), ("cp out/a.txt out/b.txt", "", 9),
        ("cp in/1.jsonl in/new.jsonl", "--scope document", 10), ("true", "--disable repair", 0),
        ("true", "--near 0.5", 0), ("true", "--no-annotation", 0), ("true", "--threads 3", 10),
        ("mv in/a.txt in/z.txt; rm out/a.txt", "", 0), ("touch in/2.jsonl", "", 10),
        ("mv in inputs; ln -s inputs in", "", 10),
    ])
    func whatIsNotTheSameIsDoneAgain(change: String, options: String, count: Int) throws {
        let workspace = try workspace()
        let line = Self.line.replacing("-q ", with: "")
        _ = try workspace.tamis(line + (options.hasPrefix("--scope") ? " " + options : ""))
        #expect(try workspace.shell(change).isDone)
        let run = try workspace.tamis(line + " " + options)
        #expect(finishedCount(run) == count, "\(run.messages)")
        let resumed = try outcome(workspace)
        #expect(try workspace.shell("rm -r out ledger").isDone)
        _ = try workspace.tamis(line + " " + options)
        #expect(try outcome(workspace) == resumed)
    }

    @Test func anIndexIsAddedToOnce() throws {
        let workspace = try workspace()
        let line = Self.line + " --index seen"
        _ = try workspace.tamis(line)
        let (expected, record) = (try outcome(workspace), workspace.bytes("out/.tamis-resume"))
        let index = try workspace.tamis("index export seen").text
        workspace.write(Array(record[..<(record.count / 2)]), to: "out/.tamis-resume")
        _ = try workspace.tamis(line)
        #expect(try outcome(workspace) == expected)
        #expect(try workspace.tamis("index export seen").text == index)
    }

    @Test func theRecordIsNoInput() throws {
        let workspace = try workspace()
        _ = try workspace.tamis(Self.line)
        #expect(try workspace.tamis("clean -q -r out -o again --annotation-field again").isDone)
        #expect(!workspace.has("again/.tamis-resume"))
        #expect(try workspace.tamis("restore out --ledger ledger -o back").isDone)
        #expect(try workspace.shell("diff -r in back").isDone)
    }

    @Test(arguments: [
        ("clean --resume in/0.jsonl", "-o and a folder"), ("clean --resume in/0.jsonl -o file", "end it with /"),
        ("clean --resume -i in/0.jsonl", "-o and a folder"),
        ("clean -r in -o out --resume --dry-run", "-o and a folder"),
        ("clean -r in -o out --resume --report page.html", "tamis report --html"),
        ("clean -r in -o out --resume --to jsonl", "-o and a folder"),
    ])
    func whatCannotBeResumedIsRefused(line: String, word: String) throws {
        #expect(try workspace().tamis(line).refused(word))
    }

    @Test func aSecondRunOnTheFolderIsRefused() throws {
        let workspace = try workspace()
        let run = try workspace.shell(
            "mkdir out && exec 9> out/.tamis-resume && flock 9 && tamis \(Self.line)")
        #expect(run.failed("another run is writing to this folder"))
    }

    /// Killed for real, at one write after another, until a run comes to its end.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace"), "strace is not here"))
    func killedAtOneWriteAfterAnother() throws {
        let workspace = try workspace()
        _ = try workspace.tamis(Self.line)
        let expected = try outcome(workspace)
        #expect(try workspace.shell("rm -r out ledger").isDone)
        var killCount = 0
        for call in ["write", "linkat", "fsync"] {
            for attempt in 0..<100 {
                let run = try workspace.shell(
                    "strace -f -qq -o /dev/null -e inject=\(call):signal=KILL:when=\(5 + attempt) tamis \(Self.line)")
                if run.ending == .exit(2) { break }
                killCount += 1
            }
            #expect(try outcome(workspace) == expected)
            #expect(try workspace.shell("rm -r out ledger").isDone)
        }
        #expect(killCount >= 6)
    }
}
