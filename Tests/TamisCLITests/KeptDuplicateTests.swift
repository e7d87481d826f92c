import Testing

/// What keeps a document that another one says as well.
@Suite struct KeptDuplicateTests {
    @Test func aProtectedLineKeepsItsDocument() throws {
        let workspace = try Workspace([
            "a.jsonl": Article.record + Article.record, "protect": "The river rises again\n",
        ])
        let run = try workspace.tamis("clean --protect protect --no-annotation a.jsonl -o out.jsonl")
        #expect(run.isDone && run.messages.contains("0 removed"), "\(run)")
    }

    @Test func aRuleThatIsOffTakesNothingOfADropFile() throws {
        let drop =
            #"{"id":"r1","rule":"contained-document","duplicate_of":"x","similarity":1,"cluster_id":"x","cluster_size":2}"#
        let workspace = try Workspace(["a.jsonl": Article.record, "drop": drop + "\n"])
        let off = try workspace.tamis("clean --disable contained-document --drop drop a.jsonl")
        #expect(off.isDone && off.messages.contains("0 removed") && !off.text.contains("duplicate_of"), "\(off)")
        #expect(try workspace.tamis("clean --drop drop a.jsonl").messages.contains("1 removed"))
    }

    @Test func anIndexIsAddedToWhateverRulesRun() throws {
        let workspace = try Workspace(["a.jsonl": Article.record])
        #expect(try workspace.tamis("clean -q --rules repair --index seen a.jsonl -o b.jsonl").isDone)
        #expect(try workspace.tamis("index info seen").text.contains("1 documents"))
        let off = try workspace.tamis("clean --disable seen-before --index seen a.jsonl -o c.jsonl --keep longest")
        #expect(off.isDone && off.messages.contains("0 removed"), "\(off)")
        #expect(
            try workspace.tamis("clean --against seen a.jsonl -o d.jsonl --keep longest").messages.contains("1 removed")
        )
    }

    @Test func aRefusedRunNamesNothing() throws {
        let workspace = try Workspace(["a.jsonl": Article.record + Article.record])
        #expect(
            try workspace.tamis("clean --max-removed 0.1 --pairs pairs a.jsonl -o out").failed(
                "more than --max-removed"))
        #expect(!workspace.has("pairs") && !workspace.has("out"))
    }

    @Test func aDropFileAndSharedParagraphsExcludeEachOther() throws {
        let workspace = try Workspace(["a.jsonl": Article.record, "drop": ""])
        #expect(try workspace.tamis("clean --drop drop --enable shared-paragraph a.jsonl").refused("shared-paragraph"))
    }
}
