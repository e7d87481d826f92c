import Testing

/// What is written does not depend on how it is made; `scripts/determinism` is the long form.
@Suite struct SameBytesTests {
    private static let options =
        "clean -q --near 0.7 --site-field site --enable contained-document -o output.jsonl --ledger ledger.jsonl"

    private static func documents(_ count: Int) -> InventedDocuments {
        var documents = InventedDocuments(seed: 3)
        documents.appendArticles(count)
        return documents
    }

    /// The output and the ledger of a run.
    private static func bytes(_ workspace: Workspace, _ arguments: String) throws -> [[UInt8]] {
        let outcome = try workspace.tamis("\(options) \(arguments) input.jsonl")
        try #require(outcome.isDone, "\(outcome.messages)")
        return [workspace.bytes("output.jsonl"), workspace.bytes("ledger.jsonl")]
    }

    @Test func threadsAndMemoryDoNotMatter() throws {
        let workspace = try Workspace(["input.jsonl": Self.documents(400).records.joined()])
        let expected = try Self.bytes(workspace, "--threads 1")
        #expect(!expected[0].isEmpty && expected[1].count > 1000)
        for threads in [1, 2, 7] {
            for memory in ["256K", "4M", "64G"] {
                let arguments = "--threads \(threads) --memory \(memory) --max-record-bytes 64K"
                #expect(try Self.bytes(workspace, arguments) == expected, "\(arguments)")
            }
        }
    }

    @Test func chunksOfTheInputDoNotMatter() throws {
        let workspace = try Workspace(["input.jsonl": Self.documents(100).records.joined()])
        var results: [[[UInt8]]] = []
        for size in [1, 100, 4096, 1 << 20] {
            let outcome = try workspace.shell("dd bs=\(size) status=none < input.jsonl | tamis \(Self.options) -")
            try #require(outcome.isDone, "\(outcome.messages)")
            results.append([workspace.bytes("output.jsonl"), workspace.bytes("ledger.jsonl")])
        }
        #expect(!results[0][0].isEmpty && results.allSatisfy { $0 == results[0] })
    }

    @Test func theOrderOfTheInputDoesNotMatterWhereTheLongestStay() throws {
        var documents = Self.documents(600)
        var results: [[String]] = []
        for _ in 0..<3 {
            let workspace = try Workspace(["input.jsonl": documents.records.joined()])
            _ = try Self.bytes(workspace, "--keep longest --threads 2 --annotate")
            results.append(workspace.text("output.jsonl").split(separator: "\n").map(String.init).sorted())
            documents.shuffle()
        }
        #expect(results[0].contains { $0.contains("site-template") })
        #expect(results[1] == results[0] && results[2] == results[0])
    }

    @Test func memoryTooSmallForTheRecordsIsRefused() throws {
        let workspace = try Workspace(["input.jsonl": Self.documents(1).records.joined()])
        #expect(try workspace.tamis("clean --memory 64M input.jsonl").refused("--memory", "--max-record-bytes"))
        #expect(try workspace.tamis("clean -q --memory 64M --max-record-bytes 8M input.jsonl").isDone)
    }
}
