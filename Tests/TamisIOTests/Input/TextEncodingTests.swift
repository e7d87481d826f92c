import Tamis
import Testing

@testable import TamisIO

/// `bytes` converted to UTF-8.
private func converted(_ bytes: [UInt8], _ encoding: TextEncoding, chunkSize: Int = 3) throws -> ([UInt8], TextEncoding)
{
    var source = ConvertedSource(MemorySource(bytes, chunkSize: chunkSize), from: encoding, file: "a.txt")
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 5)
    while true {
        var failure: InputError?
        let count = buffer.withUnsafeMutableBytes { raw in
            do throws(InputError) { return try source.read(into: raw) } catch { failure = error; return 0 }
        }
        if let failure { throw failure }
        if count == 0 { return (result, source.encoding) }
        result += buffer[..<count]
    }
}

@Suite struct TextEncodingTests {
    @Test(
        arguments: [
            ([0x63, 0xE9, 0x80], .latin1, "c\u{E9}\u{80}"),
            ([0x93, 0x61, 0x94, 0x80, 0x81], .windows1252, "“a”€\u{81}"),
            ([0x61, 0x00, 0x3D, 0xD8, 0x00, 0xDE], .utf16LittleEndian, "a😀"),
            ([0xD8, 0x3D, 0xDE, 0x00, 0x20, 0xAC], .utf16BigEndian, "😀€"),
            ([0xFF, 0xFE, 0x61, 0x00], .utf16, "\u{FEFF}a"), ([0xFE, 0xFF, 0x00, 0x61], .utf16, "\u{FEFF}a"),
            ([0xC3, 0xA9], .utf8, "é"), ([], .utf16, ""),
        ] as [([UInt8], TextEncoding, String)])
    func convertsAndBack(_ bytes: [UInt8], _ encoding: TextEncoding, _ text: String) throws {
        for chunkSize in 1...7 {
            let (utf8, found) = try converted(bytes, encoding, chunkSize: chunkSize)
            #expect(utf8 == Array(text.utf8))
            #expect(bytes.isEmpty || found.encode(utf8.span) == bytes)
        }
    }

    @Test func everyCodeUnitComesBack() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<200 {
            let surrogates: [UInt8] = [0xD7, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0x00, 0xFF]
            let bytes = (0..<40).flatMap { _ in [surrogates[random.below(8)], UInt8(random.below(256))] }
            let (utf8, _) = try converted(bytes, .utf16BigEndian, chunkSize: 1 + random.below(9))
            #expect(TextEncoding.utf16BigEndian.encode(utf8.span) == bytes)
        }
        for encoding in [TextEncoding.latin1, .windows1252] {
            let bytes = Array(UInt8.min...UInt8.max)
            let (utf8, _) = try converted(bytes, encoding)
            #expect(encoding.encode(utf8.span) == bytes)
        }
    }

    @Test func refusesWhatCannotComeBack() {
        #expect(throws: InputError.self) { try converted([0x61, 0x00, 0x62], .utf16LittleEndian) }
        let error = #expect(throws: InputError.self) { try converted([0x61, 0x00], .utf16) }
        #expect(error?.description.contains("--encoding utf-16le") == true)
        #expect(TextEncoding.latin1.encode(Array("€".utf8).span) == nil)
        #expect(TextEncoding.latin1.encode([0xFF].span) == nil)
    }

    @Test func namesTheNearest() throws {
        #expect(try TextEncoding(name: "UTF_16LE") == .utf16LittleEndian)
        #expect(try TextEncoding(name: "Latin1") == .latin1)
        let error = #expect(throws: InputError.self) { try TextEncoding(name: "utf-61le") }
        #expect(error?.advice.contains("did you mean utf-16le?") == true && error?.isUsage == true)
        #expect(nearest(to: "zzz", among: ["utf-8", "latin-1"]) == nil)
        #expect(nearest(to: "repair", among: ["repairs", "repeated-line"]) == "repairs")
    }
}
