import Testing

/// What `restore` says where output, ledger and options do not fit each other.
@Suite struct RestoreCommandTests {
    /// Three texts cleaned to a folder, with a ledger.
    private func tree() throws -> Workspace {
        let workspace = try Workspace([
            "in/a.txt": Article.dirty, "in/b.txt": Article.plain, "in/c.txt": "The mayor said no.\n" + Article.dirty,
        ])
        #expect(try workspace.tamis("clean -q -r in -o out --ledger ledger --scope document").isDone)
        return workspace
    }

    @Test(arguments: ["a.txt", "a.jsonl", "a.jsonl.gz"])
    func whatWasAddedToAnOutputIsTold(name: String) throws {
        let workspace = try Workspace(["a.txt": Article.dirty, "a.jsonl": Article.record])
        let input = name.hasPrefix("a.jsonl") ? "a.jsonl" : name
        #expect(try workspace.tamis("clean -q \(input) -o out-\(name) --ledger ledger").isDone)
        #expect(
            try workspace.shell("if [ \(name) = a.jsonl.gz ]; then echo more | gzip; else echo more; fi >> out-\(name)")
                .isDone)
        let run = try workspace.tamis("restore out-\(name) --ledger ledger -o back")
        #expect(run.failed("out-\(name): goes on after byte", "what was added is not in it"), "\(run.messages)")
        #expect(workspace.bytes("back") == workspace.bytes(input))
    }

    @Test func everyOutputThatIsNotWhatItWasIsTold() throws {
        let workspace = try tree()
        #expect(try workspace.shell("echo more >> out/a.txt; echo other > out/c.txt").isDone)
        let run = try workspace.tamis("restore out --ledger ledger -o back")
        #expect(run.failed("out/a.txt: goes on after byte", "out/c.txt: "), "\(run.messages)")
        #expect(workspace.text("back/a.txt") == Article.dirty && workspace.text("back/b.txt") == Article.plain)
        #expect(!workspace.has("back/c.txt"))
    }

    /// The first of several files under the name that was meant for a folder would be none of what was asked for.
    @Test func severalFilesNeedAFolder() throws {
        let workspace = try Workspace(["in/a.txt": Article.dirty, "in/b.txt": Article.plain])
        #expect(try workspace.tamis("clean -q -r in --to jsonl -o all.jsonl --ledger ledger").isDone)
        let run = try workspace.tamis("restore all.jsonl --ledger ledger -o back")
        #expect(run.failed("the ledger has several files", "a name that ends in /") && !workspace.has("back"))
        #expect(try workspace.tamis("restore all.jsonl --ledger ledger -o back/").isDone)
        #expect(workspace.text("back/a.txt") == Article.dirty && workspace.text("back/b.txt") == Article.plain)
    }

    @Test func rulesAndPatchesThatAreNotThereAreTold() throws {
        let workspace = try tree()
        let run = try workspace.tamis("restore out --ledger ledger -o back/ --rule page-furnitur")
        #expect(run.refused("--rule: unknown name 'page-furnitur'; did you mean 'page-furniture'?"))
        #expect(try workspace.tamis("restore out --ledger ledger -o back/ --rule near-repeat --rule annotation").isDone)
        #expect(try workspace.tamis("restore out --ledger ledger -o back/ --id 0 --id 99").failed("has no patch 99"))
    }

    /// Each name that a ledger can have is one that `--rule` takes.
    @Test func theRulesOfALedgerAreKnown() throws {
        let root = #filePath.dropLast("Tests/TamisCLITests/RestoreCommandTests.swift".count)
        let workspace = try Workspace(["bad.jsonl": Article.record + "{\n"])
        for input in [
            "jsonl/articles.jsonl", "tables/articles.csv", "archives/pages.wet", "articles/control-characters.txt",
        ] {
            #expect(
                try workspace.shell("tamis clean -q \(root)samples/\(input) --ledger l > /dev/null && cat l >> all")
                    .isDone)
        }
        _ = try workspace.shell("tamis clean -q bad.jsonl --ledger l > /dev/null; cat l >> all")
        let rules = try workspace.shell("grep -o '\"rule\":\"[^\"]*' all | cut -c 9- | sort -u").text.split(
            separator: "\n")
        #expect(Set(rules).isSuperset(of: ["rejected", "annotation", "content-length", "digest", "repair"]))
        let options = rules.map { "--rule \($0)" }.joined(separator: " ")
        #expect(
            try workspace.shell("tamis clean -q bad.jsonl -o out --ledger l; tamis restore out --ledger l \(options)")
                .isDone)
    }
}
