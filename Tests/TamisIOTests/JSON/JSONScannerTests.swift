import Tamis
import Testing

@testable import TamisIO

/// What a scanner says of one record.
private func reason(_ record: String) -> JSONError.Reason? {
    var scanner = JSONScanner(fields: [])
    do throws(JSONError) {
        try scanner.scan(Array(record.utf8).span)
        return nil
    } catch {
        return error.reason
    }
}

@Suite struct JSONScannerTests {
    @Test(arguments: [
        "{}", " {\t} ", #"{"":""}"#, #"{"a":1,"a":2}"#, #"{"a":[]}"#, #"{"a":{}}"#, #"{"a":[{},[],""]}"#,
        #"{"a":0}"#, #"{"a":-0}"#, #"{"a":-0.0e-0}"#, #"{"a":1e400}"#, #"{"a":12345678901234567890123}"#,
        #"{"a":1.10}"#,
        #"{"a":1E+2}"#, #"{"a":true,"b":false,"c":null}"#, #"{"a":"\u0000\"\\\/\b\f\n\r\t"}"#, #"{"a":"\ud800"}"#,
        #"{"a":"\uD83D\uDE00\uDE00"}"#, "{ \"a\" : [ 1 , 2 ] , \"b\" : { \"c\" : 3 } }", "{\"a\":\"\u{7f}\u{2028}\"}",
        #"{"a":[[1],[2,[3]],{"b":[{"c":4}]}],"d":5}"#,
    ])
    func accepts(_ record: String) {
        #expect(reason(record) == nil)
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd), ("{", .unexpectedEnd), (#"{"a"#, .unexpectedEnd), (#"{"a":"#, .unexpectedEnd),
            (#"{"a":1"#, .unexpectedEnd), (#"{"a":1,"#, .unexpectedEnd), (#"{"a":""#, .unexpectedEnd),
            (#"{"a":"\"#, .unexpectedEnd),
            (#"{"a":"\u12"#, .unexpectedEnd), (#"{"a":tr"#, .unexpectedEnd), (#"{"a":-"#, .unexpectedEnd),
            (#"{"a":1e"#, .unexpectedEnd),
            (#"{"a":[1,"#, .unexpectedEnd), (#"{"a":{"b""#, .unexpectedEnd),
            ("[]", .notAnObject), ("1", .notAnObject), (#""a""#, .notAnObject), ("null", .notAnObject),
            ("text", .notAnObject),
            ("\u{FEFF}{}", .notAnObject),
            ("{,}", .expectedKey), (#"{"a":1,}"#, .expectedKey), ("{a:1}", .expectedKey), ("{'a':1}", .expectedKey),
            ("{1:1}", .expectedKey), (#"{"a":{"b":1,}}"#, .expectedKey), (#"{"a":{,}}"#, .expectedKey),
            (#"{"a" 1}"#, .expectedColon), (#"{"a",1}"#, .expectedColon), (#"{"a":{"b"}}"#, .expectedColon),
            (#"{"a":}"#, .expectedValue), (#"{"a":[1,]}"#, .expectedValue), (#"{"a":[,1]}"#, .expectedValue),
            (#"{"a":+1}"#, .expectedValue), (#"{"a":.5}"#, .expectedValue), (#"{"a":Infinity}"#, .expectedValue),
            (#"{"a":NaN}"#, .expectedValue), (#"{"a":'b'}"#, .expectedValue), (#"{"a":/**/1}"#, .expectedValue),
            (#"{"a":1 "b":2}"#, .expectedComma), (#"{"a":[1 2]}"#, .expectedComma), (#"{"a":[1}"#, .expectedComma),
            (#"{"a":{"b":1]}"#, .expectedComma), (#"{"a":01}"#, .expectedComma), (#"{"a":-01}"#, .expectedComma),
            (#"{"a":1.2.3}"#, .expectedComma), (#"{"a":0x10}"#, .expectedComma), (#"{"a":1_000}"#, .expectedComma),
            (#"{"a":truex}"#, .expectedComma), (#"{"a":""b}"#, .expectedComma), (#"{"a":1]"#, .expectedComma),
            (#"{"a":1.}"#, .badNumber), (#"{"a":-}"#, .badNumber), (#"{"a":1e}"#, .badNumber),
            (#"{"a":1e+}"#, .badNumber),
            (#"{"a":-a}"#, .badNumber), (#"{"a":1.e1}"#, .badNumber),
            (#"{"a":nul}"#, .badLiteral), (#"{"a":True}"#, .expectedValue), (#"{"a":tRue}"#, .badLiteral),
            (#"{"a":"\x"}"#, .badEscape), (#"{"a":"\u12g4"}"#, .badEscape), (#"{"a":"\U0041"}"#, .badEscape),
            (#"{"a":"\'"}"#, .badEscape), (#"{"\x":1}"#, .badEscape),
            ("{\"a\":\"\t\"}", .controlCharacter), ("{\"a\":\"\u{0}\"}", .controlCharacter),
            ("{\"a\u{1f}\":1}", .controlCharacter),
            ("{} {}", .trailingBytes), ("{}x", .trailingBytes), ("{}}", .trailingBytes), ("{},", .trailingBytes),
            ("{}\u{0}", .trailingBytes),
            ("{\u{a0}}", .expectedKey), ("{\u{0c}}", .expectedKey),
        ] as [(String, JSONError.Reason)])
    func rejects(_ record: String, _ expected: JSONError.Reason) {
        #expect(reason(record) == expected, "\(record)")
    }

    @Test func depth() {
        func nested(_ depth: Int) -> String {
            "{\"a\":" + String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1) + "}"
        }
        func nestedObjects(_ depth: Int) -> String {
            String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
        }
        #expect(reason(nested(1024)) == nil)
        #expect(reason(nested(1025)) == .tooDeep)
        #expect(reason(nestedObjects(1024)) == nil)
        #expect(reason(nestedObjects(1025)) == .tooDeep)
        #expect(reason("{\"a\":" + String(repeating: "[", count: 1_000_000)) == .tooDeep)
    }

    @Test func acceptsAnyBytesInStrings() throws {
        var scanner = JSONScanner(fields: [FieldPath("a")!])
        let record =
            Array("{\"a\":\"".utf8) + Array(0x20...0xFF).filter { $0 != 0x22 && $0 != 0x5C } + Array("\"}".utf8)
        try scanner.scan(record.span)
        let text = JSONString.decode(try #require(scanner.values[0]), in: record.span)
        #expect(text.bytes == Array(record[6..<(record.count - 2)]))
    }

    @Test func locates() throws {
        let fields = ["text", "id", "/a/0/b", "/m~0/n~1", "missing"].compactMap(FieldPath.init)
        var scanner = JSONScanner(fields: fields)
        let record = #" {"te\u0078t" : "x\n" ,"a":[{"b":[1]}],"id":7, "m~":{"n/":null,"n/":true}, "id": -1.5e3 } "#
        let bytes = Array(record.utf8)
        try scanner.scan(bytes.span)
        let found = scanner.values.map { value in value.map { String(decoding: bytes[$0.range], as: UTF8.self) } }
        #expect(found == [#""x\n""#, "-1.5e3", "[1]", "true", nil])
        #expect(scanner.values.map { $0?.isRepeated } == [false, true, false, true, nil])
        #expect(scanner.values.map { $0?.kind } == [.string, .number, .array, .true, nil])
        #expect(scanner.values[0]?.escapeCount == 1)
        #expect(String(decoding: bytes[scanner.lastValueEnd...], as: UTF8.self) == " } ")
        #expect(!scanner.isEmptyObject)
        try scanner.scan(Array("{ }".utf8).span)
        #expect(scanner.values.allSatisfy { $0 == nil } && scanner.isEmptyObject && scanner.lastValueEnd == 1)
    }
}
