import Foundation
import Testing

/// `fingerprint` writes what engines need to compare documents elsewhere.
@Suite struct FingerprintTests {
    private static let story = "The council met on Monday and agreed to mend the old bridge before the winter comes."

    private struct Line: Decodable {
        let id: String
        let order: [Int]
        let characterCount: Int
        let exactKey: String?
        let addressKey: Int64?
        let preference: Int64?
        let bandKeys: [Int64]
        let shingles: [Int64]?
    }

    private static func lines(_ run: Outcome) throws -> [Line] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let lines = run.text.split(separator: "\n").filter { !$0.contains("\"error\"") }
        return try lines.map { try decoder.decode(Line.self, from: Data($0.utf8)) }
    }

    private static func record(_ id: String, _ text: String) -> String { #"{"id":"\#(id)","text":"\#(text)"}"# + "\n" }

    @Test func copiesHaveEqualKeysAndOthersNone() throws {
        let records =
            Self.record("a", Self.story) + Self.record("b", "Only four words here.")
            + Self.record("c", Self.story.uppercased()) + Self.record("d", "…")
        let workspace = try Workspace(["articles.jsonl": records])
        let lines = try Self.lines(workspace.tamis("fingerprint articles.jsonl"))
        #expect(lines.map(\.id) == ["a", "b", "c", "d"])
        #expect(lines.map(\.order) == [[0, 1], [0, 2], [0, 3], [0, 4]])
        #expect(lines[0].exactKey?.count == 32 && lines[0].exactKey == lines[2].exactKey)
        // 20 bands and one paragraph, whose key is negative.
        #expect(lines[0].bandKeys.count == 21 && lines[0].bandKeys == lines[2].bandKeys)
        #expect(lines[0].bandKeys.count { $0 < 0 } == 1)
        #expect(lines[1].exactKey != nil && lines[1].bandKeys.isEmpty)
        #expect(lines[3].exactKey == nil && lines[3].bandKeys.isEmpty)
        #expect(lines[0].characterCount == Self.story.count && lines[0].shingles == nil)
    }

    @Test func documentsAreFingerprintedAsTheyAreCleaned() throws {
        let workspace = try Workspace(["dirty.txt": Article.dirty, "clean.txt": Article.clean])
        let lines = try Self.lines(workspace.tamis("fingerprint dirty.txt clean.txt --shingles"))
        #expect(lines[0].exactKey == lines[1].exactKey)
        #expect(lines[0].shingles == lines[1].shingles && lines[0].shingles?.isEmpty == false)
    }

    @Test func nearChoosesTheBands() throws {
        let workspace = try Workspace(["a.txt": "Now there are five words."])
        #expect(try Self.lines(workspace.tamis("fingerprint a.txt --near 0.5"))[0].bandKeys.count == 40)
        #expect(try workspace.tamis("fingerprint a.txt --near 2").refused("--near"))
    }

    @Test func linesDoNotDependOnThreads() throws {
        let records = (0..<3000).map { Self.record("\($0)", "\(Self.story) It was number \($0 % 7).") }.joined()
        let workspace = try Workspace(["articles.jsonl": records])
        let one = try workspace.tamis("fingerprint articles.jsonl --threads 1").text
        #expect(try workspace.tamis("fingerprint articles.jsonl --threads 5").text == one)
        #expect(one.split(separator: "\n").count == 3000)
    }

    @Test func aBadRecordIsToldAndTheRestDone() throws {
        let workspace = try Workspace([
            "articles.jsonl": Self.record("a", Self.story) + "{\"id\":\n" + Self.record("b", "")
        ])
        let run = try workspace.tamis("fingerprint articles.jsonl")
        #expect(run.ending == .exit(2) && run.messages.contains("articles.jsonl"))
        #expect(try Self.lines(run).map(\.id) == ["a", "b"])
        // An engine counts a line for each record.
        #expect(run.text.split(separator: "\n").count == 3 && run.text.contains(#"{"order":[0,2],"error":""#))
    }

    @Test func preferencesAscendAsDocumentsAreKept() throws {
        let records = Self.record("a", "One two three.") + Self.record("b", Self.story) + Self.record("c", "")
        let workspace = try Workspace(["articles.jsonl": records])
        let longest = try Self.lines(workspace.tamis("fingerprint articles.jsonl --keep longest"))
        #expect(longest.sorted { ($0.preference ?? 0) < ($1.preference ?? 0) }.map(\.id) == ["b", "a", "c"])
        let best = try Self.lines(workspace.tamis("fingerprint articles.jsonl --keep best:word_count"))
        #expect(best.sorted { ($0.preference ?? 0) < ($1.preference ?? 0) }.map(\.id) == ["b", "a", "c"])
        #expect(try Self.lines(workspace.tamis("fingerprint articles.jsonl")).allSatisfy { $0.preference == nil })
        #expect(try workspace.tamis("fingerprint articles.jsonl --keep best:word").refused("--keep"))
    }

    @Test func equalAddressesHaveEqualKeys() throws {
        let addresses = ["https://www.a.org/x/", "http://a.org/x?utm_source=y", "http://a.org/z"]
        let records = addresses.enumerated().map { #"{"id":"\#($0)","url":"\#($1)","text":"Words."}"# + "\n" }
        let workspace = try Workspace(["articles.jsonl": records.joined()])
        let keys = try Self.lines(workspace.tamis("fingerprint articles.jsonl --url-field url")).map(\.addressKey)
        #expect(keys[0] != nil && keys[0] == keys[1] && keys[1] != keys[2])
    }

    @Test func whatNoRuleAsksForIsNoKey() throws {
        let workspace = try Workspace(["articles.jsonl": Self.record("a", Self.story)])
        let lines = try Self.lines(
            workspace.tamis("fingerprint articles.jsonl --disable duplicate-document,contained-document"))
        #expect(lines[0].exactKey == nil && lines[0].bandKeys.allSatisfy { $0 >= 0 })
    }
}
