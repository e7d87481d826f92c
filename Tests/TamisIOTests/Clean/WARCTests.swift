import Tamis
import Testing

@testable import TamisIO

/// Web archives: texts change with their lengths and digests, all other bytes stay.
@Suite struct WARCTests {
    private static let dirty = "A day at sea\n\nWe left at noon and came back at night.\n\nA day at sea\n"
    private static let clean = "A day at sea\n\nWe left at noon and came back at night.\n"

    /// A record with its length, and with the digest of its block where `digest` says how it is spelled.
    static func record(
        _ type: String, _ contentType: String, _ block: String, digest: (([UInt8]) -> String)? = nil
    ) -> String {
        let digestLine = digest.map { "WARC-Block-Digest: \($0(Array(block.utf8)))\r\n" } ?? ""
        return """
            WARC/1.0\r
            WARC-Type: \(type)\r
            WARC-Record-ID: <urn:uuid:\(block.utf8.count)>\r
            WARC-Target-URI: https://Example.org:80/a\r
            \(digestLine)Content-Type: \(contentType)\r
            content-length: \(block.utf8.count)\r
            \r
            \(block)\r
            \r

            """
    }

    private static func base32(_ block: [UInt8]) -> String { "sha1:" + Base32.encode(SHA1.digest(block)) }

