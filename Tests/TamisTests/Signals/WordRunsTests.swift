import Testing

@testable import Tamis

/// Repeated runs of words, against counting them one by one.
@Suite struct WordRunsTests {
    @Test func theSeaTheSkyTheSea() {
        var distinct: [UInt64: Int] = [:]
        withRuns(of: [1, 2, 1, 3, 1, 2], distinct: { distinct[$0] = $1 }) { runs, table in
            #expect(distinct == [1: 3, 2: 2, 3: 1])
            #expect(runs.distinctCount == 3)
            #expect(excess(runs) == [2, 4, 5])
            runs.extend(to: 2, table: &table)
            #expect(runs.count == 5)
            #expect(runs.distinctCount == 4)
            #expect(excess(runs) == [4, 5])
            runs.extend(to: 3, table: &table)
            #expect(runs.distinctCount == 4)
            #expect(excess(runs) == [])
        }
    }

    @Test(arguments: [[2, 3, 5, 10, 20], [2, 4, 8], [2, 3, 4, 5, 6, 7, 8, 9, 10]])
    func sameAsCountingRunsOneByOne(_ lengths: [Int]) {
        var random = RandomText(seed: 7)
        for _ in 0..<300 {
            let words = repetitiveWords(using: &random)
            withRuns(of: words) { runs, table in
                for length in lengths {
                    runs.extend(to: length, table: &table)
                    let expected = RunsOneByOne(words, length: length)
                    #expect(runs.count == expected.count, "\(length) in \(words)")
                    #expect(runs.distinctCount == expected.distinctCount, "\(length) in \(words)")
                    #expect(excess(runs) == expected.excess, "\(length) in \(words)")
                    #expect(runs.startsOfRepeats.map(Int.init) == expected.repeats, "\(length) in \(words)")
                    #expect(members(runs) == expected.members, "\(length) in \(words)")
                    #expect(runs.mostFrequent?.position == expected.mostFrequent, "\(length) in \(words)")
                }
            }
        }
    }

    /// More repeats than the filter has buckets for.
    @Test func longTexts() {
        var random = RandomText(seed: 8)
        for vocabularySize in [2, 40, 3_000] as [UInt64] {
            let words = (0..<20_000).map { _ in UInt64.random(in: 0..<vocabularySize, using: &random) }
            withRuns(of: words) { runs, table in
                for length in [2, 3, 5] {
                    runs.extend(to: length, table: &table)
                    let expected = RunsOneByOne(words, length: length)
                    #expect(runs.distinctCount == expected.distinctCount)
                    #expect(excess(runs) == expected.excess)
                }
            }
        }
    }

    private func withRuns(
        of hashes: [UInt64], distinct: (UInt64, Int) -> Void = { _, _ in },
        _ body: (inout WordRuns, inout HashTable) -> Void
    ) {
        hashes.map { Word(start: 0, end: 0, hash: $0) }.withUnsafeBufferPointer { words in
            var table = HashTable()
            var runs = WordRuns(words, table: &table, distinct: distinct)
            body(&runs, &table)
        }
    }

    private func excess(_ runs: borrowing WordRuns) -> [Int] {
        var words: [Int] = []
        runs.forEachExcess { words += Array($0) }
        return words
    }

    private func members(_ runs: borrowing WordRuns) -> [Int] {
        var words: [Int] = []
        runs.forEachMember { words += Array($0) }
        return words
    }

    /// Up to 100 words of a small vocabulary, with stretches copied from before.
    private func repetitiveWords(using random: inout RandomText) -> [UInt64] {
        let vocabularySize = UInt64.random(in: 1...30, using: &random)
        var words: [UInt64] = []
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            if Bool.random(using: &random), !words.isEmpty {
                let start = Int.random(in: 0..<words.count, using: &random)
                words += words[start..<min(words.count, start + Int.random(in: 1...25, using: &random))]
            } else {
                words.append(UInt64.random(in: 0..<vocabularySize, using: &random))
            }
        }
        return words
    }
}

/// The definition: every run of `length` words as an array.
private struct RunsOneByOne {
    let count: Int
    let distinctCount: Int
    let excess: [Int]
    /// Where runs begin that stand more than once, and the words in them.
    let repeats: [Int]
    let members: [Int]
    /// Where the first of the runs begins that stand most often; 0 where all stand once.
    let mostFrequent: Int?

    init(_ words: [UInt64], length: Int) {
        let starts = words.count < length ? [] : Array(0...(words.count - length))
        let runs = starts.map { Array(words[$0..<$0 + length]) }
        var counts: [[UInt64]: Int] = [:]
        var covered: Set<Int> = []
        for start in starts {
            counts[runs[start], default: 0] += 1
            if counts[runs[start]]! > 1 { covered.formUnion(start..<start + length) }
        }
        count = starts.count
        distinctCount = counts.count
        excess = covered.sorted()
        repeats = starts.filter { counts[runs[$0]]! > 1 }
        members = Set(repeats.flatMap { $0..<$0 + length }).sorted()
        mostFrequent = starts.first { counts[runs[$0]] == counts.values.max() }
    }
}
