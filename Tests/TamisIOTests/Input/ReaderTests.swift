import Testing

@testable import TamisIO

private func batches(_ reader: some RecordReader) throws -> [RecordBatch] {
    var reader = reader
    var batches: [RecordBatch] = []
    while let batch = try reader.nextBatch() { batches.append(batch) }
    return batches
}

/// Counts how often it is asked.
private final class PatientSource: ByteSource {
    private var source: MemorySource
    private(set) var readCount = 0

    init(_ source: MemorySource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        readCount += 1
        return try source.read(into: buffer)
    }
}

private let hostile: [UInt8] =
    ByteOrderMark.utf8 + Array("{\"a\":1}\n\n\r\n{\"b\":\"é😀\"}\r\n \n".utf8) + [0xFF, 0x00, 0x0D, 0x0A, 0xF0, 0x9F]
    + Array(repeating: 0x61, count: 100) + [0x0A, 0x0A] + Array("last".utf8)

@Suite struct ReaderTests {
    @Test(arguments: [hostile, hostile + [0x0A], [], [0x0A], Array("one".utf8)])
    func linesAreTheInputAgain(_ input: [UInt8]) throws {
        let expected = input.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        for chunkSize in 1...64 {
            for batchBytes in [1, 2, 7, 64, 1000] {
                let limits = RecordLimits(batchBytes: batchBytes, maxRecordBytes: 1000)
                let found = try batches(JSONLReader(MemorySource(input, chunkSize: chunkSize), limits: limits))
                #expect(found.flatMap(\.bytes) == input)
                #expect(found.allSatisfy { !$0.isPiece && !$0.bytes.isEmpty })
                var offset = 0
                var lines: [[UInt8]] = []
                for batch in found {
                    #expect(batch.offset == offset && batch.firstRecordNumber == lines.count + 1)
                    for line in batch.lines {
                        #expect(line.recordNumber == lines.count + 1)
                        lines.append(batch.bytes[line.range].filter { $0 != 0x0A })
                    }
                    offset += batch.bytes.count
                }
                #expect(lines == (expected.last == [] ? expected.dropLast() : expected))
            }
        }
    }

    /// What is written for a record is larger than a tiny record: with batches of bytes alone a run would take hundreds of
    /// megabytes.
    @Test(arguments: [1, 511, 512, 513, 1024, 1300])
    func aBatchHasNotMoreRecordsThanItsLimit(_ count: Int) throws {
        let limit = RecordLimits.batchRecordCount
        let input = Array((1...count).map { "\($0),b\n" }.joined().utf8)
        let sizes = Array(repeating: limit, count: count / limit) + (count % limit > 0 ? [count % limit] : [])
        let lines = try batches(JSONLReader(MemorySource(input, chunkSize: 1 << 20)))
        #expect(lines.flatMap(\.bytes) == input)
        #expect(lines.map { Array($0.lines).count } == sizes)
        let rows = try batches(CSVReader(MemorySource(input, chunkSize: 1 << 20), delimiter: 0x2C))
        #expect(rows.flatMap(\.bytes) == input)
        #expect(rows.map { Array(CSVRows($0, delimiter: 0x2C)).count } == sizes)
        #expect(rows.map(\.firstRecordNumber) == sizes.indices.map { 1 + $0 * limit })
    }

    /// A pipe that has no more to give yet would keep lines waiting that are there already.
    @Test func whatABatchHadNoRoomForIsNotKeptWaiting() throws {
        let input = Array((1...1300).map { "\($0),b\n" }.joined().utf8)
        let limit = RecordLimits.batchRecordCount
        let readers: [(PatientSource) -> any RecordReader] = [
            { JSONLReader($0) }, { CSVReader($0, delimiter: 0x2C) },
        ]
        for makeReader in readers {
            let source = PatientSource(MemorySource(input, chunkSize: 1 << 20))
            var reader = makeReader(source)
            for count in [limit, limit, 1300 - 2 * limit] {
                let batch = try #require(try reader.nextBatch())
                #expect(batch.bytes.count { $0 == 0x0A } == count)
            }
            #expect(source.readCount == 1)
            #expect(try reader.nextBatch() == nil)
        }
    }

    @Test func oversizedLinesComeInPieces() throws {
        let long = [UInt8](repeating: 0x62, count: 100)
        let input = Array("a\n".utf8) + long + Array("\nc\n".utf8) + long
        for chunkSize in 1...64 {
            for batchBytes in [1, 8, 64] {
                let limits = RecordLimits(batchBytes: batchBytes, maxRecordBytes: 50)
                let found = try batches(JSONLReader(MemorySource(input, chunkSize: chunkSize), limits: limits))
                #expect(found.flatMap(\.bytes) == input)
                #expect(found.allSatisfy { $0.bytes.count <= 51 })
                #expect(Set(found.filter(\.isPiece).map(\.firstRecordNumber)) == [2, 4])
                #expect(found.filter { $0.content == .oversizedEnd }.map(\.firstRecordNumber) == [2, 4])
                #expect(found.filter { !$0.isPiece }.flatMap(\.bytes) == Array("a\nc\n".utf8))
            }
        }
    }

    @Test(arguments: [(49, false), (50, false), (51, true)])
    func theLimitIsExact(_ count: Int, _ isPiece: Bool) throws {
        for end in [[], [0x0A], [0x0A, 0x61]] as [[UInt8]] {
            for chunkSize in [1, 50, 51, 1000] {
                let source = MemorySource([UInt8](repeating: 0x62, count: count) + end, chunkSize: chunkSize)
                let found = try batches(JSONLReader(source, limits: RecordLimits(maxRecordBytes: 50)))
                #expect(found.contains(where: \.isPiece) == isPiece, "\(count) \(end) \(chunkSize)")
            }
        }
    }

    @Test(arguments: [0, 1, 49, 50, 51, 52, 100, 101, 102, 500])
    func textIsOneRecord(_ count: Int) throws {
        let input = [UInt8](repeating: 0x0A, count: count)
        for chunkSize in [1, 7, 50, 51, 1000] {
            let limits = RecordLimits(batchBytes: 16, maxRecordBytes: 50)
            let found = try batches(TextReader(MemorySource(input, chunkSize: chunkSize), limits: limits))
            #expect(found.flatMap(\.bytes) == input)
            #expect(found.allSatisfy { $0.firstRecordNumber == 1 })
            #expect(found.contains(where: \.isPiece) == (count > 50))
            #expect(found.filter { $0.content != .oversizedPiece }.count == 1)
        }
    }

    @Test func contentsLeaveLineEndsOut() throws {
        let input = ByteOrderMark.utf8 + Array("{}\r\n\n\r\na\rb".utf8)
        let found = try batches(JSONLReader(MemorySource(input)))
        let contents = found.flatMap { batch in batch.lines.map { Array(batch.bytes[$0.content]) } }
        #expect(contents == [Array("{}".utf8), [], [], Array("a\rb".utf8)])
    }
}
