import Testing

/// The line rules of C4 and RefinedWeb: off by default, in the ledger like all others.
@Suite struct LineRuleTests {
    private static let text =
        "Main menu\nThe council met on Monday.[2]\n3.5K likes\nShe asked why?\n\nNO WAY OUT OF IT.\n"

    @Test(arguments: [
        ("c4-lines", "The council met on Monday.\nShe asked why?\n\nNO WAY OUT OF IT.\n"),
        ("refinedweb-lines", "Main menu\nThe council met on Monday.[2]\nShe asked why?\n\n"),
    ])
    func linesGoAndComeBack(rule: String, expected: String) throws {
        let workspace = try Workspace(["a.txt": Self.text])
        #expect(try workspace.tamis("clean -q a.txt").text.contains("Main menu"))
        let run = try workspace.tamis("clean -q a.txt --rules \(rule) -o out.txt --ledger ledger.jsonl")
        #expect(run.isDone && workspace.text("out.txt") == expected, "\(run.messages) \(workspace.text("out.txt"))")
        #expect(
            try workspace.tamis("clean -q out.txt --rules \(rule)").text == expected, "a second time changes nothing")
        #expect(try workspace.tamis("restore out.txt --ledger ledger.jsonl").text == Self.text)
        #expect(try workspace.tamis("clean -q a.txt --enable \(rule) --dry-run").isDone)
    }
}
