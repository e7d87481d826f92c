import Testing

@testable import Tamis

struct SurvivorsTests {
    @Test(arguments: 0..<60)
    func equalTheModel(seed: Int) {
        var generator = RandomText(seed: UInt64(seed))
        let documents = RandomDocuments(count: 70, using: &generator)
        let decimal = ["0.5", "0.7", "0.8", "0.95"][seed % 4]
        let thresholds = SimilarityThresholds(near: Fraction(decimal: decimal) ?? Fraction(1, over: 1))
        let indexCount = seed % 3 == 0 ? 25 : 0
        // Documents of an index are not copies of each other.
        var unique = documents
        unique.representatives = documents.representatives.filter { $0.key >= indexCount }
        let model = SurvivorModel(unique, indexCount: indexCount, thresholds)
        let survivors = Survivors(
            documentCount: unique.sets.count, indexCount: UInt32(indexCount), thresholds: thresholds,
            copies: unique.representatives.map { (UInt32($0.key), UInt32($0.value)) }, pairs: unique.pairs(thresholds))
        var sizes = [Int](repeating: 1, count: unique.sets.count)
        for rank in unique.sets.indices {
            let removal = survivors.removal(of: UInt32(rank))
            #expect(removal == model.removal(rank), "document \(rank)")
            if let removal { sizes[Int(removal.survivor)] += 1 }
        }
        for rank in sizes.indices { #expect(survivors.clusterSize(of: UInt32(rank)) == sizes[rank]) }
    }

    /// A~B~C with C unlike A: C stays though it is near to B, and points to nobody.
    @Test func aChainKeepsBothEnds() {
        let documents = [0..<100, 10..<110, 20..<120].map { ShingleSet($0.map(UInt64.init)) }
        let survivors = survivors(documents)
        #expect((0..<3).map { survivors.removal(of: $0)?.rule } == [nil, .nearDuplicate, nil])
        #expect(survivors.clusterSize(of: 0) == 2 && survivors.clusterSize(of: 2) == 1)
    }

    /// The quote comes first, and goes all the same.
    @Test func aQuoteGoesForTheLongerDocument() {
        let documents = [0..<40, 0..<200].map { ShingleSet($0.map(UInt64.init)) }
        let removal = survivors(documents).removal(of: 0)
        #expect(removal == Removal(rule: .contained, survivor: 1, similarity: 1))
    }

    /// B goes for A, and A is then contained in C, which B is not: B points to C, by its similarity to A.
    @Test func aNearDuplicateFollowsItsPartner() {
        let first = ShingleSet((0..<100).map(UInt64.init))
        let second = ShingleSet((11..<111).map(UInt64.init))
        let page = ShingleSet((0..<93).map(UInt64.init) + (1000..<1200).map(UInt64.init))
        let survivors = survivors([first, second, page])
        #expect(survivors.removal(of: 0)?.survivor == 2)
        #expect(survivors.removal(of: 1) == Removal(rule: .nearDuplicate, survivor: 2, similarity: 89.0 / 111))
        #expect(survivors.clusterSize(of: 2) == 3)
    }

    @Test func anIndexDocumentNeverGoes() {
        let same = ShingleSet((0..<100).map(UInt64.init))
        let survivors = survivors([same, same, same], indexCount: 2)
        #expect((0..<2).allSatisfy { survivors.removal(of: $0) == nil })
        #expect(survivors.removal(of: 2) == Removal(rule: .seenBefore, survivor: 0, similarity: 1))
    }

    /// D has the text of C, C has the address of B, and B is near to A.
    @Test func aCopyOfACopyFollowsBoth() {
        let first = ShingleSet((0..<100).map(UInt64.init))
        let second = ShingleSet((5..<105).map(UInt64.init))
        let survivors = Survivors(
            documentCount: 4, indexCount: 0, thresholds: .standard, copies: [(3, 2), (2, 1)],
            pairs: [VerifiedPair(0, first, 1, second, .standard)].compactMap(\.self))
        for copy in [2, 3] as [UInt32] {
            #expect(survivors.removal(of: copy) == Removal(rule: .duplicate, survivor: 0, similarity: 95.0 / 105))
        }
        #expect(survivors.clusterSize(of: 0) == 4)
    }

    private func survivors(_ sets: [ShingleSet], indexCount: UInt32 = 0) -> Survivors {
        var generator = RandomText(seed: 0)
        var documents = RandomDocuments(count: 0, using: &generator)
        documents.sets = sets
        return Survivors(
            documentCount: sets.count, indexCount: indexCount, thresholds: .standard, copies: [],
            pairs: documents.pairs(.standard))
    }
}
