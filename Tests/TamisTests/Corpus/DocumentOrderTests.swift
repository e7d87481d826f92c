import Testing

@testable import Tamis

struct DocumentOrderTests {
    @Test(arguments: 0..<20)
    func ordersByPreferenceThenIDThenHashThenNumber(seed: Int) {
        var generator = RandomText(seed: UInt64(seed))
        let ids: [[UInt8]] = [[], [0], [0, 0], [0, 1], [1], [0xFF], [0x61], [0x61, 0], [0x61, 0x62], [0xC3, 0xA9]]
        let documents = (0..<300).map { _ in
            (
                preference: OrderKey.preference(scalarCount: .random(in: 0...3, using: &generator)),
                id: ids[Int.random(in: 0..<ids.count, using: &generator)], hash: generator.next() % 3
            )
        }
        var order = DocumentOrder()
        for document in documents {
            order.add(preference: document.preference, id: document.id.span, recordHash: document.hash)
        }
        let expected = documents.indices.sorted { left, right in
            let (first, second) = (documents[left], documents[right])
            if first.preference != second.preference { return first.preference < second.preference }
            if first.id != second.id { return first.id.lexicographicallyPrecedes(second.id) }
            return (first.hash, left) < (second.hash, right)
        }
        #expect(order.positions().map(Int.init) == expected)
        let ranks = DocumentOrder.ranks(of: order.positions(), first: 7)
        #expect(expected.map { Int(ranks[$0]) } == Array(7..<307))
    }

    @Test func longerIsEarlierAndSoIsAHigherSignal() {
        let lengths = [9_000_000_000, 300, 2, 1, 0].map { OrderKey.preference(scalarCount: $0) }
        #expect(lengths == lengths.sorted() && Set(lengths).count == 5)
        let least = Double.leastNonzeroMagnitude
        let signals: [Double?] = [.infinity, 1e300, 1.5, 1, 0.1, least, 0, -least, -1, -.infinity, nil]
        let preferences = signals.map { OrderKey.preference(signal: $0) }
        #expect(preferences == preferences.sorted() && Set(preferences).count == signals.count)
        #expect(OrderKey.preference(signal: -0.0) == OrderKey.preference(signal: 0))
        #expect(OrderKey.preference(signal: .nan) == OrderKey.preference(signal: nil))
    }
}
