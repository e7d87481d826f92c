import Foundation
import Testing

/// The steps that another engine leaves to the native process come to what `clean` comes to by itself.
@Suite struct CompareTests {
    private static func compare(_ step: String, _ lines: [String]) throws -> Outcome {
        let workspace = try Workspace(["lines.jsonl": lines.map { $0 + "\n" }.joined()])
        return try workspace.tamis("compare \(step) lines.jsonl --near 0.6")
    }

    private static func member(_ id: String, _ shingles: [Int], bucket: Int = 40) -> String {
        #"{"bucket":\#(bucket),"id":"\#(id)","shingles":\#(shingles)}"#
    }

    @Test func pairsAreCountedALineEach() throws {
        let run = try Self.compare(
            "pairs",
            [
                #"{"ids":["a","é"],"shingles":[[1,2,3,4,-5],[6,4,3,2,1,1]]}"#,
                #"{"ids":["a","c"],"shingles":[[1,2,3],[3,4,5]]}"#, #"{"ids":["a","d"],"shingles":[[],[]]}"#,
            ])
        #expect(run.text == #"[["a","é",4,5,5]]"# + "\n[]\n[]\n")
    }

    @Test func membersOfALargeBucketMeetItsLeaders() throws {
        // Members 0 and 20 lead; each of the others is like one of the two.
        let members = (0..<40).map { Self.member("m\($0)", $0 < 20 ? [1, 2, 3] : [7, 8, 9]) }
        let run = try Self.compare("buckets", members + [Self.member("n", [1, 2, 3], bucket: 41)])
        let lines = run.text.split(separator: "\n")
        #expect(lines.count == 41)
        #expect(lines[..<32].allSatisfy { $0 == "[]" })
        let waited = (1...32).filter { $0 != 20 }.map { #"["\#($0 < 20 ? "m0" : "m20")","m\#($0)",3,3,3]"# }
        #expect(lines[32] == "[" + waited.joined(separator: ",") + "]")
        for number in 33..<40 { #expect(lines[number] == #"[["m20","m\#(number)",3,3,3]]"#) }
        #expect(lines[40] == "[]")
    }

    @Test func aChainKeepsBothEndsAndACopyFollows() throws {
        let run = try Self.compare(
            "survivors",
            ["a", "b", "c", "d"].map { #"{"component":"a","id":"\#($0)"}"# } + [
                #"{"component":"a","copy":["d","b"]}"#, #"{"component":"a","pair":["b","c",80,100,100]}"#,
                #"{"component":"a","pair":["a","b",80,100,100]}"#, #"{"component":"z","id":"z"}"#,
            ])
        let similarity = 80.0 / 120
        #expect(
            run.text.split(separator: "\n") == [
                #"{"id":"a","cluster_id":"a","cluster_size":3}"#,
                #"{"id":"b","rule":"near-duplicate-document","duplicate_of":"a","similarity":\#(similarity),"cluster_id":"a","cluster_size":3}"#,
                "null",
                #"{"id":"d","rule":"duplicate-document","duplicate_of":"a","similarity":\#(similarity),"cluster_id":"a","cluster_size":3}"#,
                "null",
            ])
    }

    @Test func packedShinglesAreTheSameOnes() throws {
        let text = "The council met on Monday and agreed to mend the old bridge before the winter comes."
        let workspace = try Workspace(["a.txt": text, "b.txt": text + " It will take a while."])
        let shingles = try ["--shingles", "--packed-shingles"].map { option in
            try workspace.tamis("fingerprint a.txt b.txt \(option)").text.split(separator: "\n").map { line in
                line[line.range(of: #""shingles":"#)!.upperBound...].dropLast()
            }
        }
        let pairs = shingles.map { #"{"ids":["a","b"],"shingles":[\#($0[0]),\#($0[1])]}"# }
        #expect(shingles[0][0].hasPrefix("[") && shingles[1][0].hasPrefix("\""))
        let lines = try Self.compare("pairs", pairs).text.split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == lines[1] && lines[0].hasPrefix(#"[["a","b","#))
        let torn = try Self.compare("pairs", [#"{"ids":["a","b"],"shingles":["AAAA","AAAA"]}"#])
        #expect(torn.failed("is no pair"))
    }

    @Test func decisionsNameDocumentsByTheirNames() throws {
        let run = try Self.compare(
            "survivors",
            [
                #"{"component":"1","id":"1","name":"é/1"}"#, #"{"component":"1","id":"2","name":"é/2"}"#,
                #"{"component":"1","copy":["2","1"]}"#,
            ])
        let last =
            #"{"id":"é/2","rule":"duplicate-document","duplicate_of":"é/1","similarity":1.0,"cluster_id":"é/1","cluster_size":2}"#
        #expect(run.text.split(separator: "\n").last.map(String.init) == last)
    }

    @Test func aBallotSaysItsSiteOrWhyThereIsNone() throws {
        let records = #"{"id":"a","url":"http://a.org/1","text":"Words."}"# + "\n{\n"
        let workspace = try Workspace(["articles.jsonl": records])
        let lines = try workspace.tamis("templates articles.jsonl --ballots --url-field url -o -").text.split(
            separator: "\n")
        #expect(
            lines.count == 2 && lines[0].hasPrefix(#"{"id":"a","site":"a.org""#) && lines[1].hasPrefix(#"{"error":""#))
    }

    @Test(arguments: [
        ("pairs", #"{"ids":["a"],"shingles":[[1]]}"#, "is no pair"), ("pairs", "[", "is no line of JSON"),
        ("buckets", #"{"bucket":1,"id":"a"}"#, "lacks shingles"),
        ("survivors", #"{"component":"a","pair":["a","b",1,1,1]}"#, "is no pair of documents"),
        ("survivors", #"{"id":"a"}"#, "lacks component"),
    ])
    func anotherShapeIsRefused(step: String, line: String, message: String) throws {
        #expect(try Self.compare(step, [line]).failed("record 1", message))
    }

    @Test func countedBallotsGiveTheFileThatTemplatesWrites() throws {
        let footer = "Write to the desk of the valley paper"
        let records = (0..<12).map { number in
            let words = (0..<30).map { "w\(number)x\($0)" }.joined(separator: " ")
            return #"{"id":"é\#(number)","text":"\#(words).\n\n\#(footer)"}"# + "\n"
        }
        let workspace = try Workspace(["articles.jsonl": records.joined()])
        _ = try workspace.tamis("templates articles.jsonl -o expected")
        let ballots = try workspace.tamis("templates articles.jsonl --ballots -o -").text.split(separator: "\n")
        #expect(ballots.count == 12 && ballots[0].hasPrefix(#"{"id":"é0","votes":["#))
        func numbers(_ place: Int) -> [[Substring]] {
            ballots.map { $0.split(separator: "[")[place].prefix { $0 != "]" }.split(separator: ",") }
        }
        let (votes, keys) = (numbers(1), numbers(2))
        let voteCount = (0..<3).map { place in Set(votes.map { $0[place] }).count }.min() ?? 0
        let shared = Set(keys[0]).filter { key in keys.allSatisfy { $0.contains(key) } }
        #expect(!shared.isEmpty && voteCount >= 5)
        let counted = shared.map {
            #"{"key":\#($0),"vote_count":\#(voteCount),"population_count":12,"documents":["é0","é1","é2"]}"# + "\n"
        }
        workspace.write(Array(counted.joined().utf8), to: "counted.jsonl")
        _ = try workspace.tamis("templates --counted --from jsonl counted.jsonl -o found")
        #expect(workspace.bytes("found") == workspace.bytes("expected") && !workspace.bytes("found").isEmpty)
    }
}
