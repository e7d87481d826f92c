import Tamis
import Testing

@testable import TamisIO

/// Output and ledger give the input back, and neither depends on threads, chunks or batches.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<4)
    func textsComeBack(part: Int) throws {
        var articles = RandomArticle(random: SeededRandom(seed: UInt64(part) &* 7919 &+ 5))
        for index in 0..<150 {
            let article = articles.next()
            let run = try Cleaning(article) {
                $0.format = .text
                $0.writesJSONL = index % 3 == 0
                $0.writing = index % 7 == 0 ? .annotated : .cleaned
            }
            #expect(try run.restored() == article, "\(String(decoding: article, as: UTF8.self).debugDescription)")
            #expect(run.summary.isConserved && run.summary.readCount == 1)
        }
    }

    @Test(arguments: 0..<4)
    func recordsComeBack(part: Int) throws {
        var records = HostileRecords(seed: UInt64(part) &* 104_729 &+ 3)
        for index in 0..<25 {
            let input = records.next(count: 20)
            let run = try Cleaning(input) {
                $0.format = .jsonl
                $0.writing = index % 7 == 0 ? .annotated : .cleaned
                if index % 3 == 0 { $0.annotationField = nil }
            }
            #expect(try run.restored() == input, "\(String(decoding: input, as: UTF8.self).debugDescription)")
            #expect(run.summary.isConserved && run.summary.inputByteCount <= input.count)
            let summary = run.summary
            #expect(summary.readCount == summary.keptCount + summary.changedCount + summary.rejectedCount)
        }
    }

    @Test func threadsMakeNoDifference() throws {
        let input = HostileRecords.input(seed: 11, count: 300)
        func run(_ threadCount: Int) throws -> Cleaning {
            try Cleaning(input) { options in
                options.format = .jsonl
                options.threadCount = threadCount
                options.limits = RecordLimits(batchBytes: 2000)
            }
        }
        let one = try run(1)
        for threadCount in [2, 7] {
            let other = try run(threadCount)
            #expect(other.output == one.output && other.errors.map(\.record) == one.errors.map(\.record))
            #expect(try places(other) == places(one))
        }
        #expect(try one.restored() == input)
    }

    /// What the patches say, but for ids that hold the folder's name.
    private func places(_ run: Cleaning) throws -> [[JSONValue?]] {
        let keys = ["id", "record", "offset", "length", "output_offset", "output_length", "rule", "range", "removed"]
        return try run.entries("patch").map { patch in keys.map { patch[$0] } }
    }

    @Test(arguments: [1, 7, 4096])
    func chunksMakeNoDifference(chunkSize: Int) throws {
        let input = HostileRecords.input(seed: 23, count: 60)
        var options = CleanOptions()
        options.keepsLedger = true
        func clean(_ source: MemorySource, _ limits: RecordLimits) throws -> (output: [UInt8], patches: [[UInt8]]) {
            var reader = JSONLReader(source, limits: limits)
            let file = InputName(number: 0, path: "-", id: "-", site: nil, format: .jsonl, encoding: nil)
            var output: [UInt8] = []
            var patches: [[UInt8]] = []
            while let batch = try reader.nextBatch() {
                let result = BatchCleaner(options).clean(batch, of: file)
                for patch in result.patches {
                    let place = [
                        patch.record, batch.offset + patch.offset, patch.length, output.count + patch.outputOffset,
                    ]
                    patches.append(result.members.json[patch.members] + Array("\(place) \(patch.outputLength)".utf8))
                }
                output += result.output
            }
            return (output, patches)
        }
        let whole = try clean(MemorySource(input), RecordLimits())
        for batchBytes in [1, 500, 1 << 20] {
            let pieces = try clean(MemorySource(input, chunkSize: chunkSize), RecordLimits(batchBytes: batchBytes))
            #expect(pieces.output == whole.output && pieces.patches == whole.patches)
        }
    }
}
