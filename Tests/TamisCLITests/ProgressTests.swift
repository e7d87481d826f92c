import Testing

/// What is shown on the way; the times are not looked at.
struct ProgressTests {
    @Test func nothingIsShownWhereThereIsNoTerminal() throws {
        let workspace = try Workspace(["r.jsonl": Article.record])
        #expect(try workspace.tamis("clean -q r.jsonl -o out.jsonl").messages.isEmpty)
        #expect(try workspace.tamis("clean -q --progress never r.jsonl -o out.jsonl").messages.isEmpty)
    }

    @Test(arguments: ["clean -q -o out.jsonl", "report"])
    func linesOfJSONSayTheEnd(_ command: String) throws {
        let workspace = try Workspace(["r.jsonl": Article.record])
        let run = try workspace.tamis(command + " --scope document --progress json r.jsonl")
        let count = Article.record.utf8.count
        #expect(run.isDone && run.messages.hasPrefix("{\"read_bytes\":\(count),\"total_bytes\":\(count),\"seconds\":"))
    }

    /// Documents that are compared are read three times: for templates, for fingerprints, to be cleaned.
    @Test func allReadingIsCounted() throws {
        let workspace = try Workspace(["r.jsonl": Article.record])
        let run = try workspace.tamis("clean -q --progress json r.jsonl -o out.jsonl")
        let count = 3 * Article.record.utf8.count
        #expect(run.messages.hasPrefix("{\"read_bytes\":\(count),\"total_bytes\":\(count),"))
        let input = try workspace.tamis("clean -q --scope document --progress json -", input: Article.record)
        #expect(input.messages.contains("\"total_bytes\":null"))
    }
}
