import Tamis
import Testing

@testable import TamisIO

/// Tables: only the text column changes, and everything comes back.
@Suite struct CSVTests {
    private static let repeated = "A day at sea\n\nWe left at noon and came back at night.\n\nA day at sea"

    @Test(arguments: [
        // A cut inside quotes keeps them, and two quotes that stand for one.
        (
            "id,text,n\n7,\"A day at sea\n\nWe \"\"left\"\" at noon and came back.\n\nA day at sea\",1.10\n",
            "id,text,n\n7,\"A day at sea\n\nWe \"\"left\"\" at noon and came back.\",1.10\n"
        ),
        // A repair that needs quotes gets them; the quotes that were there are doubled.
        ("a,text\r\n1,say \"yes\" &#44; go\r\n", "a,text\r\n1,\"say \"\"yes\"\" , go\"\r\n"),
        ("text,a\n&quot;No&quot; he said,2", "text,a\n\"\"\"No\"\" he said\",2"),
        // One that needs none gets none.
        ("a,text\n1,fish&nbsp;chips\n", "a,text\n1,fish chips\n"),
        ("a\ttext\n1\tx, \"y\"&nbsp;z\n", "a\ttext\n1\tx, \"y\" z\n"),
        // Semicolons separate where commas name no text.
        ("a,b;text\n1,2;\"x&#59; y&nbsp;z\"\n", "a,b;text\n1,2;\"x; y z\"\n"),
        // Nothing to cut, and nothing to touch.
        ("a,text\n\n \"1\" ,\"\"\n", "a,text\n\n \"1\" ,\"\"\n"),
    ])
    func onlyTheTextChanges(_ input: String, _ output: String) throws {
        let run = try Cleaning(input)
        #expect(run.text == output && run.errors.isEmpty)
        #expect(try run.restored() == Array(input.utf8))
    }

    @Test(arguments: [
        ("id,text\n1,a,b\n2,c\n", 2, 8, "3 fields"), ("id,text\n1\n2,c\n", 2, 8, "1 fields"),
        ("id,text\n1,\"a\"b\n2,c\n", 2, 13, "after a closing quote"),
        ("id,text\n1,c\n2,\"a\n\n", 3, 14, "does not close"),
    ])
    func aBadRowIsNamedAndGivenBack(_ input: String, _ record: Int, _ offset: Int, _ what: String) throws {
        let run = try Cleaning(input) { $0.format = .csv }
        #expect(run.errors.map(\.record) == [record] && run.errors[0].byteOffset == offset, "\(run.errors)")
        #expect(run.errors[0].what.contains(what) && run.text.contains(",c\n"), "\(run.errors)")
        #expect(run.summary.readCount == 2 && run.summary.rejectedCount == 1)
        #expect(try run.restored() == Array(input.utf8))
    }

    @Test func theColumnsAreNamed() throws {
        let body = "id,Body\n1,\"\(Self.repeated)\"\n"
        let missing = try Cleaning(body) { $0.format = .csv }
        #expect(missing.errors.first?.advice.contains("the header has: id, Body") == true)
        let found = try Cleaning(body) { $0.textField = FieldPath(key: "Body") }
        #expect(found.text == body.replacing("\n\nA day at sea\"", with: "\""))
    }

