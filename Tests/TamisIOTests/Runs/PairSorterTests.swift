import Testing

@testable import TamisIO

struct PairSorterTests {
    /// Sorts within `memoryBytes` and reads twice.
    private func sorted(
        _ pairs: [KeyedValue], memoryBytes: Int, keepsRepeats: Bool = true, folder: TemporaryFolder = .standard
    ) throws -> [KeyedValue] {
        let sorter = PairSorter(memoryBytes: memoryBytes, temporaryFolder: folder, keepsRepeats: keepsRepeats)
        try sorter.append(contentsOf: pairs)
        let sorted = try sorter.sorted()
        let first = try read(sorted)
        #expect(try read(sorted) == first, "a second cursor starts at the beginning")
        return first
    }

    private func read(_ sorted: SortedPairs) throws -> [KeyedValue] {
        var cursor = try sorted.cursor()
        var result: [KeyedValue] = []
        while let pair = try cursor.next() { result.append(pair) }
        #expect(try cursor.next() == nil, "the end stays the end")
        return result
    }

    static let kinds = ["spread", "few keys", "one key", "one bucket", "ascending", "descending", "extremes"]

    /// Pairs as they may come: hashes, hostile ones, sorted ones.
    private func pairs(_ kind: String, count: Int) -> [KeyedValue] {
        var random = SeededRandom(seed: 1)
        return (0..<count).map { number in
            let value = UInt64(number)
            return switch kind {
            case "few keys": KeyedValue(key: random.next() % 7, value: random.next() % 50)
            case "one key": KeyedValue(key: 7, value: random.next())
            case "one bucket": KeyedValue(key: number % 2 == 0 ? 1 << 63 : random.next(), value: value)
            case "ascending": KeyedValue(key: value << 32, value: value)
            case "descending": KeyedValue(key: ~value, value: ~value)
            case "extremes": KeyedValue(key: number % 3 == 0 ? .max : 0, value: number % 2 == 0 ? .max : 0)
            default: KeyedValue(key: random.next(), value: value / 20)
            }
        }
    }

    @Test(arguments: kinds)
    func sameOutputForAnyBudget(kind: String) throws {
        for count in [0, 1, 2, 1000, 40_000] {
            let pairs = pairs(kind, count: count)
            let expected = pairs.sorted()
            for budget in [1 << 10, 100_000, 300_000, .max] {
                #expect(try sorted(pairs, memoryBytes: budget) == expected, "\(count) pairs in \(budget) bytes")
            }
        }
    }

    @Test(arguments: kinds)
    func equalPairsAreHandedOutOnce(kind: String) throws {
        let pairs = pairs(kind, count: 20_000)
        var expected = pairs.sorted()
        expected = expected.indices.filter { $0 == 0 || expected[$0] != expected[$0 - 1] }.map { expected[$0] }
        for budget in [1 << 10, 1 << 18, .max] {
            #expect(try sorted(pairs, memoryBytes: budget, keepsRepeats: false) == expected, "\(budget) bytes")
        }
    }

    @Test func aSorterCanBeUsedAgain() throws {
        let sorter = PairSorter(memoryBytes: 0, keepsRepeats: true)
        for _ in 0..<2 {
            let pairs = pairs("spread", count: 10_000)
            try sorter.append(contentsOf: pairs)
            #expect(try read(sorter.sorted()) == pairs.sorted())
        }
        #expect(try read(sorter.sorted()).isEmpty)
    }

    @Test func nothingIsLeftInTheFolder() throws {
        try withTemporaryFolder { folder in
            let pairs = pairs("spread", count: 50_000)
            _ = try sorted(pairs, memoryBytes: 0, folder: TemporaryFolder(path: folder))
            #expect(names(in: folder).isEmpty)
        }
    }

    @Test func aMissingFolderIsNamed() throws {
        let error = try #require(throws: OutputError.self) {
            _ = try sorted(pairs("spread", count: 5000), memoryBytes: 0, folder: TemporaryFolder(path: "/none/such"))
        }
        #expect(
            error.description
                == "temporary file in /none/such: No such file or directory; "
                + "make room there, raise --memory, or name another folder in TMPDIR")
    }
}
