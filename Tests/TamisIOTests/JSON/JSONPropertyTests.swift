import Tamis
import Testing

@testable import TamisIO

@Suite struct JSONPropertyTests {
    private static let fields = ["text", "id", "t", "", "te\"xt", "é", "/a~1b"]

    @Test(arguments: 0..<10)
    func strangeRecordsAreReadRight(_ seed: Int) throws {
        var generator = HostileJSON(random: SeededRandom(seed: UInt64(seed)))
        var scanner = JSONScanner(fields: Self.fields.compactMap(FieldPath.init))
        for _ in 0..<1000 {
            let (bytes, members) = generator.record()
            try scanner.scan(bytes.span)
            #expect(scanner.isEmptyObject == members.isEmpty)
            for (field, location) in zip(scanner.fields, scanner.values) {
                let same = members.filter { $0.key == field.components[0] }
                guard let location, let member = same.last else {
                    #expect(location == nil && same.isEmpty)
                    continue
                }
                #expect(Array(bytes[location.range]) == member.rawValue)
                #expect(location.isRepeated == (same.count > 1))
                #expect((location.kind == .string) == (member.text != nil))
                guard let text = member.text else { continue }
                try check(JSONString.decode(location, in: bytes.span), is: text, at: location, of: bytes)
            }
            let end = try JSONValue(parsing: bytes).members?.count
            #expect(end == members.count)
            let inserted =
                bytes[..<scanner.lastValueEnd] + Array((members.isEmpty ? "" : ",").utf8) + Array(#""x":1"#.utf8)
            let more = try JSONValue(parsing: Array(inserted + bytes[scanner.lastValueEnd...]))
            #expect(more.members?.count == members.count + 1 && more["x"]?.integer == 1)
        }
    }

    /// Checks the decoded text, the way back of every border, and that encoding it again reads the same.
    private func check(_ decoded: DecodedText, is text: [UInt8], at location: JSONLocation, of bytes: [UInt8]) throws {
        #expect(decoded.bytes == text)
        #expect(decoded.rawRange(of: 0..<text.count) == location.contents)
        var covered = location.contents.lowerBound
        for offset in text.indices {
            let raw = decoded.rawRange(of: offset..<offset + 1)
            #expect(raw.lowerBound <= covered && raw.upperBound >= covered && !raw.isEmpty)
            covered = raw.upperBound
            #expect(decoded.rawRange(of: offset..<offset).isEmpty)
            // What is before and after a cut is the text before and after the cut.
            let isCharacterStart = text[offset] & 0xC0 != 0x80
            if isCharacterStart {
                let before = JSONString.decode(Array(bytes[location.contents.lowerBound..<raw.lowerBound]))
                #expect(before.elementsEqual(text[..<offset]))
            }
        }
        #expect(covered == location.contents.upperBound)
        var again: [UInt8] = []
        JSONString.encode(text.span, into: &again)
        #expect(JSONString.decode(again) == text)
    }

    @Test func brokenRecordsNeverPass() throws {
        var generator = HostileJSON(random: SeededRandom(seed: 99))
        var scanner = JSONScanner(fields: [FieldPath("text")!, FieldPath("/a/b")!])
        for _ in 0..<5000 {
            var (bytes, _) = generator.record()
            for _ in 0...generator.random.below(3) {
                let place = generator.random.below(bytes.count)
                switch generator.random.below(3) {
                case 0: bytes.remove(at: place)
                case 1: bytes.insert(generator.random.pick(Array("{}[]\",:\\0-eE.tu".utf8) + [0, 0xFF]), at: place)
                default: bytes[place] = UInt8(generator.random.below(256))
                }
                if bytes.isEmpty { bytes = [0x20] }
            }
            // Two readers, one with a stack of bits and one that builds values, must agree.
            let isObject = (try? JSONValue(parsing: bytes))?.members != nil
            let isAccepted = (try? scanner.scan(bytes.span)) != nil
            if isAccepted != isObject { Issue.record("\(TerminalText.escaped(bytes))") }
        }
    }

    @Test func everyPrefixEndsTooEarly() throws {
        let record = Array(#"{"a":[1.5e-3,true,{"b\u0041":"\ud83d\ude00\n"},null,false,-0],"c":{}}"#.utf8)
        var scanner = JSONScanner(fields: [])
        for count in 0..<record.count {
            let prefix = Array(record[..<count])
            do throws(JSONError) {
                try scanner.scan(prefix.span)
                Issue.record("a prefix of \(count) bytes passed")
            } catch {
                #expect(error.reason == .unexpectedEnd, "\(count): \(error)")
            }
        }
    }
}

extension JSONString {
    /// The text of the bytes between two quotes.
    fileprivate static func decode(_ raw: [UInt8]) -> [UInt8] {
        raw.withUnsafeBufferPointer { decode($0, escapeCount: raw.count { $0 == UInt8(ascii: "\\") }).bytes }
    }
}