    @Test func aTextChangesWithItsLengthAndDigest() throws {
        func file(_ text: String) -> String {
            Self.record("warcinfo", "application/warc-fields", "software: a\r\n")
                + Self.record("conversion", "text/plain", text, digest: Self.base32)
        }
        let run = try Cleaning(file(Self.dirty))
        // The record's id is that of the longer text.
        #expect(
            run.text
                == file(Self.clean).replacing("uuid:\(Self.clean.utf8.count)", with: "uuid:\(Self.dirty.utf8.count)"))
        #expect(run.summary.readCount == 1 && run.summary.changedCount == 1 && run.errors.isEmpty)
        #expect(try run.restored() == Array(file(Self.dirty).utf8))
        let rules = try run.entries("patch").compactMap { $0["rule"]?.text }
        #expect(rules == ["digest", "content-length", "repair", "repeated-line"], "\(rules)")
    }

    /// Whatever ends the lines, a record over the limit ends where the next one begins.
    @Test(arguments: ["\n\n", "\r\n\r\n", "\r\n\n"])
    func aRecordOverTheLimitLeavesTheNextWhole(end: String) throws {
        func file(_ text: String, _ type: String, _ end: String) -> String {
            let long = Self.record(type, "text/plain", String(repeating: "sea and sand ", count: 100)).dropLast(2)
            return long + end + Self.record("conversion", "text/plain", text)
        }
        for batchBytes in [1, 2, 64, 1400, 1 << 20] {
            for type in ["conversion", "metadata"] {
                let input = file("A day at sea\n", type, end)
                let run = try Cleaning(input) {
                    $0.limits = RecordLimits(batchBytes: batchBytes, maxRecordBytes: 500)
                }
                #expect(run.summary.keptCount == 1 && run.summary.rejectedCount == (type == "conversion" ? 1 : 0))
                #expect(run.errors.map(\.record) == (type == "conversion" ? [1] : []), "\(run.errors)")
                #expect(try run.restored() == Array(input.utf8))
                let cut = try Cleaning(String(file("", type, end).prefix(1100))) {
                    $0.limits = RecordLimits(batchBytes: batchBytes, maxRecordBytes: 500)
                }
                #expect(cut.errors.last?.what == "the WARC data ends too early; what stands before was read")
                let wrong = try Cleaning(file("A day\n", type, "and" + end)) {
                    $0.limits = RecordLimits(batchBytes: batchBytes, maxRecordBytes: 500)
                }
                #expect(wrong.errors.last?.what == "the WARC record does not end where its Content-Length says")
            }
        }
    }

    @Test func aResponseWithPlainTextIsADocument() throws {
        func block(_ text: String) -> String {
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)"
        }
        let packed = block(Self.dirty).replacing("charset", with: "a=b\r\nContent-Encoding: gzip\r\nX: charset")
        let input =
            Self.record(
                "response", "application/http; msgtype=response", block(Self.dirty), digest: { _ in "sha256:00" })
            + Self.record("response", "application/http", packed)
            + Self.record("response", "application/http", block("<p>").replacing("plain", with: "html"))
            + Self.record("request", "application/http", block(Self.dirty))
        let run = try Cleaning(input)
        let changed = Self.record("response", "application/http; msgtype=response", block(Self.clean)).replacing(
            "uuid:\(block(Self.clean).utf8.count)", with: "uuid:\(block(Self.dirty).utf8.count)")
        // The digest that cannot be made again is gone, the other records are as they were.
        let rest = input.dropFirst(
            Self.record(
                "response", "application/http; msgtype=response", block(Self.dirty), digest: { _ in "sha256:00" }
            ).count)
        #expect(run.text == changed + rest)
        #expect(run.summary.readCount == 1 && run.errors.isEmpty)
        #expect(try run.restored() == Array(input.utf8))
    }

    @Test func hexadecimalDigestsStaySo() throws {
        func hexadecimal(_ block: [UInt8]) -> String {
            "SHA1:" + SHA1.digest(block).map { hexadecimalDigits(UInt64($0)).suffix(2) }.joined()
        }
        let run = try Cleaning(Self.record("conversion", "text/plain", Self.dirty, digest: hexadecimal))
        #expect(run.text.contains(hexadecimal(Array(Self.clean.utf8))))
    }

    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d", "VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
            "QSMD4RA4HPJG5OVOJKQ7SUJJ4XSUM4HR"
        ),
        (
            String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f",
            "GSVJOPGUYTNKJ5Q65MV5XLJHGFSTIALP"
        ),
    ])
    func digestsAreThoseOfTheStandard(_ text: String, _ hexadecimal: String, _ base32: String) {
        let digest = SHA1.digest(Array(text.utf8))
        #expect(digest.map { hexadecimalDigits(UInt64($0)).suffix(2) }.joined() == hexadecimal)
        #expect(Base32.encode(digest) == base32)
    }

    private static let archive: String =
        record("warcinfo", "application/warc-fields", "a: b\r\n")
        + record("conversion", "text/plain", "One river\r\n\r\nruns.")
        + record("metadata", "a/b", String(repeating: "image", count: 30)) + record("conversion", "text/plain", "")
        + record("conversion", "text/plain", "Two rivers run.", digest: base32)

    @Test(arguments: [1, 16, 1000])
    func piecesMakeNoDifference(chunkSize: Int) throws {
        for batchBytes in [1, 300, 4000] {
            for maxRecordBytes in [250, 1000] {
                var reader = WARCReader(
                    MemorySource(Array(Self.archive.utf8), chunkSize: chunkSize),
                    limits: RecordLimits(batchBytes: batchBytes, maxRecordBytes: maxRecordBytes), file: "in")
                var batches: [RecordBatch] = []
                while let batch = try reader.nextBatch() { batches.append(batch) }
                #expect(batches.flatMap(\.bytes) == Array(Self.archive.utf8))
                #expect(batches.allSatisfy { !$0.isPiece })
                #expect(batches.contains { $0.content == .passage } == (maxRecordBytes == 250))
                #expect(batches.last.map { $0.firstRecordNumber <= 5 } == true)
            }
        }
    }

    @Test func aHeaderOverTheLimitIsAnError() throws {
        let long = Self.record("conversion", "text/plain", "One river runs.")
        let limits = RecordLimits(batchBytes: 50, maxRecordBytes: 60)
        var reader = WARCReader(MemorySource(Array(long.utf8), chunkSize: 7), limits: limits, file: "in")
        do {
            while try reader.nextBatch() != nil {}
            Issue.record("the header passed")
        } catch {
            #expect(error.description.contains("raise --max-record-bytes"), "\(error)")
        }
    }

    @Test func anOversizedTextIsRejected() throws {
        let long = Self.record("conversion", "text/plain", String(repeating: "A line of text.\n", count: 50))
        let input = Self.archive + long + Self.archive
        let run = try Cleaning(input) { $0.limits = RecordLimits(batchBytes: 100, maxRecordBytes: 500) }
        #expect(run.text == Self.archive + Self.archive)
        #expect(run.errors.map(\.record) == [6] && run.summary.rejectedCount == 1 && run.summary.readCount == 7)
        #expect(try run.restored() == Array(input.utf8))
    }

    /// Records before the cut are delivered, the broken one is rejected, and the offset is named.
    @Test func cutAnywhere() throws {
        let input = Array(Self.archive.utf8)
        var ends = [0]
        while ends[ends.count - 1] < input.count {
            let record = try WARCRecord(input, from: ends[ends.count - 1])
            ends.append(try #require(record?.end))
        }
        #expect(ends.count == 6)
        for end in 8..<input.count {
            let run = try Cleaning(Array(input[..<end]))
            // Line ends after a block are nobody's: without them its record is whole.
            let isWhole = ends.contains { $0 >= end && $0 - 4 <= end || $0 == end }
            let wholeEnd = isWhole ? end : ends.last { $0 <= end } ?? 0
            #expect(run.output == Array(input[..<wholeEnd]), "cut at \(end)")
            #expect(isWhole ? run.errors.isEmpty : run.errors.last?.byteOffset == end, "cut at \(end): \(run.errors)")
            #expect(try run.restored() == Array(input[..<end]))
        }
    }

    @Test(arguments: [
        ("Content-Length", "Content-Size", "no Content-Length"),
        ("content-length: 15", "content-length: 9", "does not end where"),
        ("content-length: 15", "content-length: 99999999999999999999", "no Content-Length"),
        ("content-length: 15", "content-length: -1", "no Content-Length"),
    ])
    func whatIsNoRecordIsNamed(_ old: String, _ new: String, _ what: String) throws {
        let last = Self.record("conversion", "text/plain", "Two rivers run.")
        let broken = last.replacing(old.lowercased(), with: new.lowercased())
        let run = try Cleaning(last + broken)
        #expect(run.text == last && run.errors.last?.what.contains(what) == true, "\(run.errors)")
        let garbage = try Cleaning(last + "garbage")
        #expect(garbage.errors.last?.byteOffset == last.utf8.count && garbage.text == last)
    }

    @Test func documentsHaveTheirNames() throws {
        let run = try Cleaning(Self.record("conversion", "text/plain", Self.dirty))
        let document = try run.entries("patch").compactMap { $0["document"]?.text }.first
        #expect(document == "<urn:uuid:\(Self.dirty.utf8.count)>")
    }

    /// A record over the limit is passed on in pieces, whether it is at hand as a whole or not, and whatever follows it.
    @Test(arguments: ["\r\n\r\n", "no line end"])
    func aRecordOverTheLimitComesInPiecesHoweverItIsRead(ending: String) throws {
        let block = String(repeating: "x", count: 200)
        let record = "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 200\r\n\r\n" + block
        let input = Array((record + ending).utf8)
        for (chunkSize, batchBytes) in [(7, 50), (4096, 4096)] {
            var reader = WARCReader(
                MemorySource(input, chunkSize: chunkSize),
                limits: RecordLimits(batchBytes: batchBytes, maxRecordBytes: 100), file: "in")
            var given: [UInt8] = []
            while let batch = try? reader.nextBatch() {
                #expect(batch.content == .passage)
                given += batch.bytes
            }
            // What is no line end is no part of the record.
            #expect(given == Array(input[..<(record.utf8.count + (ending == "\r\n\r\n" ? 4 : 0))]))
        }
    }

    /// A header over the limit ends the input, whether it is at hand as a whole or comes in pieces.
    @Test(arguments: [(7, 50), (.max, 50), (.max, 1 << 20)])
    func aHeaderOverTheLimitEndsTheInput(chunkSize: Int, batchBytes: Int) {
        func record(_ filler: Int) -> String {
            "WARC/1.0\r\nWARC-Type: conversion\r\nX-Filler: \(String(repeating: "x", count: filler))\r\n"
                + "Content-Length: 4\r\n\r\ntext\r\n\r\n"
        }
        let first = record(1)
        var reader = WARCReader(
            MemorySource(Array((first + record(400) + first).utf8), chunkSize: chunkSize),
            limits: RecordLimits(batchBytes: batchBytes, maxRecordBytes: 300), file: "in")
        var output: [UInt8] = []
        let error = #expect(throws: InputError.self) {
            while let batch = try reader.nextBatch() { output += batch.bytes }
        }
        #expect(output == Array(first.utf8))
        #expect(error?.byteOffset == first.utf8.count && error?.what.contains("header") == true)
    }
}
