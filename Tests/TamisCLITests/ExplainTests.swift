import Testing

/// `explain` shows what goes and why, of one document or of the records of a file.
struct ExplainTests {
    private let records = """
        {"id":"a","text":"The tide came in at six.\\n\\nThe boats came with it.\\n\\nThe tide came in at six."}
        {"id":"b","text":"Nothing happened on Monday."}
        {
        {"id":"d","text":"Snow fell on the pass.\\n\\nNobody crossed it."}

        """

    @Test func recordsHaveHeadings() throws {
        let good = records.replacing("{\n", with: "")
        let run = try Workspace(["r.jsonl": good]).tamis("explain r.jsonl")
        #expect(run.isDone && run.text.hasPrefix("== record 1: a ==\n  1  The tide came in at six.\n"), "\(run)")
        #expect(run.text.contains("\n== record 2: b ==\n  1  Nothing happened on Monday.\n"), "\(run)")
    }

    /// What was read before a broken record is shown; one that is asked for needs none of the others.
    @Test func oneRecordNeedsNoOther() throws {
        let workspace = try Workspace(["r.jsonl": records])
        let all = try workspace.tamis("explain r.jsonl")
        #expect(all.failed("record 3") && all.text.contains("== record 2: b =="), "\(all)")
        for place in ["r.jsonl:4", "r.jsonl --record 4"] {
            let run = try workspace.tamis("explain \(place)")
            #expect(run.isDone && run.text.hasPrefix("  1  Snow fell on the pass.\n"), "\(run)")
        }
        let line = try workspace.tamis("explain r.jsonl:3 --record 4")
        #expect(line.text == "  3  Nobody crossed it.\n        kept: no rule saw anything here\n")
        #expect(try workspace.tamis("explain r.jsonl:3").failed("record 3"))
        #expect(try workspace.tamis("explain r.jsonl:1 --record 3").failed("record 3"))
    }

    /// A finding over several lines is told once, and at the line that is asked for.
    @Test func manyLinesAreAsked() throws {
        let lines = (0..<2_000).map { "On day \($0) the water stood at mark \($0 * 7)." } + ["Share this:", "Facebook"]
        let workspace = try Workspace(["a.txt": lines.joined(separator: "\n") + "\n" + lines[3] + "\n"])
        let all = try workspace.tamis("explain a.txt").text.split(separator: "\n")
        #expect(all.contains { $0.hasPrefix("-") && $0.contains("On day 3 ") })
        #expect(all.filter { $0.hasSuffix("repeats line 4") }.count == 1)
        let one = try workspace.tamis("explain a.txt:2003").text
        #expect(one.hasPrefix("- 2003  On day 3 ") && one.contains("repeated-line: repeats line 4"), "\(one)")
    }
}
