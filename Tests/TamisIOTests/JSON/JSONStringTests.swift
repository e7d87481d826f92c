import Tamis
import Testing

@testable import TamisIO

private func decode(_ raw: String) throws -> DecodedText {
    let record = Array("{\"t\":\"\(raw)\"}".utf8)
    var scanner = JSONScanner(fields: [FieldPath("t")!])
    try scanner.scan(record.span)
    return JSONString.decode(try #require(scanner.values[0]), in: record.span)
}

private func encode(_ text: [UInt8], _ invalidBytes: JSONString.InvalidBytes = .kept) -> String {
    var target: [UInt8] = []
    JSONString.encode(text.span, into: &target, invalidBytes: invalidBytes)
    return String(decoding: target, as: UTF8.self)
}

@Suite struct JSONStringTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), (#"a\nb"#, "a\nb"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
        (#"\u0041\u00e9\u20AC"#, "Aé€"), (#"\ud83d\ude00!"#, "😀!"), (#"\u0000"#, "\u{0}"), ("é😀", "é😀"),
    ])
    func decodes(_ raw: String, _ text: String) throws {
        #expect(try decode(raw).bytes == Array(text.utf8))
    }

    @Test func keepsLoneSurrogates() throws {
        #expect(try decode(#"\ud83d"#).bytes == [0xED, 0xA0, 0xBD])
        #expect(try decode(#"\ude00\ud83d"#).bytes == [0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD])
        #expect(try decode(#"\ud83d\ud83d\ude00"#).bytes == [0xED, 0xA0, 0xBD, 0xF0, 0x9F, 0x98, 0x80])
        #expect(try decode(#"\ud83dx"#).bytes == [0xED, 0xA0, 0xBD, 0x78])
        #expect(try decode(#"\ud83d\n"#).bytes == [0xED, 0xA0, 0xBD, 0x0A])
        #expect(encode([0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD]) == #"\ude00\ud83d"#)
    }

    /// Raw `caf\u00e9 \ud83d\ude00.`, text `café 😀.`: the raw offsets are those in the record, after `{"t":"`.
    @Test(arguments: [
        (0..<3, 6..<9), (3..<5, 9..<15), (3..<4, 9..<15), (4..<5, 9..<15), (4..<4, 9..<9), (2..<4, 8..<15),
        (5..<6, 15..<16), (6..<10, 16..<28), (7..<8, 16..<28), (10..<11, 28..<29), (0..<11, 6..<29), (11..<11, 29..<29),
        (5..<5, 15..<15), (3..<3, 9..<9),
    ])
    func mapsBack(_ range: ByteRange, _ raw: ByteRange) throws {
        #expect(try decode(#"caf\u00e9 \ud83d\ude00."#).rawRange(of: range) == raw)
    }

    @Test func encodes() {
        #expect(
            encode(Array("a\"b\\c/\u{8}\u{c}\n\r\t\u{1}\u{1f}\u{7f}é😀".utf8))
                == "a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0001\\u001f\u{7f}é😀")
        #expect(encode([0x61, 0xFF, 0xC3, 0x62, 0xF0, 0x9F], .replaced) == "a\u{FFFD}\u{FFFD}b\u{FFFD}")
        #expect(encode([0xED, 0xA0, 0xBD, 0xED, 0x95, 0x9C], .replaced) == "\\ud83d한")
        var kept: [UInt8] = []
        JSONString.encode([0x61, 0xFF, 0xC3, 0x62].span, into: &kept)
        #expect(kept == [0x61, 0xFF, 0xC3, 0x62])
    }
}
