import Foundation
import Testing

private let seeds: String? = {
    let checkout = #filePath.dropLast("/Tests/TamisCLITests/SeedTests.swift".count)
    let shared = ProcessInfo.processInfo.environment["TAMIS_SHARED"] ?? checkout + "/../shared"
    let folder = shared + "/data/seeds/"
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()

/// The two articles that no other tool repairs; skipped where the shared data is not there.
@Suite(.enabled(if: seeds != nil, "no shared data: neither ../shared nor TAMIS_SHARED"))
struct SeedTests {
    @Test func theHeadlineStandsOnceAndTheFragmentsAreGone() throws {
        let headline = "The open-source revolution has come to A.I."
        var headlineCount = 0
        try check("000_85979b9f01c146de.txt") { line in
            if line == headline { headlineCount += 1 }
            return line == headline && headlineCount > 1 || line.contains("alignnone") || line == "Original article"
        }
        #expect(headlineCount == 3)
    }

    @Test func widgetsAndFormsAreGone() throws {
        let furniture = [
            "spot_imgspot_img", "Latest articles", "Related articles", "Leave a reply", "Please enter your comment!",
            "Please enter your name here",
        ]
        try check("004_e3acfdd656177257.txt") { furniture.contains($0) }
    }

    /// Exactly the lines that `goes` takes go, the others stay byte for byte and in order, and `restore` gives all back.
    private func check(_ name: String, _ goes: (String) -> Bool) throws {
        let input = try #require(FileManager.default.contents(atPath: (seeds ?? "") + name))
        let workspace = try Workspace()
        workspace.write(Array(input), to: "seed.txt")
        let run = try workspace.tamis("clean seed.txt -o clean.txt --ledger ledger.jsonl")
        #expect(run.isDone, "\(run)")
        let expected = lines(Array(input)).filter { !goes(String(decoding: $0, as: UTF8.self)) }
        #expect(lines(workspace.bytes("clean.txt")) == expected && expected.count < lines(Array(input)).count)
        #expect(try workspace.tamis("restore clean.txt --ledger ledger.jsonl").output == Array(input))
        let again = try workspace.tamis("clean clean.txt")
        #expect(again.output == workspace.bytes("clean.txt"))
    }

    /// The lines that are not blank.
    private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split { $0 == 0x0A || $0 == 0x0D }.map { Array($0) }.filter {
            !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        }
    }
}
