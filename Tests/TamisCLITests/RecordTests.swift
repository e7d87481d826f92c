import Testing

/// JSON Lines in, JSON Lines out.
@Suite struct RecordTests {
    /// A field that no record has is a mistake in its name more often than not.
    @Test(arguments: [
        "clean -q", "clean -q --scope document", "report", "index build seen", "fingerprint", "templates -o lines",
        "templates --ballots -o votes",
    ])
    func fieldsThatNoRecordHasAreTold(command: String) throws {
        let workspace = try Workspace([
            "a.jsonl": #"{"id":"1","text":"A.","url":"u"}"# + "\n" + #"{"id":"2","text":"B.","page":{"site":"s"}}"#
                + "\n",
            "a.csv": "id,text,url\n1,A,u\n", "a.txt": "A.\n", "empty.jsonl": "",
        ])
        for (input, fields, untold) in [
            ("a.jsonl", "--url-field url --site-field /page/site", []), ("a.csv", "--url-field url", []),
            ("a.jsonl", "--url-field ulr --site-field /page/host", ["/page/host", "ulr"]),
            ("a.csv", "--url-field ulr --site-field /page/site --id-field id", ["/page/site", "ulr"]),
            ("a.jsonl", "--id-field uid --language-field lang", ["uid", "lang"]), ("a.jsonl", "", []),
            ("a.txt empty.jsonl", "--url-field ulr", []),
        ] {
            let inputs = input.hasPrefix("a.txt") && command.hasPrefix("clean") ? "empty.jsonl" : input
            let run = try workspace.tamis("\(command) \(inputs) \(fields)")
            let told = run.messages.split(separator: "\n").filter { $0.contains("no record has the field") }
            #expect(
                run.isDone && told == untold.map { "tamis: no record has the field '\($0)', so naming it did nothing" },
                "\(input) \(fields): \(run.messages)")
        }
    }

    @Test func recordsAreToldByTheirContent() throws {
        let run = try Workspace().tamis("clean --no-annotation", input: "\n" + Article.record)
        #expect(run.isDone && run.text == "\n" + Article.cleanRecord)
        let annotated = try Workspace().tamis("clean --signals none", input: Article.record)
        #expect(annotated.text.hasPrefix(Article.cleanRecord.dropLast(2)))
        #expect(annotated.text.contains(#","tamis":{"schema":1,"status":"changed","cut":{"#))
        let signals = try Workspace().tamis("clean", input: Article.record)
        #expect(
            signals.text.contains(#""before":{"#) && signals.text.contains(#""after":{"#)
                && signals.text.contains(#""word_count":"#))
    }

    @Test func aBrokenLineIsNamedAndGivenBack() throws {
        let broken = "{\"id\":\"r2\",\"text\":\"no end}\n"
        let input = Article.record + broken + Article.record
        let workspace = try Workspace(["in.jsonl": input])
        let run = try workspace.tamis(
            "clean --scope document --no-annotation in.jsonl -o out.jsonl --ledger ledger.jsonl")
        let offset = Article.record.utf8.count + broken.utf8.count - 1
        #expect(
            run.failed(
                "in.jsonl: record 2, byte \(offset): ", "; mend or remove the line",
                "3 documents: 0 kept, 2 changed, 0 removed, 1 rejected"), "\(run)")
        #expect(workspace.text("out.jsonl") == Article.cleanRecord + Article.cleanRecord)
        #expect(workspace.text("ledger.jsonl").contains(#""rule":"rejected""#))
        #expect(try workspace.tamis("restore out.jsonl --ledger ledger.jsonl").text == input)
        let stopped = try workspace.tamis("clean --on-error stop in.jsonl")
        #expect(stopped.failed("record 2"))
    }

    @Test func aMissingTextListsTheKeys() throws {
        let workspace = try Workspace(["in.jsonl": #"{"id":1,"body":"A river.","meta":{"a":1}}"# + "\n"])
        let run = try workspace.tamis("clean in.jsonl")
        #expect(run.failed("in.jsonl: record 1", "'text'", "--text-field", "id, body, meta"), "\(run)")
        #expect(try workspace.tamis("clean --text-field body in.jsonl").isDone)
        #expect(try workspace.tamis("clean --text-field /meta/a in.jsonl").failed("'/meta/a' is no string"))
    }

    @Test func textsBecomeRecordsAndComeBack() throws {
        let workspace = try Workspace(["tree/a.txt": Article.dirty, "tree/b/c.txt": Article.plain])
        let run = try workspace.tamis("clean -r tree --to jsonl --signals none -o out.jsonl --ledger ledger.jsonl")
        #expect(run.isDone, "\(run)")
        let lines = workspace.text("out.jsonl").split(separator: "\n")
        #expect(
            lines.count == 2 && lines[0].hasPrefix(#"{"id":"a.txt","text":"The river"#)
                && lines[1].hasPrefix(#"{"id":"b/c.txt""#))
        #expect(try workspace.tamis("restore out.jsonl --ledger ledger.jsonl -o again/").isDone)
        #expect(workspace.text("again/a.txt") == Article.dirty && workspace.text("again/b/c.txt") == Article.plain)
    }

    @Test(arguments: [
        ("title", "", true), ("headline", "", false), ("headline", "--title-field headline", true),
        ("title", "--title-field headline", false),
    ])
    func theTitleOfARecordStays(field: String, options: String, stays: Bool) throws {
        let text = try Article.page().replacing("\n", with: "\\n").replacing("\"", with: "\\\"")
        let run = try Workspace().tamis(
            "clean -q --no-annotation --scope document \(options)",
            input: #"{"\#(field)":"Weather","text":"\#(text)"}"# + "\n")
        #expect(run.text.contains(#"Weather\n"#) == stays, "\(run)")
        #expect(!run.text.contains(#"Opinion\n"#))
    }

    @Test func aFieldMayBeTextAndTitleAtOnce() throws {
        let record = Article.record.replacing("\"text\"", with: "\"title\"")
        let run = try Workspace().tamis("clean --no-annotation --text-field title", input: record)
        #expect(run.text == Article.cleanRecord.replacing("\"text\"", with: "\"title\""))
    }

    @Test func annotateCutsNothing() throws {
        let run = try Workspace().tamis("clean --annotate --signals none", input: Article.record)
        #expect(
            run.isDone && run.text.hasPrefix(Article.record.dropLast(2))
                && run.text.contains(#""findings":[{"rule":"page-furniture","range":["#))
    }

    @Test func dryRunDecidesTheSame() throws {
        let workspace = try Workspace(["in.jsonl": Article.record])
        let dry = try workspace.tamis("clean in.jsonl --dry-run --ledger dry")
        let wet = try workspace.tamis("clean in.jsonl --ledger wet")
        #expect(dry.isDone && dry.output.isEmpty && wet.isDone)
        func decisions(_ name: String) -> [String] {
            workspace.text(name).split(separator: "\n").filter {
                $0.contains(#""type":"patch""#) && !$0.contains(#""rule":"annotation""#)
            }.map { line in
                String(line.drop { $0 != "d" }.split(separator: #""document""#)[1].split(separator: #","applied""#)[0])
            }
        }
        #expect(decisions("dry") == decisions("wet") && decisions("dry").count > 3)
    }
}
