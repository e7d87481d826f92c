import Tamis
import Testing

@testable import TamisIO

/// What a ledger says, and what `restore` refuses.
@Suite struct LedgerTests {
    private let input = "A river.\n\nShare\nFacebook\n\nTwo&nbsp;rivers.\u{7}\n"

    @Test func offsetsAreThoseOfTheRawBytes() throws {
        let raw = Array(#"{"id":"r1","text":"A river.\nAdvertisement\u000aTwo\u0026nbsp;rivers."}"#.utf8)
        let run = try Cleaning(raw) {
            $0.annotationField = nil; $0.format = .jsonl
        }
        for patch in try run.entries("patch") {
            let offset = try #require(patch["offset"]?.integer)
            let length = try #require(patch["length"]?.integer)
            #expect(Array(raw[offset..<offset + length]) == patch["removed"]?.bytes)
            #expect(patch["document"]?.text == "r1" && patch["applied"]?.boolean == true)
        }
        let patches = try run.entries("patch")
        #expect(patches.map { $0["rule"]?.text } == ["placeholder", "repair"])
        #expect(patches.map { $0["output_length"]?.integer } == [0, 1])
    }

    @Test func theHeaderAndTheTrailerSayWhatWasDone() throws {
        let run = try Cleaning(input)
        let header = try #require(try run.entries("header").first)
        #expect(header["schema"]?.integer == 1 && header["tamis"]?.text == Version.release && header["seed"] != nil)
        let trailer = try #require(try run.entries("trailer").first)
        #expect(trailer["input_bytes"]?.integer == input.utf8.count)
        #expect(trailer["output_bytes"]?.integer == run.output.count)
        #expect(trailer["changed"]?.integer == 1 && trailer["rejected"]?.integer == 0)
        #expect(try run.entries("end").count == 1)
    }

    @Test func theSettingsDigestChangesWithWhatAffectsResultsOnly() throws {
        func digest(_ change: @escaping (inout CleanOptions) throws -> Void) throws -> String? {
            try Cleaning(input, change).entries("header").first?["settings"]?.text
        }
        let plain = try digest { _ in }
        #expect(try digest { $0.threadCount = 3 } == plain)
        #expect(try digest { try $0.settings.set(rule: "repair", isOn: false) } != plain)
        #expect(try digest { try $0.settings.set(limit: "near-repeat.jaccard", to: 0.9) } != plain)
        #expect(try digest { $0.settings.list(linesOf: Array("x".utf8)) } != plain)
        #expect(try digest { $0.settings.protect(linesOf: Array("x".utf8)) } != plain)
    }

    @Test func aCutLedgerIsReported() throws {
        let run = try Cleaning(input)
        let lineEnds = run.ledger.indices.filter { run.ledger[$0] == 0x0A }
        for end in [0, 1, 40] + lineEnds.dropLast().flatMap({ [$0, $0 + 1, $0 + 30] }) {
            #expect(throws: LedgerError.self, "cut at \(end)") { try run.restored(ledger: Array(run.ledger[..<end])) }
        }
    }

    @Test func everyOtherOutputIsRefused() throws {
        let run = try Cleaning(input)
        for offset in run.output.indices {
            var other = run.output
            other[offset] ^= 1
            #expect(throws: LedgerError.self) { try run.restored(output: other) }
            #expect(throws: LedgerError.self) { try run.restored(output: Array(run.output[..<offset])) }
        }
    }

    @Test func brokenLedgersAreRefusedByName() throws {
        let run = try Cleaning(input)
        let text = String(decoding: run.ledger, as: UTF8.self)
        for (old, new) in [
            ("\"schema\":1", "\"schema\":2"), ("\"output_offset\":10", "\"output_offset\":-1"),
            ("\"type\":\"patch\"", "\"type\":\"pitch\""),
            ("\"output_offset\":10", "\"output_offset\":9223372036854775807"),
            ("\"output_length\":0", "\"output_length\":9223372036854775807"),
            ("\"output_bytes\":", "\"output_bytes\":9"), ("\"input_xxh3\":\"", "\"input_xxh3\":\"0"),
            ("{\"type\":\"file\"", "{\"type\":\"end\""),
            ("\"removed\":\"Sh", "\"removed\":\"sh"), ("\"removed\":", "\"removed_base64\":"),
        ] {
            #expect(text.contains(old))
            #expect(throws: LedgerError.self, "\(new)") {
                try run.restored(ledger: Array(text.replacing(old, with: new).utf8))
            }
        }
    }

    @Test func aRuleOrAPatchAloneIsUndone() throws {
        let run = try Cleaning(input)
        #expect(run.text == "A river.\n\nTwo rivers.\n")
        let share = try run.restored(.some(rules: ["page-furniture"], ids: []))
        #expect(String(decoding: share, as: UTF8.self).contains("Share\nFacebook\n"))
        #expect(!share.contains(7))
        let bell = try #require(try run.entries("patch").last?["id"]?.integer)
        #expect(try run.restored(.some(rules: [], ids: [bell])) == Array("A river.\n\nTwo rivers.\u{7}\n".utf8))
        #expect(try run.restored(.some(rules: [], ids: [])) == run.output)
    }

    @Test func aRunThatChangesNothingStillLists() throws {
        for writing in [CleanOptions.Writing.annotated, .nothing] {
            let run = try Cleaning(input) { $0.writing = writing }
            let applied = try Cleaning(input)
            #expect(
                try run.entries("patch").map { $0["rule"]?.text } == applied.entries("patch").map { $0["rule"]?.text })
            #expect(try run.entries("patch").allSatisfy { $0["applied"]?.boolean == false && $0["removed"] == nil })
            if writing == .annotated { #expect(try run.restored() == Array(input.utf8)) }
        }
    }

    @Test func anAnnotationNeverHidesAField() throws {
        let record = #"{"text":"A river.","tamis":1}"# + "\n"
        let run = try Cleaning(record)
        #expect(run.summary.rejectedCount == 1 && run.errors[0].description.contains("--annotation-field"))
        let named = try Cleaning(record) { $0.annotationField = "cleaning" }
        #expect(named.summary.keptCount == 1 && named.text.hasPrefix(#"{"text":"A river.","tamis":1,"cleaning":{"#))
        #expect(try named.restored() == Array(record.utf8))
        let none = try Cleaning(record) { $0.annotationField = nil }
        #expect(none.text == record)
    }
}
