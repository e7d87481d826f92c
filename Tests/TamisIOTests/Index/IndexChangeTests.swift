import Testing

@testable import TamisIO

struct IndexChangeTests {
    private func withIndex(_ body: (_ path: String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let path = folder + "/index"
            try IndexSample.add(["a", "b"], run: "monday", to: path)
            try IndexSample.add(["c", "d"], run: "tuesday", to: path)
            try body(path)
        }
    }

    /// What is wrong with the index.
    private func problems(_ path: String) throws -> [String] {
        var problems: [String] = []
        try DocumentIndex(reading: path).verify { problems.append($0.description) }
        return problems
    }

    private func exported(_ path: String) throws -> String {
        let copy = path + ".jsonl"
        let output = try OutputFile(path: copy)
        try DocumentIndex(reading: path).export(to: output)
        try output.finish()
        return String(decoding: contents(of: copy) ?? [], as: UTF8.self)
    }

    @Test func aDocumentIsForgotten() throws {
        try withIndex { path in
            let count = try DocumentIndex(changing: path).forget(.ids(["a", "nobody"]))
            #expect(count == 2, "the document, and the note of its copy")
            #expect(try IndexSample.contents(of: path, forRun: "") == ["1 b 1", "3 c 2", "4 d 2"])
            let problems = try problems(path)
            #expect(problems == [])
            #expect(names(in: path) == ["2.run", "3.run", "catalog.sqlite", "lock"])
            let catalog = try #require(contents(of: path + "/catalog.sqlite"))
            #expect(!String(decoding: catalog, as: UTF8.self).contains("a-copy"), "nothing of it is left")
        }
    }

    @Test func anIDIsItsBytes() throws {
        try withIndex { path in
            try IndexSample.add(["caf\u{E9}", "cafe\u{301}"], run: "other", to: path)
            #expect(try DocumentIndex(changing: path).forget(.ids(["cafe\u{301}"])) == 1)
            let kept = try IndexSample.contents(of: path, forRun: "").filter { $0.contains("caf") }
            #expect(kept.count == 1 && kept[0].utf8.contains(0xC3), "\(kept)")
        }
    }

    @Test func aRunIsForgottenAndCanBeAddedAgain() throws {
        try withIndex { path in
            #expect(try DocumentIndex(changing: path).forget(.run(1)) == 3)
            #expect(try IndexSample.contents(of: path, forRun: "") == ["3 c 2", "4 d 2"])
            try IndexSample.add(["a", "b"], run: "monday", to: path)
            #expect(try IndexSample.contents(of: path, forRun: "") == ["3 c 2", "4 d 2", "6 a 3", "7 b 3"])
            #expect(try problems(path) == [])
            let error = try #require(throws: InputError.self) { try DocumentIndex(changing: path).forget(.run(1)) }
            #expect(error.description == "\(path): has no run 1; see 'tamis index info'")
        }
    }

    @Test func oldRunsAreForgotten() throws {
        try withIndex { path in
            #expect(try DocumentIndex(changing: path).forget(.olderThan(days: 1)) == 0)
            let index = try DocumentIndex(changing: path)
            try index.catalog.database.run("UPDATE runs SET added = '2001-01-01 00:00:00' WHERE number = 1")
            try index.catalog.seal(nextDocument: index.catalog.nextDocument, nextFile: index.catalog.nextFile)
            #expect(try index.forget(.olderThan(days: 1)) == 3)
            #expect(try IndexSample.contents(of: path, forRun: "") == ["3 c 2", "4 d 2"])
        }
    }

    @Test func indexesAreMerged() throws {
        try withIndex { path in
            let other = path + "-2"
            try IndexSample.add(["c", "d"], run: "tuesday", to: other)
            try IndexSample.add(["e", "f"], run: "wednesday", to: other)
            try IndexSample.add(["g"], run: "thursday", to: other)
            #expect(try DocumentIndex(changing: path).merge(DocumentIndex(reading: other)) == 3)
            #expect(try DocumentIndex(changing: path).merge(DocumentIndex(reading: other)) == 0)
            let all = ["0 a 1", "1 b 1", "3 c 2", "4 d 2", "6 e 3", "7 f 3", "9 g 4"]
            #expect(try IndexSample.contents(of: path, forRun: "") == all)
            #expect(try IndexSample.contents(of: path, forRun: "thursday") == Array(all.dropLast()))
            #expect(try problems(path) == [])
        }
    }

    @Test func otherParametersAreNotMerged() throws {
        try withIndex { path in
            let other = try DocumentIndex(
                changing: path + "-2", parameters: IndexParameters(bandCount: 20, rowCount: 6, seed: 7))
            #expect(throws: InputError.self) { try DocumentIndex(changing: path).merge(other) }
        }
    }

    @Test func documentsAreExported() throws {
        try withIndex { path in
            let lines = try exported(path).split(separator: "\n")
            #expect(lines.count == 6)
            #expect(lines[2].hasPrefix(#"{"number":2,"id":"a-copy","run":1,"added":"20"#))
            #expect(lines[2].hasSuffix(#""duplicate_of":"a"}"#))
            #expect(lines[0].contains(#""site":"example.org","run":1"#) && lines[0].contains(#""exact_key":""#))
        }
    }

    @Test func whatIsInsideIsCounted() throws {
        try withIndex { path in
            let summary = try DocumentIndex(reading: path).summary()
            #expect(summary.runs.map(\.documentCount) == [2, 2] && summary.runs.map(\.duplicateCount) == [1, 1])
            #expect(summary.documentCount == 4 && summary.fileCount == 2 && summary.byteCount > 1000)
        }
    }

    @Test func verifyingFindsWhatNobodyReads() throws {
        try withIndex { path in
            #expect(try problems(path) == [])
            let database = try Database(path: path + "/catalog.sqlite", isReadOnly: false)
            try database.run("UPDATE documents SET survivor = 'x' WHERE number = 2")
            #expect(try problems(path).map { _ in 1 } == [1])
            try database.run("DELETE FROM documents WHERE number = 1")
            #expect(try problems(path).map { _ in 1 } == [1])
        }
    }
}
