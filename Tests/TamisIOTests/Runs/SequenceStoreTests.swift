import Testing

@testable import TamisIO

struct SequenceStoreTests {
    @Test(arguments: [0, 1000, 100_000, Int.max])
    func sequencesAreReadByNumber(memoryBytes: Int) throws {
        var random = SeededRandom(seed: 2)
        let store = SequenceStore(memoryBytes: memoryBytes)
        var expected: [[UInt64]] = []
        for number in 0..<2000 {
            let length = number % 10 == 0 ? 0 : random.below(200)
            expected.append((0..<length).map { _ in random.next() })
            try store.append(expected[number])
            let earlier = random.below(number + 1)
            #expect(try store.read(earlier) == expected[earlier], "while others are added")
        }
        #expect(store.count == 2000)
        for number in expected.indices {
            #expect(try store.read(number) == expected[number])
        }
        var count = 0
        try store.forEach { number, values in
            #expect(number == count && Array(values) == expected[number], "one after the other")
            count += 1
        }
        #expect(count == 2000)
    }

    @Test func nothingIsLeftInTheFolder() throws {
        try withTemporaryFolder { folder in
            let store = SequenceStore(memoryBytes: 0, temporaryFolder: TemporaryFolder(path: folder))
            for number in 0..<1000 { try store.append(Array(repeating: UInt64(number), count: 100)) }
            #expect(try store.read(10) == Array(repeating: 10, count: 100))
            #expect(names(in: folder).isEmpty)
        }
    }
}
