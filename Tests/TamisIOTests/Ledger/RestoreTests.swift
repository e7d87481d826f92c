import Tamis
import Testing

@testable import TamisIO

/// Records cleaned without an annotation, and the way back.
///
/// `Ad` in an input stands for a line that goes with its line end: `Advertisement\n`.
@Suite struct RestoreTests {
    @Test(arguments: [
        // Raw spellings are spliced, never written anew.
        (
            #"{"text":"\u0041 river\/runs.\nAdvertisement\nTwo \u0072ivers."}"#,
            #"{"text":"\u0041 river\/runs.\nTwo \u0072ivers."}"#
        ),
        (#"{"text":"A river.\nAdvertis\u0065ment\u000aTwo rivers."}"#, #"{"text":"A river.\nTwo rivers."}"#),
        (
            #"{"n":1.10,"big":12345678901234567890123,"text":"A river.\nAdvertisement","e":1E-7}"#,
            #"{"n":1.10,"big":12345678901234567890123,"text":"A river.","e":1E-7}"#
        ),
        // Halves of a character that stand apart stay apart.
        (
            #"{"text":"A river \ud83e\nAdvertisement\n\udd86 two rivers."}"#,
            #"{"text":"A river \ud83e\n\udd86 two rivers."}"#
        ),
        (#"{"text":"A river \ud83e\u0000\udd86 two rivers."}"#, #"{"text":"A river \ud83e\u0000\udd86 two rivers."}"#),
        (#"{"text":"A river \ud83e\udd86\u0000 runs."}"#, #"{"text":"A river \ud83e\udd86 runs."}"#),
        // A repair is written as JSON spells it.
        (#"{"text":"He said &quot;no&nbsp;&quot; twice."}"#, #"{"text":"He said \"no \" twice."}"#),
        (#"{"text":"He said\u0026nbsp;no."}"#, #"{"text":"He said no."}"#),
        // White space around and within a record.
        (" { \"text\" : \"A river.\\nAdvertisement\" } ", " { \"text\" : \"A river.\" } "),
        // A text field that stands twice, and one with an escaped name: the last one counts.
        (#"{"text":"Advertisement","text":"A river.\nAdvertisement"}"#, #"{"text":"Advertisement","text":"A river."}"#),
        (
            #"{"text":"Advertisement","te\u0078t":"A river.\nAdvertisement"}"#,
            #"{"text":"Advertisement","te\u0078t":"A river."}"#
        ),
        (#"{"text":""}"#, #"{"text":""}"#),
        (#"{"text":"Advertisement"}"#, #"{"text":""}"#),
    ])
    func aRecordIsSpliced(input: String, output: String) throws {
        for end in ["", "\n", "\r\n", "\n\n \n", "\n" + input + "\n"] {
            let run = try Cleaning(input + end) {
                $0.annotationField = nil; $0.format = .jsonl
            }
            #expect(run.text == output + end.replacing(input, with: output))
            #expect(try run.restored() == Array((input + end).utf8))
            let annotated = try Cleaning(input + end) { $0.format = .jsonl }
            #expect(try annotated.restored() == Array((input + end).utf8))
        }
    }

    @Test func marksAndBlankLinesPassThrough() throws {
        let input = "\u{FEFF}{\"text\":\"A river.\\nAdvertisement\"}\r\n\r\n  \n\n{\"text\":\"Two rivers.\"}"
        let run = try Cleaning(input) { $0.annotationField = nil }
        #expect(run.text == "\u{FEFF}{\"text\":\"A river.\"}\r\n\r\n  \n\n{\"text\":\"Two rivers.\"}")
        #expect(try run.restored() == Array(input.utf8))
    }

    @Test func theAnnotationStandsBehindTheLastValue() throws {
        let run = try Cleaning(#"{ "text":"A river.", "n":1.10 }"# + "\n") { $0.format = .jsonl }
        #expect(run.text == #"{ "text":"A river.", "n":1.10,"tamis":{"schema":1,"status":"kept","cut":{}} }"# + "\n")
    }

    @Test func aRejectedRecordIsOnePatchWithItsRawLine() throws {
        let broken = #"{"text":"A river."# + "\u{7}\r\n"
        let input = Array("{\"text\":\"A river.\"}\n\(broken){\"text\":\"Two rivers.\"}\n".utf8)
        let run = try Cleaning(input)
        #expect(run.errors.map(\.record) == [2])
        #expect(run.summary.rejectedCount == 1 && run.summary.keptCount == 2 && run.summary.isConserved)
        let patches = try run.entries("patch").filter { $0["rule"]?.text == "rejected" }
        #expect(patches.count == 1 && patches[0]["removed"]?.text == broken && patches[0]["record"]?.integer == 2)
        #expect(try run.restored() == input)
    }

    @Test func bytesThatAreNoUTF8GoToTheLedgerInBase64() throws {
        let input = Array("A river.\n\nAdvertisement\n".utf8) + [0xFF, 0x07, 0xFE] + Array("\nTwo rivers.\n".utf8)
        let run = try Cleaning(input)
        #expect(run.output == Array("A river.\n\n".utf8) + [0xFF, 0xFE] + Array("\nTwo rivers.\n".utf8))
        #expect(try run.restored() == input)
        let rejected = try Cleaning(Array("{\"text\":\"a\"}\n{\"text\":\"".utf8) + [0xFF, 0x0A])
        #expect(try rejected.entries("patch").last?["removed_base64"]?.text == "eyJ0ZXh0Ijoi/wo=")
        #expect(try rejected.restored() == Array("{\"text\":\"a\"}\n{\"text\":\"".utf8) + [0xFF, 0x0A])
    }

    @Test func aRecordOverTheLimitIsGivenBack() throws {
        let long = "{\"text\":\"" + String(repeating: "river ", count: 400) + "\"}\n"
        let input = Array(("{\"text\":\"a\"}\n" + long + "{\"text\":\"b\"}\n" + long).utf8)
        let run = try Cleaning(input) { $0.limits = RecordLimits(batchBytes: 64, maxRecordBytes: 1000) }
        #expect(run.summary.rejectedCount == 2 && run.summary.readCount == 4 && run.summary.isConserved)
        #expect(try run.restored() == input)
        let text = try Cleaning(Array(long.utf8)) {
            $0.format = .text; $0.limits = RecordLimits(maxRecordBytes: 1000)
        }
        #expect(text.output.isEmpty && text.summary.rejectedCount == 1)
        #expect(try text.restored() == Array(long.utf8))
    }

    @Test func convertedInputComesBackInItsEncoding() throws {
        let text = "\u{FEFF}Ein Fluß fließt.\r\nAdvertisement\r\nZwei Flüsse.\r\n"
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let run = try Cleaning(utf16) { $0.encoding = .utf16LittleEndian }
        #expect(run.text.contains("fließt.\r\nZwei"))
        #expect(try run.restored() == utf16)
        let latin = try Cleaning([0x46, 0xFC, 0x6E, 0x66, 0x07, 0x0A]) {
            $0.encoding = try TextEncoding(name: "latin-1")
        }
        #expect(latin.text == "Fünf\n")
        #expect(try latin.restored() == [0x46, 0xFC, 0x6E, 0x66, 0x07, 0x0A])
    }

    @Test func textsWrittenAsRecordsComeBack() throws {
        for input in [
            Array("A river \"runs\".\r\n\r\nAdvertisement\r\n".utf8), [0x61, 0xFF, 0x00, 0x62, 0xED, 0xA0, 0x80], [],
        ] {
            for writing in [CleanOptions.Writing.cleaned, .annotated] {
                let run = try Cleaning(input) {
                    $0.writesJSONL = true
                    $0.writing = writing
                }
                #expect(try run.restored() == input)
            }
        }
    }
}
