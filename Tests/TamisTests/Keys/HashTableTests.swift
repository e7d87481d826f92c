import Tamis
import Testing

@Suite struct HashTableTests {
    @Test func numbersHashesByFirstAppearance() {
        var table = HashTable()
        let indices = [91, 17, 91, 40, 17, 0].map { table.index(of: $0) }
        #expect(indices == [0, 1, 0, 2, 1, 3])
        #expect(table.count == 4)
        #expect(table.existingIndex(of: 40) == 2)
        #expect(table.existingIndex(of: 41) == nil)
    }

    @Test func growsAndForgets() {
        var table = HashTable(seed: 5)
        for round in 0..<3 {
            table.reset(expectedCount: round * 1_000)
            #expect(table.existingIndex(of: 7) == nil)
            for hash in 0..<10_000 { #expect(table.index(of: UInt64(hash)) == hash) }
            for hash in 0..<10_000 { #expect(table.existingIndex(of: UInt64(hash)) == hash) }
            #expect(table.count == 10_000)
        }
    }

    @Test func valuesWithEqualHashesAreToldApart() {
        let values = ["one", "two", "one", "three", "two"]
        var table = HashTable()
        var firsts: [String] = []
        let indices = values.map { value in
            let index = table.index(of: 1) { firsts[$0] == value }
            if index == firsts.count { firsts.append(value) }
            return index
        }
        #expect(indices == [0, 1, 0, 2, 1])
    }
}
