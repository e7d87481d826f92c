import Testing

/// Corpora that are made to be slow, with too little memory; `scripts/hostile-corpus` is the long form and measures.
@Suite struct HostileCorpusTests {
    private static let rules = "duplicate-document,near-duplicate-document,contained-document"

    /// The ids of the documents that stay.
    private static func kept(_ documents: InventedDocuments) throws -> [Int] {
        let workspace = try Workspace(["input.jsonl": documents.records.joined()])
        let outcome = try workspace.tamis(
            "clean -q --rules \(rules) --signals none --no-annotation --threads 2 --memory 256K --max-record-bytes 64K "
                + "input.jsonl")
        try #require(outcome.isDone, "\(outcome.messages)")
        return outcome.text.split(separator: "\n").compactMap { Int($0.dropFirst(7).prefix(8), radix: 16) }
    }

    @Test func tensOfThousandsOfShortDocuments() throws {
        var documents = InventedDocuments(seed: 1)
        for number in 0..<20_000 { documents.append("\(number) " + documents.sentence(3 + number % 8)) }
        #expect(try Self.kept(documents) == Array(0..<20_000))
    }

    /// Short texts get band keys only where they may meet another text; with an index all get them.
    @Test func shortTextsMeetTheSameOthersAsWhereAllKeysAreSorted() throws {
        var documents = InventedDocuments(seed: 5)
        var texts: [String] = []
        for number in 0..<2000 {
            let earlier = (0..<5).map { texts.isEmpty ? "" : texts[number * ($0 + 7) % texts.count] }
            let text =
                switch texts.isEmpty ? 0 : number % 5 {
                case 1: documents.edited(earlier[0], wordCount: 1)
                case 2: earlier[1] + " " + documents.sentence(1 + number % 3)
                case 3: earlier.joined(separator: " ")
                default: documents.sentence(4 + number % 17)
                }
            texts.append(String(text.prefix(400)))
            documents.append(texts[number])
        }
        let workspace = try Workspace(["input.jsonl": documents.records.joined()])
        for (name, option) in [("without", ""), ("with", "--index index")] {
            let outcome = try workspace.tamis(
                "clean -q --rules \(Self.rules) --signals none --threads 2 --memory 256K --max-record-bytes 64K --near 0.5 "
                    + "\(option) --pairs pairs-\(name).jsonl input.jsonl -o \(name).jsonl")
            try #require(outcome.isDone, "\(outcome.messages)")
        }
        let pairs = workspace.text("pairs-without.jsonl")
        #expect(pairs.split(separator: "\n").count > 300)
        #expect(pairs == workspace.text("pairs-with.jsonl"))
        #expect(workspace.bytes("without.jsonl") == workspace.bytes("with.jsonl"))
    }

    @Test func halfOfAllDocumentsInOneBucket() throws {
        var documents = InventedDocuments(seed: 2)
        let text = documents.sentence(300)
        for _ in 0..<500 {
            documents.append(documents.edited(text, wordCount: 2))
            documents.append(documents.sentence(100))
        }
        #expect(try Self.kept(documents) == [0] + stride(from: 1, to: 1000, by: 2))
    }

    @Test func aChainOfDocumentsIsCutWhereTheyDiffer() throws {
        var documents = InventedDocuments(seed: 3)
        let sentences = (0..<30).map { _ in documents.sentence(20) }
        // A document has 19 of its 20 sentences in common with the next one, 18 with the second, and 17 with the third: a
        // Jaccard similarity of .90, .82 and .74.
        for start in 0..<10 { documents.append(sentences[start..<start + 20].joined(separator: " ")) }
        #expect(try Self.kept(documents) == [0, 3, 6, 9])
    }

    @Test func aParagraphThatStandsInEveryDocument() throws {
        var documents = InventedDocuments(seed: 4)
        let paragraph = documents.sentence(30)
        for _ in 0..<1000 { documents.append(documents.sentence(80) + "\n" + paragraph) }
        #expect(try Self.kept(documents) == Array(0..<1000))
    }
}
