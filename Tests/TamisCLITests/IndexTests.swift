import Testing

/// `tamis index`, on indexes that the library made.
@Suite struct IndexTests {
    /// A workspace with an index of so many runs of three documents.
    private func workspace(runs: Int, name: String = "seen") throws -> Workspace {
        let workspace = try Workspace()
        try workspace.addRuns(0..<runs, toIndex: name)
        return workspace
    }

    @Test func infoCountsRunsAndDocuments() throws {
        let workspace = try workspace(runs: 2)
        let text = try workspace.tamis("index info seen").text
        #expect(text.contains("6 documents in 2 files") && text.contains("20 bands of 6 rows"))
        let json = try workspace.tamis("index info --json seen").text
        #expect(json.hasPrefix(#"{"schema":1,"algorithm":1,"bands":20,"rows":6,"documents":6,"files":2,"#))
    }

    @Test func aDamagedFileIsNamed() throws {
        let workspace = try workspace(runs: 2)
        #expect(try workspace.tamis("index verify seen").isDone)
        var bytes = workspace.bytes("seen/1.run")
        bytes[100] ^= 1
        workspace.write(bytes, to: "seen/1.run")
        #expect(try workspace.tamis("index verify seen").failed("seen/1.run", "does not match its checksum"))
    }

    @Test func documentsAreForgottenByIdAndRun() throws {
        let workspace = try workspace(runs: 3)
        #expect(try workspace.tamis("index forget seen --id 0-1 --id none").messages == "1 document forgotten\n")
        #expect(try workspace.tamis("index forget seen --run 2").messages == "3 documents forgotten\n")
        #expect(try workspace.tamis("index forget seen --older-than 1").messages == "0 documents forgotten\n")
        let ids = try workspace.tamis("index export seen").text.split(separator: "\n").map {
            $0.split(separator: "\"")[5]
        }
        #expect(ids == ["0-0", "0-2", "2-0", "2-1", "2-2"])
        #expect(try workspace.tamis("index verify seen").isDone)
    }

    @Test func buildTakesAddressesSitesAndMemory() throws {
        let workspace = try Workspace([
            "a.jsonl": #"{"id":"a","s":"news.example","u":"https://news.example/1","text":"Rain on Monday, and wind."}"#
                + "\n",
            "b.jsonl": #"{"id":"b","u":"http://news.example/1?utm_source=x","text":"Another text altogether."}"# + "\n",
        ])
        let build = "index build seen a.jsonl --site-field s --url-field u --memory 64M --max-record-bytes 8M"
        #expect(try workspace.tamis(build).isDone)
        #expect(try workspace.tamis("index export seen").text.contains(#""site":"news.example""#))
        #expect(try workspace.tamis("clean -q b.jsonl --url-field u --against seen").output.isEmpty)
        #expect(try workspace.tamis("index build seen a.jsonl --memory 1M").refused("--memory", "too small"))
    }

    /// Without the other rules a document goes for one of an earlier run, however that says it, and for no other.
    @Test func seenBeforeWorksAlone() throws {
        let workspace = try Workspace()
        var documents = InventedDocuments(seed: 2)
        let texts = (0..<3).map { _ in documents.sentence(80) }
        for text in texts { documents.append(text) }
        workspace.write(Array(documents.records.joined().utf8), to: "monday.jsonl")
        documents.append(texts[0])
        documents.append(documents.edited(texts[1], wordCount: 1))
        documents.append(texts[2] + "\n" + documents.sentence(500))
        let new = documents.sentence(80)
        for text in [new, new] { documents.append(text) }
        workspace.write(Array(documents.records.dropFirst(3).joined().utf8), to: "tuesday.jsonl")
        _ = try workspace.tamis("clean -q monday.jsonl --index seen")
        let run = try workspace.tamis("clean tuesday.jsonl --against seen --rules seen-before --no-annotation")
        #expect(
            run.messages.contains("5 documents: 3 kept, 0 changed, 2 removed") && run.messages.contains("seen-before"))
        #expect(run.text == documents.records.suffix(3).joined())
    }

    @Test(arguments: [
        ("index info none", "is no index"), ("index forget seen", "--id"), ("index forget seen --run 9", "no run 9"),
        ("index forget seen --run 1 --id a", "give one of"), ("index merge seen --index seen", "added to itself"),
        ("index merge none --index seen", "is no index"), ("index forget seen --older-than -1", "older-than"),
    ])
    func mistakesAreRefused(line: String, word: String) throws {
        #expect(try workspace(runs: 1).tamis(line).refused(word))
    }

    @Test func killedMergesLoseAndDoubleNothing() throws {
        let workspace = try Workspace()
        var random = SystemRandomNumberGenerator()
        var expected: [String] = []
        for source in 0..<6 {
            try workspace.addRuns(source * 3..<source * 3 + 3, toIndex: "s\(source)")
            for run in source * 3..<source * 3 + 3 { expected += (0..<3).map { "\(run)-\($0)" } }
        }
        let merge = "index merge -q s0 s1 s2 s3 s4 s5 --index all"
        for _ in 0..<30 {
            let run = try workspace.shell(
                "timeout -s KILL 0.0\(Int.random(in: 10...99, using: &random)) tamis \(merge)")
            #expect(run.ending == .signal(9) || run.ending == .exit(137) || run.isDone, "\(run)")
            // Whatever is there is sound.
            let verified = try workspace.tamis("index verify all")
            #expect(verified.isDone || verified.refused("is no index"), "\(verified.messages)")
        }
        #expect(try workspace.tamis(merge).isDone)
        let ids = try workspace.tamis("index export all").text.split(separator: "\n").map {
            String($0.split(separator: "\"")[5])
        }
        #expect(ids == expected)
        #expect(workspace.names.count == 7)
    }
}
