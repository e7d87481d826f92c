import Testing

/// `clean --require`: what violates a profile is left out whole, and comes back with the ledger.
@Suite struct RequireTests {
    private static let long =
        Article.plain
        + "The council met again on Tuesday and on Wednesday to talk of the bridge over the brook, the price of its "
        + "timber, the men who would build it, and the road that leads from the mill to the church of the next "
        + "village, where the band had played until late in the evening.\n"
    private static func record(_ id: Int, _ text: String, language: String = "en") -> String {
        #"{"id":\#(id),"language":"\#(language)","text":""# + text.replacing("\n", with: "\\n") + "\"}"
    }
    private static let records =
        "\u{FEFF}" + record(1, "Too short.") + "\r\n" + record(2, long) + "\n\n"
        + record(3, "", language: "de") + "\nno record\n" + record(4, "Short too.", language: "de")

    @Test func recordsGoWithTheirLineEndAndComeBack() throws {
        let workspace = try Workspace(["a.jsonl": Self.records])
        let run = try workspace.tamis(
            "clean a.jsonl --require gopher --no-annotation -o out.jsonl --ledger ledger.jsonl")
        #expect(
            run.ending == .exit(2) && run.messages.contains("5 documents: 1 kept, 0 changed, 3 removed, 1 rejected"))
        #expect(workspace.text("out.jsonl") == "\u{FEFF}" + Self.record(2, Self.long) + "\n\n")
        let restored = try workspace.tamis("restore out.jsonl --ledger ledger.jsonl")
        #expect(restored.output == Array(Self.records.utf8), "\(restored.messages)")
    }

    @Test func oneLanguageIsJudged() throws {
        let workspace = try Workspace(["a.jsonl": Self.records])
        let run = try workspace.tamis("clean -q a.jsonl --require de:gopher --no-annotation")
        #expect(run.text.contains("Too short.") && !run.text.contains("Short too."))
    }

    @Test func theLedgerNamesEveryBound() throws {
        let workspace = try Workspace(["a.txt": "a b c\n"])
        let run = try workspace.tamis("clean -q a.txt --require gopher --ledger ledger.jsonl")
        #expect(run.isDone && run.output.isEmpty, "\(run.messages)")
        let ledger = workspace.text("ledger.jsonl")
        #expect(ledger.contains(#""rule":"require""#) && ledger.contains(#""bound":"short_doc""#))
        #expect(ledger.contains(#""bound":"below_avg_threshold""#) && ledger.contains(#""removed":"a b c\n""#))
    }

    @Test func annotateOnlySaysSo() throws {
        let workspace = try Workspace(["a.jsonl": Self.record(1, "Too short.") + "\n"])
        let run = try workspace.tamis("clean a.jsonl --annotate --require gopher --signals none")
        #expect(run.messages.contains("1 kept, 0 changed, 0 removed"), "\(run.messages)")
        #expect(run.text.contains(#"{"profile":"gopher","bound":"short_doc""#), "\(run.text)")
        #expect(!(try workspace.tamis("clean -q a.jsonl --annotate")).text.contains("violations"))
    }

    @Test(arguments: ["", " --to jsonl"]) func aTreeComesBack(format: String) throws {
        let workspace = try Workspace()
        workspace.write(Array("Too short.\n".utf8), to: "in/a.txt")
        workspace.write(Array(Self.long.utf8), to: "in/b.txt")
        workspace.write([], to: "in/d/e.txt")
        let output = format.isEmpty ? "out" : "out.jsonl"
        let line = "clean -r in -o \(output) --require gopher --ledger ledger.jsonl\(format)"
        let run = try workspace.tamis(line)
        #expect(run.isDone && run.messages.contains("2 removed"), "\(run.messages)")
        if format.isEmpty {
            #expect(!workspace.has("out/a.txt") && !workspace.has("out/d/e.txt") && workspace.has("out/b.txt"))
        }
        let restored = try workspace.tamis("restore \(output) --ledger ledger.jsonl -o again/")
        #expect(restored.isDone, "\(restored.messages)")
        for name in ["a.txt", "b.txt", "d/e.txt"] {
            #expect(workspace.has("again/" + name) && workspace.bytes("again/" + name) == workspace.bytes("in/" + name))
        }
        #expect(try workspace.tamis("restore \(output) --ledger ledger.jsonl --rule repair -o part/").isDone)
        #expect(!workspace.has("part/a.txt") && workspace.has("part/b.txt"))
    }

    @Test func whatAnEarlierRunLeftGoes() throws {
        let workspace = try Workspace(["a.txt": "Too short.\n"])
        #expect(try workspace.tamis("clean -q a.txt -o out/").isDone && workspace.has("out/a.txt"))
        #expect(try workspace.tamis("clean -q a.txt -o out/ --require gopher").isDone && !workspace.has("out/a.txt"))
    }

    @Test func aDryRunTakesTheSameDecisions() throws {
        let workspace = try Workspace(["a.jsonl": Self.records])
        let run = try workspace.tamis("clean a.jsonl --dry-run --require gopher --ledger ledger.jsonl")
        #expect(run.messages.contains("1 kept, 0 changed, 3 removed, 1 rejected"), "\(run.messages)")
        #expect(workspace.text("ledger.jsonl").contains(#""applied":false"#))
    }

    @Test func settingsMoveABoundAndUnknownNamesAreRefused() throws {
        let text = "This is one sentence.\n"
        let workspace = try Workspace(["a.txt": text, "s.json": #"{"c4.too_few_sentences": 1}"#])
        #expect(try workspace.tamis("clean -q a.txt --require c4").text.isEmpty)
        #expect(try workspace.tamis("clean -q a.txt --require c4 --settings s.json").text == text)
        #expect(try workspace.tamis("clean a.txt --require gofer").refused("did you mean 'gopher'?"))
    }
}
