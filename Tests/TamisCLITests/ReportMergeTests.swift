import Testing

/// `clean --summary` on parts and `report --merge` come to what one run comes to.
@Suite struct ReportMergeTests {
    private static let options = "--scope document --signals none --site-field site"

    /// A corpus on three sites, cut into two files and whole.
    private static func workspace() throws -> Workspace {
        let lines = (0..<60).map { number in
            let words = (0..<30).map { "harvest\(number % 20)word\($0)" }.joined(separator: " ")
            let text = #"Headline \#(number % 20)\n\n\#(words).\n\nRead more\nRead more\nHeadline \#(number % 20)"#
            return #"{"id":"d\#(number)","site":"\#(number % 3).org","text":"\#(text)"}"# + "\n"
        }
        return try Workspace([
            "1.jsonl": lines[..<20].joined(), "2.jsonl": lines[20...].joined() + "{\n",
            "whole.jsonl": lines.joined() + "{\n",
        ])
    }

    @Test func thePageOfPartsIsThePageOfTheWhole() throws {
        let workspace = try Self.workspace()
        for part in ["1", "2"] {
            _ = try workspace.tamis(
                "clean -q \(part).jsonl -o \(part).out --summary \(part).sum --samples \(Self.options)")
        }
        _ = try workspace.tamis("clean -q whole.jsonl -o whole.out --report whole.html \(Self.options)")
        #expect(try workspace.shell("cat 2.sum 1.sum > parts").isDone)
        let merged = try workspace.tamis("report --merge --from jsonl parts --html merged.html \(Self.options)")
        #expect(merged.isDone && merged.text.contains("61 documents") && merged.text.contains("1 rejected"))
        #expect(workspace.text("merged.html") == workspace.text("whole.html"))
        #expect(workspace.text("1.out") + workspace.text("2.out") == workspace.text("whole.out"))
    }

    @Test func partsWithoutSamplesGiveATableAndNoPage() throws {
        let workspace = try Self.workspace()
        _ = try workspace.tamis("clean -q 1.jsonl -o 1.out --summary parts \(Self.options)")
        let table = try workspace.tamis("report --merge parts \(Self.options)").text
        #expect(table.contains("20 documents") && !table.contains("repeats "), "repeats were not counted")
        let run = try workspace.tamis("report --merge parts --html page.html \(Self.options)")
        #expect(run.messages.contains("without samples") && !workspace.has("page.html"))
    }

    @Test(arguments: [
        (#"{"schema":1}"# + "\n", "of this version"), ("[\n", "is no line of JSON"), ("", "no part of a run"),
    ])
    func whatIsNoPartIsRefused(line: String, message: String) throws {
        let workspace = try Workspace(["parts": line])
        let run = try workspace.tamis("report --merge --from jsonl parts")
        #expect(run.ending == .exit(2) && run.messages.contains(message), "\(run.messages)")
    }

    @Test func theCountsHaveAPlaceOfTheirOwn() throws {
        let workspace = try Self.workspace()
        let run = try workspace.tamis("clean -q 1.jsonl --summary -")
        #expect(run.ending != .exit(0) && run.messages.contains("--summary names the place of another output"))
        #expect(try workspace.tamis("clean -q 1.jsonl -o 1.out --summary -").text.hasPrefix("{\"schema\""))
    }

    @Test func otherSettingsAreRefused() throws {
        let workspace = try Self.workspace()
        _ = try workspace.tamis("clean -q 1.jsonl -o 1.out --summary parts --disable repair")
        #expect(try workspace.tamis("report --merge parts").messages.contains("other settings"))
        #expect(try workspace.tamis("report --merge parts --disable repair").isDone)
    }

    @Test func hugeCountsAreRefused() throws {
        let workspace = try Self.workspace()
        _ = try workspace.tamis("clean -q 1.jsonl -o 1.out --summary parts --signals none --scope document")
        let huge = workspace.text("parts").replacing(#""input_bytes":"#, with: #""input_bytes":9"#.padded(to: 40))
        #expect(huge.contains("9999"))
        workspace.write(Array(huge.utf8), to: "parts")
        #expect(try workspace.tamis("report --merge parts --signals none").messages.contains("count"))
    }
}

extension String {
    fileprivate func padded(to count: Int) -> String { self + String(repeating: "9", count: count - self.count) }
}