    @Test func anAnnotationIsAColumn() throws {
        let run = try Cleaning("id,text\n1,\"\(Self.repeated)\"\n\n2,ok\n") { $0.annotatesTables = true }
        let start =
            "id,text,tamis\n1,\"A day at sea\n\nWe left at noon and came back at night.\",\"{\"\"schema\"\":1,\"\"status\"\":\"\"changed\"\""
        #expect(
            run.text.hasPrefix(start)
                && run.text.hasSuffix("\n\n2,ok,\"{\"\"schema\"\":1,\"\"status\"\":\"\"kept\"\",\"\"cut\"\":{}}\"\n"),
            "\(run.text)")
        #expect(try run.restored() == Array("id,text\n1,\"\(Self.repeated)\"\n\n2,ok\n".utf8))
        let twice = try Cleaning("tamis,text\n1,a\n") { $0.annotatesTables = true }
        #expect(twice.errors.first?.what.contains("'tamis' already") == true)
    }

    @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09], 0..<3)
    func tablesComeBack(delimiter: UInt8, part: Int) throws {
        var tables = HostileTable(seed: UInt64(part) &* 7919 &+ UInt64(delimiter), delimiter: delimiter)
        for index in 0..<30 {
            let input = tables.next(count: 12)
            let run = try Cleaning(input) {
                $0.format = delimiter == 0x09 ? .tsv : .csv
                $0.annotatesTables = index % 3 == 0
                $0.writing = index % 7 == 0 ? .annotated : .cleaned
                $0.limits = RecordLimits(batchBytes: index % 2 == 0 ? 100 : 1 << 20)
            }
            #expect(try run.restored() == input, "\(String(decoding: input, as: UTF8.self).debugDescription)")
            #expect(run.errors.isEmpty && run.summary.isConserved && run.summary.readCount == 12, "\(run.errors)")
            // What leaves is a table of as many rows, whose other columns are the same.
            let extra = index % 3 == 0 ? 1 : 0
            #expect(fields(run.output, delimiter).map { $0.count - extra } == fields(input, delimiter).map(\.count))
        }
    }

    private func fields(_ bytes: [UInt8], _ delimiter: UInt8) -> [[[UInt8]]] {
        let batch = RecordBatch(bytes: bytes, firstRecordNumber: 1, offset: 0)
        return CSVRows(batch, delimiter: delimiter).filter { !$0.isBlank }.map { row in
            row.fields.map { $0.decoded(in: bytes).bytes }
        }
    }

    /// Rows are cut the same in any chunks, by the reader and by the workers.
    @Test func rowsAreTheInputAgain() throws {
        var tables = HostileTable(seed: 5, delimiter: UInt8(ascii: ","))
        for _ in 0..<20 {
            var input = tables.next(count: 6)
            // Malformed rows are cut alike, too.
            for place in stride(from: 11, to: input.count, by: 37) { input[place] = [0x22, 0x2C, 0x0A][place % 3] }
            let whole = Array(CSVRows(RecordBatch(bytes: input, firstRecordNumber: 1, offset: 0), delimiter: 0x2C))
            #expect(whole.map(\.range.count).reduce(0, +) == input.count)
            for (chunkSize, batchBytes) in [(1, 1), (3, 50), (16, 1000), (1000, 200)] {
                var reader = CSVReader(
                    MemorySource(input, chunkSize: chunkSize), delimiter: 0x2C,
                    limits: RecordLimits(batchBytes: batchBytes))
                var rows: [ByteRange] = []
                while let batch = try reader.nextBatch() {
                    #expect(batch.firstRecordNumber == rows.count + 1 && batch.content == .whole)
                    rows += CSVRows(batch, delimiter: 0x2C).map { row in
                        row.range.lowerBound + batch.offset..<row.range.upperBound + batch.offset
                    }
                }
                #expect(rows == whole.map(\.range))
            }
        }
    }

    @Test func anOversizedRowIsPassedOver() throws {
        let long = String(repeating: "x, \"\"\n", count: 100)
        let input = "id,text\n1,a\n2,\"\(long)\"\n3,c\n"
        for batchBytes in [8, 64, 1000] {
            let run = try Cleaning(input) {
                $0.format = .csv
                $0.limits = RecordLimits(batchBytes: batchBytes, maxRecordBytes: 100)
            }
            #expect(run.text == "id,text\n1,a\n3,c\n" && run.errors.map(\.record) == [3])
            #expect(try run.restored() == Array(input.utf8))
        }
    }

    /// Rows before the cut are delivered; a row that the cut broke is rejected.
    @Test func cutAnywhere() throws {
        let rows = ["id,text,n\n", "1,\"one \"\"river\"\"\nruns\",\"1\"\n", "2,\"two\",\"2\"\n", "3,\"three\",\"3\"\n"]
        let input = Array(rows.joined().utf8)
        let ends = rows.indices.map { rows[...$0].joined().utf8.count }
        for end in ends[0]..<input.count {
            let run = try Cleaning(Array(input[..<end])) { $0.format = .csv }
            let wholeEnd = ends.last { $0 <= end } ?? 0
            // Without its line end the last row is whole all the same, and so is one whose last field is empty.
            let isWhole =
                end == wholeEnd || ends.contains(end + 1) || input[..<end].suffix(2).elementsEqual([0x22, 0x2C])
            #expect(run.output == Array(input[..<(isWhole ? end : wholeEnd)]))
            #expect(
                run.errors.count == (isWhole ? 0 : 1) && run.errors.allSatisfy { ($0.byteOffset ?? -1) >= wholeEnd })
            #expect(try run.restored() == Array(input[..<end]))
        }
    }
}
