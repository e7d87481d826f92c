import Foundation
import Testing

/// What a person sees at a terminal of 80 columns and 24 lines.
@Suite(.enabled(if: Terminal.isHere, "tmux or less is not here"))
struct TerminalTests {
    /// An article of 40 lines, of which some go.
    private static let long =
        (0..<20).map { "On day \($0) the water stood at mark \($0 * 7) of the old wall.\n\n" }.joined()
        + "On day 3 the water stood at mark 21 of the old wall.\n"
    private static let attack = "\u{1B}]0;owned\u{07}\u{1B}[2Jgone \u{9B}31m \u{202E}txt"

    @Test func explainIsPagedInColour() throws {
        let terminal = try Terminal(["a.txt": Self.long])
        terminal.type("tamis explain a.txt; echo exit $?")
        #expect(terminal.shows { $0.hasPrefix("   1  On day 0") && $0.hasSuffix(":") }, "\(terminal.screen)")
        terminal.type("G", enter: false)
        #expect(terminal.shows { $0.contains("repeated-line: repeats line 7") }, "\(terminal.screen)")
        #expect(terminal.colored.contains("\u{1B}[31m- 41  On day 3 the water"), "\(terminal.colored)")
        terminal.type("q", enter: false)
        #expect(terminal.shows { $0.hasSuffix("exit 0\n$") }, "\(terminal.screen)")
    }

    /// A reader who leaves early ends the command too, without an error.
    @Test func aReaderMayLeaveEarly() throws {
        let terminal = try Terminal(["a.txt": String(repeating: Self.long, count: 300)])
        terminal.type("tamis explain a.txt; echo exit $?")
        #expect(terminal.shows { $0.hasSuffix(":") }, "\(terminal.screen)")
        terminal.type("q", enter: false)
        #expect(terminal.shows { $0.hasSuffix("exit 0\n$") }, "\(terminal.screen)")
    }

    @Test func thePagerIsTheReaders() throws {
        let terminal = try Terminal(["a.txt": Self.long, "mine": "#!/bin/sh\necho \"$# words\"; head -n 1\n"])
        terminal.run("chmod +x mine; PAGER='./mine a;b $HOME' tamis explain a.txt")
        #expect(terminal.screen.contains("2 words\n   1  On day 0"), "\(terminal.screen)")
        terminal.run("PAGER=none tamis explain a.txt:1")
        #expect(
            terminal.screen.contains("tamis: PAGER 'none' cannot be started: No such file")
                && terminal.screen.contains("kept:"))
    }

    @Test(arguments: ["PAGER=cat tamis explain a.txt", "PAGER= tamis explain a.txt", "tamis explain --no-pager a.txt"])
    func withoutPagerItRunsThrough(_ line: String) throws {
        let terminal = try Terminal(["a.txt": Self.long])
        terminal.run("PAGER=./none; \(line)")
        #expect(terminal.screen.contains("repeats line 7") && terminal.colored.contains("\u{1B}[31m"))
    }

    @Test func colourIsLeftOutWhereItIsNotWanted() throws {
        let terminal = try Terminal(["a.txt": Self.long])
        terminal.run("NO_COLOR=1 tamis explain --no-pager a.txt")
        #expect(!terminal.colored.contains("\u{1B}[31m") && terminal.screen.contains("repeats line 7"))
        terminal.run("tamis explain --color never --no-pager a.txt")
        #expect(!terminal.colored.contains("\u{1B}[31m"))
    }

    /// Of all that is written for hostile texts, ids and names the only escapes are our colours.
    @Test func aTerminalObeysNoDocument() throws {
        let text = "\(Self.attack)\n\nIt rained for days and days.\n\n\(Self.attack)\n"
        let id = try #require(String(data: JSONEncoder().encode(Self.attack), encoding: .utf8))
        let body = try #require(String(data: JSONEncoder().encode(text), encoding: .utf8))
        let record = "{\"id\":\(id),\"site\":\(id),\"text\":\(body)}\n"
        let terminal = try Terminal(["a.txt": text, "r.jsonl": record + record + "{\n", "\(Self.attack).jsonl": "{\n"])
        let lines = [
            "explain a.txt", "explain r.jsonl:1", "explain --record 1 r.jsonl", "report r.jsonl",
            "report --csv r.jsonl",
            "clean -q r.jsonl -o out.jsonl", "report *.jsonl", "explain ./*gone*",
            "clean --rules \"$(head -n 1 a.txt)\" a.txt",
            "clean --limit r.jsonl",
        ]
        let script = lines.map { "PAGER=cat tamis \($0)\n" }.joined()
        terminal.write("echo BEGIN\n\(script)echo FINISH\n", to: "lines")
        let raw = terminal.recording { terminal.run("bash lines") }
        let shown = raw.components(separatedBy: "BEGIN\n").dropFirst().joined().components(separatedBy: "FINISH")[0]
        #expect(shown.contains("\\u{1b}]0;owned\\u{07}") && shown.contains("\\u{202e}"), "\(shown)")
        let obeyed = shown.split(separator: "\n").filter { line in
            line.contains(/\u{1B}(?!\[(0|1|31|32|33)m)|[\u{07}\u{9B}\u{202E}]/)
        }
        #expect(obeyed.isEmpty)
        #expect(!terminal.title.contains("owned"))
    }

    /// The line appears, is written over and taken away; what is said is not left between its parts.
    @Test func progressIsShownAndTakenAway() throws {
        let terminal = try Terminal(["r.jsonl": String(repeating: Article.record, count: 20)])
        let raw = terminal.recording {
            terminal.run(
                "(cat r.jsonl; sleep 1; cat r.jsonl; sleep 1; cat r.jsonl) | tamis clean --scope document -o out.jsonl")
        }
        let summary = #/\u{1B}\[K\d+ documents: /#
        #expect(raw.contains("/s\u{1B}[K") && raw.contains(summary), "\(raw)")
    }
}
