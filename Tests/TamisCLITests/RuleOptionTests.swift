import Testing

/// What decides about the text, from the command line.
@Suite struct RuleOptionTests {
    private let text = "One river runs.\nSent from my phone\nShare\nFacebook\nbell\u{7}\n"

    /// What of the text goes, as the lines that stay.
    @Test(arguments: [
        ("", "One river runs.\nSent from my phone\nbell\n"),
        ("--rules repair", "One river runs.\nSent from my phone\nShare\nFacebook\nbell\n"),
        ("--rules page-furniture", "One river runs.\nSent from my phone\nbell\u{7}\n"),
        ("--rules page-furniture,repair --disable repair", "One river runs.\nSent from my phone\nbell\u{7}\n"),
        ("--rules repair --enable page-furniture", "One river runs.\nSent from my phone\nbell\n"),
        ("--disable page-furniture", "One river runs.\nSent from my phone\nShare\nFacebook\nbell\n"),
        ("--phrases phrases", "One river runs.\nbell\n"),
        ("--phrases phrases --protect protect", "One river runs.\nFacebook\nbell\n"),
        ("--rules listed-line --phrases control", "One river runs.\nShare\nFacebook\n"),
        ("--settings settings.json", "One river runs.\nSent from my phone\nShare\nFacebook\nbell\n"),
        ("--settings settings.json --enable page-furniture", "One river runs.\nSent from my phone\nbell\n"),
    ])
    func decides(options: String, left: String) throws {
        let workspace = try Workspace([
            "in": text, "phrases": "sent from my PHONE\n", "protect": "Facebook\r\nOne river runs.\n",
            "control": "bell\u{7}\nSent\u{1} from my phone\n",
            "settings.json": #"{"page-furniture":false,"near-repeat.jaccard":0.9}"#,
        ])
        let run = try workspace.tamis("clean in --from text " + options)
        #expect(run.isDone && run.text == left, "\(run)")
    }

    /// The package trait is off in this build unless the tests are run with it.
    @Test func languagesAreToldOnlyByABuildThatCan() throws {
        let workspace = try Workspace(["in": text])
        let run = try workspace.tamis("clean in --identify-language")
        #expect(run.isDone || run.messages.contains("build tamis with --traits LanguageIdentification"), "\(run)")
        #expect(run.isDone || run.ending == .exit(64), "\(run)")
    }

    @Test func settingsComeFromTheEnvironmentTooButNeverFromTheFolder() throws {
        let workspace = try Workspace([
            "in": text, "tamis.json": #"{"page-furniture":false}"#, ".tamis": #"{"page-furniture":false}"#,
        ])
        #expect(try !workspace.tamis("clean in").text.contains("Facebook"))
        #expect(
            try workspace.tamis("clean in", environment: ["TAMIS_SETTINGS": "tamis.json"]).text.contains("Facebook"))
    }

    @Test(arguments: [
        (#"{"near-repeat.jacard":0.9}"#, "did you mean 'near-repeat.jaccard'?"),
        (#"{"near-repeat.jaccard":9}"#, "near-repeat.jaccard"),
        (#"{"repair":"no"}"#, "repair must be"), ("{", "settings.json"), ("[]", "settings.json"),
    ])
    func settingsThatCannotBe(json: String, word: String) throws {
        let run = try Workspace(["in": text, "settings.json": json]).tamis("clean in --settings settings.json")
        #expect(run.ending == .exit(64) || run.ending == .exit(2))
        #expect(run.messages.contains(word) && run.output.isEmpty, "\(run)")
    }

    @Test func explainSaysWhy() throws {
        let workspace = try Workspace(["a.txt": Article.dirty])
        let run = try workspace.tamis("explain a.txt")
        #expect(
            run.isDone && run.text.contains("- ") && run.text.contains("page-furniture: share bar")
                && !run.text.contains("\u{1B}"))
        #expect(run.text.contains("repeated-line: repeats line 1"))
        #expect(try workspace.tamis("explain a.txt:2").text.contains("Share"))
        #expect(try workspace.tamis("explain a.txt:6").text.contains("kept"))
        #expect(try workspace.tamis("explain --color always a.txt").text.contains("\u{1B}[31m"))
    }

    @Test func furnitureHasLevels() throws {
        let page = try Article.page()
        let workspace = try Workspace(["page.txt": page])
        let gentle = try workspace.tamis("clean page.txt")
        let strict = try workspace.tamis("clean page.txt --furniture strict")
        #expect(gentle.isDone && strict.isDone && gentle.output.count < page.utf8.count)
        #expect(strict.output.count <= gentle.output.count)
        #expect(try workspace.tamis("clean page.txt --furniture gentle").output == gentle.output)
        let refused = try workspace.tamis("clean page.txt --furniture stict")
        #expect(refused.ending == .exit(64) && refused.messages.contains("did you mean 'strict'?"), "\(refused)")
    }

    @Test func explainNamesThreeFeatures() throws {
        let page = try Article.page()
        let run = try Workspace(["page.txt": page]).tamis("explain page.txt")
        let judged = run.text.split(separator: "\n").filter { $0.contains("page-furniture: line judge, odds over ") }
        #expect(!judged.isEmpty, "\(run)")
        #expect(judged.allSatisfy { $0.split(separator: ": ").last?.split(separator: ", ").count == 3 }, "\(judged)")
    }

    @Test func reportCountsTheSameAsClean() throws {
        let workspace = try Workspace(["a.txt": Article.dirty, "b.txt": Article.plain])
        let table = try workspace.tamis("report a.txt b.txt")
        #expect(
            table.isDone && table.text.contains("2 documents: 1 clean, 1 to change")
                && table.text.contains("page-furniture"))
        #expect(
            try workspace.shell(
                "tamis report --json a.txt b.txt | python3 -m json.tool > /dev/null || test ! -x /usr/bin/python3"
            ).isDone)
    }
}
