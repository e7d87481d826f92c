import Testing

@testable import TamisIO

@Suite struct JSONValueTests {
    @Test func reads() throws {
        let text = #" {"a":[1,-2.5e3,"x\n\u00e9",true,false,null,[],{}],"b":{"c":{"d":"e"}},"a":2} "#
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(value["a"]?.integer == 2)
        #expect(value["b"]?["c"]?["d"]?.text == "e")
        let elements = try #require(value.members?[0].value.elements)
        #expect(elements[0].integer == 1 && elements[0].double == 1)
        #expect(elements[1].double == -2500 && elements[1].integer == nil)
        #expect(elements[2].text == "x\né")
        #expect(elements[3].boolean == true && elements[4].boolean == false && elements[5] == .null)
        #expect(elements[6] == .array([]) && elements[7] == .object([]))
        #expect(value["none"] == nil && value["b"]?["x"] == nil && elements[0]["a"] == nil)
        #expect(try JSONValue(parsing: Array("1e400".utf8)).double == nil)
        #expect(try JSONValue(parsing: Array("99999999999999999999".utf8)).integer == nil)
    }

    @Test(arguments: [
        "", "{", "[1,]", "[,1]", "{\"a\"}", "{\"a\":1,}", "[1 2]", "[1}", "{\"a\":1]", "nul", "1 2", "{1:2}",
        "[\"\u{1}\"]", "01",
    ])
    func rejects(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
        }
        _ = try JSONValue(parsing: nested(1024))
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(1025)) }
        #expect(error == JSONError(reason: .tooDeep, offset: 1024))
    }
}

@Suite struct JSONWriterTests {
    @Test func writes() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key(named: "a\"b")
        writer.beginArray()
        writer.integer(-7)
        writer.number(0.1)
        writer.number(1e-7)
        writer.number(1e300)
        writer.number(.nan)
        writer.number(-.infinity)
        writer.boolean(true)
        writer.null()
        writer.beginObject()
        writer.endObject()
        writer.beginArray()
        writer.endArray()
        writer.endArray()
        writer.key("t")
        writer.string([0x61, 0xFF, 0xED, 0xA0, 0xBD].span)
        writer.key("n")
        writer.string("line\n")
        writer.endObject()
        writer.newline()
        writer.integer(UInt64.max)
        let expected =
            #"{"a\"b":[-7,0.1,1e-07,1e+300,null,null,true,null,{},[]],"t":"a�\ud83d","n":"line\n"}"#
            + "\n18446744073709551615"
        #expect(String(decoding: writer.take(), as: UTF8.self) == expected)
        #expect(writer.bytes.isEmpty)
    }

    @Test func numbersReadBack() throws {
        var random = SeededRandom(seed: 2)
        for _ in 0..<10_000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            var writer = JSONWriter()
            writer.number(value)
            #expect(try JSONValue(parsing: writer.bytes).double == value)
        }
    }
}
