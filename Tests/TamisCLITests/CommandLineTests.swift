import Foundation
import Testing

/// Wrong command lines exit with 64 and say what to do; inputs that fail exit with 2, and the rest is done.
@Suite struct CommandLineTests {
    private func workspace() throws -> Workspace {
        let workspace = try Workspace([
            "a.txt": Article.dirty, "b.txt": Article.plain, "tree/c.txt": Article.dirty, "a.jsonl": Article.record,
        ])
        workspace.write(Array("nonsense\n".utf8), to: "settings.json")
        return workspace
    }

    @Test(arguments: [
        ("clean tree", ["tree: is a directory", "-r"]),
        ("report tree", ["is a directory", "-r"]),
        ("explain tree", ["is a directory"]),
        ("clean a.txt -o a.txt", ["a.txt", "would be written over", "--in-place"]),
        ("clean a.txt -o ./tree/../a.txt", ["would be written over"]),
        ("clean a.txt --ledger a.txt", ["would be written over"]),
        ("clean a.txt b.txt", ["b.txt: is a second text", "--to jsonl"]),
        ("clean -r tree a.txt", ["second text"]),
        ("clean --rulez repair a.txt", ["Unknown option '--rulez'", "'--rules'"]),
        ("clean --disabel repair a.txt", ["'--disable'"]),
        ("clean --rules repeated-lines a.txt", ["'repeated-lines'", "did you mean 'repeated-line'?"]),
        ("clean --enable repiar a.txt", ["did you mean 'repair'?"]),
        ("clean --disable placeholders a.txt", ["did you mean 'placeholder'?"]),
        ("clean --signals cor a.txt", ["'cor'"]),
        ("clean --from xml a.txt", ["'xml'", "jsonl"]),
        ("clean --encoding utf-9 a.txt", ["utf-9"]),
        ("clean --to csv a.txt", ["'csv'", "jsonl"]),
        ("clean --threads 0 a.txt", ["--threads takes 1 to 1024"]),
        ("clean --max-record-bytes 0 a.txt", ["max-record-bytes"]),
        ("clean --max-record-bytes 99999999999T a.txt", ["max-record-bytes"]),
        ("clean --text-field /a~2 a.jsonl", ["--text-field", "JSON Pointer"]),
        ("clean -i -o b.txt a.txt", ["--in-place and --output exclude each other"]),
        ("clean -i --to jsonl a.txt", ["exclude each other"]),
        ("clean -i -", ["standard input cannot be written over"]),
        ("clean --backup-suffix .b a.txt", ["--backup-suffix goes with --in-place"]),
        ("clean a.txt b.txt -o -", ["b.txt: is a second text for one output"]),
        ("clean --resume -r . -o -", ["--resume goes with -o and a folder"]),
        ("clean --memory 64M a.txt", ["--memory 64M is too small for records of up to 256M: give --memory 1G"]),
        ("clean --memory 64M a.txt", ["or add --max-record-bytes 16M, above which a record is rejected"]),
        ("clean --memory 1000 --max-record-bytes 8000000T a.txt", ["add --max-record-bytes 250,"]),
        ("clean --enable repiar a.txt", ["--enable: unknown name 'repiar'; did you mean 'repair'?"]),
        ("clean --signals word_cout a.txt", ["--signals: unknown name 'word_cout'; did you mean 'word_count'?"]),
        ("clean --furniture gental a.txt", ["--furniture: unknown name 'gental'; did you mean 'gentle'?"]),
        ("clean --require gophr a.txt", ["--require: unknown name 'gophr'; did you mean 'gopher'?"]),
        ("clean --files0-from a.txt", ["a.txt: the names have line ends after them; each needs a zero byte"]),
        ("explain -r .", [".: is a directory, and explain shows one document; name a file in it"]),
        ("clean -i a.txt b.txt", ["--ledger FILE"]),
        ("clean --annotate --no-annotation a.jsonl", ["exclude each other"]),
        ("explain a.txt b.txt", ["one document"]),
        ("explain a.txt:99", ["has no line 99"]),
        ("explain a.jsonl --record 9", ["has no record 9"]),
        ("report --fail-over 2 a.txt", ["0 to 1"]),
        ("report --top -1 a.txt", ["--top"]),
        ("list ruels", ["ruels"]),
        ("restore a.txt", ["--ledger"]),
        ("restore b.txt --ledger a.txt -o b.txt", ["would be written over"]),
        ("claen a.txt", ["claen"]),
        ("index bild x", ["unknown command 'index bild'", "did you mean 'index build'?"]),
        ("explain a.txt:0", ["has no line 0", "it has lines 1 to"]),
        ("explain a.jsonl:9", ["has no record 9"]),
        ("clean -i -", ["Usage: tamis clean [<options>]", "See 'tamis clean --help'"]),
        ("clean --keep frist a.txt", ["Usage: tamis clean [<options>]", "See 'tamis clean --help'"]),
        ("index build seen --near 3 a.txt", ["Usage: tamis index build", "See 'tamis index build --help'"]),
    ])
    func isRefused(line: String, words: [String]) throws {
        let workspace = try workspace()
        let run = try workspace.tamis(line)
        #expect(run.ending == .exit(64) && run.output.isEmpty, "\(run)")
        for word in words { #expect(run.messages.contains(word), "\(run.messages)") }
        #expect(workspace.text("a.txt") == Article.dirty && workspace.text("b.txt") == Article.plain)
        #expect(!workspace.names.contains { $0.contains("ledger") || $0.hasPrefix(".") })
    }

    @Test func anInputThatIsTheOutputIsRefused() throws {
        let workspace = try workspace()
        let run = try workspace.tamis("clean a.txt", writing: .file("a.txt"))
        #expect(run.refused("a.txt: is an input and would be written over", "redirect to another file"))
        #expect(workspace.text("a.txt") == Article.dirty)
    }

    @Test(arguments: [
        ("clean nothing.txt a.txt -o out/", ["nothing.txt: No such file or directory"]),
        ("clean a.txt -o missing/folder/a.txt", ["missing/folder", "No such file or directory"]),
        ("report nothing.txt a.txt", ["nothing.txt"]),
        ("restore a.txt --ledger nothing.jsonl", ["nothing.jsonl: No such file"]),
        ("restore a.txt --ledger b.txt", ["b.txt: line 1", "no line of a ledger"]),
        ("clean --phrases nothing.txt a.txt", ["nothing.txt"]),
        ("clean --settings nothing.json a.txt", ["nothing.json"]),
    ])
    func fails(line: String, words: [String]) throws {
        let workspace = try workspace()
        let run = try workspace.tamis(line)
        #expect(run.ending == .exit(2), "\(run)")
        for word in words { #expect(run.messages.contains(word), "\(run.messages)") }
        if line.contains("out/") { #expect(workspace.text("out/a.txt") == Article.clean) }
    }

    @Test func whatMayNotBeReadIsNamedAndTheRestIsDone() throws {
        let workspace = try workspace()
        chmod(workspace.path("b.txt"), 0)
        var line = "tamis clean a.txt b.txt -o out/"
        if geteuid() == 0 {
            // Nobody is forbidden anything as root, so someone else runs the command.
            let other = "setpriv --reuid=65534 --clear-groups "
            guard try workspace.shell(other + "tamis --version").isDone else { return }
            chmod(workspace.folder, 0o777)
            line = other + line
        }
        let run = try workspace.shell(line)
        #expect(run.failed("b.txt: Permission denied"), "\(run)")
        #expect(workspace.text("out/a.txt") == Article.clean && !workspace.has("out/b.txt"))
    }

    @Test func versionAndQuiet() throws {
        let workspace = try workspace()
        let version = try workspace.tamis("--version")
        #expect(
            version.isDone && version.text.hasPrefix("tamis ") && version.text.contains("algorithm")
                && version.text.contains("seed"))
        #expect(try workspace.tamis("clean -q a.txt").messages.isEmpty)
        let told = try workspace.tamis("clean a.txt")
        #expect(
            told.text == Article.clean
                && told.messages.hasPrefix("1 document: 0 kept, 1 changed, 0 removed, 0 rejected; "))
        #expect(told.messages.contains("characters cut: ") && told.messages.split(separator: "\n").count == 2)
    }

    @Test func failOverIsTheOnlyOne() throws {
        let workspace = try workspace()
        #expect(try workspace.tamis("report --fail-over 0.01 a.txt").ending == .exit(1))
        #expect(try workspace.tamis("report --fail-over 0.9 a.txt").isDone)
    }
}
