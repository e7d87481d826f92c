import Testing

@testable import TamisIO

private func detect(
    _ bytes: [UInt8], file: String = "a.in", chunkSize: Int = .max, limits: RecordLimits = RecordLimits()
) throws -> InputFormat {
    var source = PeekedSource(MemorySource(bytes, chunkSize: chunkSize))
    let format = try FormatDetector(file: file, limits: limits).format(of: &source)
    var reader = TextReader(source)
    #expect(try reader.nextBatch()?.bytes == bytes, "all bytes are given out after the look")
    return format
}

@Suite struct FormatDetectorTests {
    @Test(
        arguments: [
            ("", .text), ("\n", .text), ("A line.\n", .text), ("[1] A note\n", .text), ("{brace} opens\n", .text),
            (#"{"a":1}"#, .jsonl), ("\n \r\n\t{\"a\":1}\r\nbroken", .jsonl), ("\u{FEFF}{}\n", .jsonl), ("{}", .jsonl),
            (#"{"a":1"#, .text), ("{\"a\":1\n}", .text), ("{\"a\":1}x\n", .text), ("{\"a\":1}{\"b\":2}\n", .text),
            ("1\n2\n", .text), ("\"a\"\n", .text), ("{\"a\":\"\u{1}\"}\n", .text), ("a\u{0}b\n", .text),
            ("\u{0}\u{0}\u{0}\n", .text),
        ] as [(String, InputFormat)])
    func detects(_ input: String, _ format: InputFormat) throws {
        for chunkSize in [1, 2, 3, 1000] {
            #expect(try detect(Array(input.utf8), chunkSize: chunkSize) == format, "\(input)")
        }
    }

    @Test(
        arguments: [
            ("id,text\n1,a\n", .csv), ("text,id\r\n\"a\n,b\",2\r\n3", .csv), ("id\ttext\n1\ta, b\n", .tsv),
            ("id,text\n", .csv), ("id;text\n1;\"a, b\"\n", .csv), ("a,b;text\n1,2;c\n", .csv),
            ("\u{FEFF}\"id\",\"text\"\n1,a", .csv), ("id,text\n1,\"a", .csv), ("id,text\n1", .csv),
            // The text must have a column among others, and rows must have the same number of fields.
            ("text\na\n", .text), ("id,body\n1,a\n", .text), ("text,text\na,b\n", .text), ("id,text\n1,a,b\n", .text),
            ("Here is text, and more\nof it, too\n", .text), ("id,text\n\"1\"x,a\n", .text), ("id,text\n1,2,3", .text),
            ("Here is; text\nof it; too\n", .text), ("id;text\n1;a;b\n", .text),
        ] as [(String, InputFormat)])
    func detectsTables(_ input: String, _ format: InputFormat) throws {
        for chunkSize in [1, 2, 3, 1000] {
            #expect(try detect(Array(input.utf8), chunkSize: chunkSize) == format, "\(input)")
        }
        let long = Array("id,text\n1,\"".utf8) + [UInt8](repeating: 0x61, count: 100_000)
        #expect(try detect(long + Array("\"\n".utf8)) == .csv)
    }

    /// Where no format fits the content, the name decides: a table without the column is no article.
    @Test(
        arguments: [
            ("a.csv", "id,body\n1,a\n", .csv), ("a.CSV.gz", "id;text\n1;a\n", .csv), ("b/a.tsv", "text\n1\n", .tsv),
            ("a.jsonl", "{\"text\":\"a\n{\"text\":\"b\"}\n", .jsonl), ("a.ndjson.zst", "", .jsonl),
            ("a.json", "\"a\"", .jsonl),
            ("a.wet", "\n", .warc), ("a.warc.gz", "WARC/0.9\n", .warc),
            // What the content tells stands; other names claim nothing.
            ("a.csv", "{\"text\":\"a\"}\n", .jsonl), ("a.jsonl", "id,text\n1,a\n", .csv), ("a.txt", "a\n", .text),
            ("csv", "a\n", .text), ("a.csv.txt", "a\n", .text), ("a.csv/b", "a\n", .text), ("a.gz", "a\n", .text),
            ("-", "a\n", .text), ("", "a\n", .text),
        ] as [(String, String, InputFormat)])
    func theNameDecidesLast(_ file: String, _ input: String, _ format: InputFormat) throws {
        #expect(try detect(Array(input.utf8), file: file) == format)
    }

    /// A slow input is looked at no further than the decision takes.
    @Test(arguments: ["{\"text\":\"a\"}\n", "id,text\n1,a\n"])
    func decidesAtOnce(_ start: String) throws {
        struct SlowSource: ByteSource {
            var first: [UInt8]
            mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
                guard !first.isEmpty else { throw InputError("would be waited for", file: "slow") }
                defer { first = [] }
                buffer.copyBytes(from: first)
                return first.count
            }
        }
        var source = PeekedSource(SlowSource(first: Array(start.utf8)))
        _ = try FormatDetector(file: "slow").format(of: &source)
        #expect(source.peeked == Array(start.utf8) && !source.isAtEnd)
    }

    @Test func readsALongFirstLineToItsEnd() throws {
        let long = Array("{\"a\":\"".utf8) + [UInt8](repeating: 0x61, count: 300_000)
        #expect(try detect(long + Array("\"}\n".utf8)) == .jsonl)
        #expect(try detect(long + Array("\"}".utf8)) == .jsonl)
        #expect(try detect(long + Array("\"\n}".utf8)) == .text)
        #expect(try detect(long) == .text)
        #expect(try detect(long + Array("\"}\n".utf8), limits: RecordLimits(maxRecordBytes: 200_000)) == .text)
        #expect(try detect([UInt8](repeating: 0x20, count: 200_000) + Array("{}".utf8)) == .jsonl)
    }

    @Test(arguments: [
        ("<!DOCTYPE html>", "HTML", "trafilatura -u URL | tamis clean"), (" \n<HTML lang=en>", "HTML", "trafilatura"),
        ("\u{FEFF}<html>", "HTML", "trafilatura < a.in | tamis clean"),
        ("<?xml version='1.0'?>\n<!DOCTYPE html>", "HTML", "trafilatura"),
        ("%PDF-1.7", "PDF", "pdftotext"), ("PK\u{3}\u{4}", "a zip archive", "unzip"), ("BZh91AY&SY", "bzip2", "bzcat"),
        ("[{\"a\":1}]", "a JSON array", "jq -c '.[]' a.in | tamis clean"), ("[\n {\n \"a\": 1", "a JSON array", "jq"),
        ("{\n \"a\": 1\n}", "JSON over several lines", "jq -c . a.in"),
    ])
    func refusesByName(_ input: String, _ name: String, _ advice: String) {
        let error = #expect(throws: InputError.self) { try detect(Array(input.utf8)) }
        #expect(error?.description.hasPrefix("a.in: is " + name) == true && error?.advice.contains(advice) == true)
    }

    @Test(
        arguments: [
            ([0x1F, 0x8B, 0x08], "zstd -dc a.in | tamis clean"),
            ([0x28, 0xB5, 0x2F, 0xFD, 0x04], "zstd -dc a.in | tamis clean"),
            ([0xFF, 0xFE, 0x41, 0x00], "--encoding utf-16le"), ([0xFE, 0xFF, 0x00, 0x41], "--encoding utf-16be"),
            (Array("A plain text without a mark".utf8).flatMap { [$0, 0] }, "--encoding utf-16le"),
            (Array("A plain text without a mark".utf8).flatMap { [0, $0] }, "--encoding utf-16be"),
            ([0xFF, 0xFE, 0x00, 0x00, 0x41, 0, 0, 0], "iconv -f utf-32"),
            (Array("a.txt".utf8) + [UInt8](repeating: 0, count: 252) + Array("ustar\u{0}00".utf8), "tar -xf a.in"),
            (Array("\u{7F}ELF".utf8) + (0..<90).flatMap { [0xE8, UInt8($0), 0xFF, 0x41] }, "--exclude"),
        ] as [([UInt8], String)])
    func refusesBytes(_ input: [UInt8], _ advice: String) {
        let error = #expect(throws: InputError.self) { try detect(input) }
        #expect(error?.advice.contains(advice) == true)
    }
}
