@testable import Tamis

/// Documents as sets of shingles, in the order ≺, with what makes the comparison of documents hard: chains of ever greater
/// changes, exact copies, quotes from longer documents, and crowds that are alike.
struct RandomDocuments {
    var sets: [ShingleSet] = []
    /// The earlier document with the same text, for exact copies.
    var representatives: [Int: Int] = [:]

    init(count: Int, using generator: inout RandomText) {
        for rank in 0..<count {
            guard rank > 0, Int.random(in: 0..<10, using: &generator) > 0 else {
                sets.append(.random(count: .random(in: 25...80, using: &generator), using: &generator))
                continue
            }
            let earlier = Int.random(in: max(0, rank - 6)..<rank, using: &generator)
            let text = sets[earlier].sorted
            switch Int.random(in: 0..<6, using: &generator) {
            case 0:
                representatives[rank] = representatives[earlier] ?? earlier
                sets.append(sets[earlier])
            case 1: sets.append(ShingleSet(text.filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }))
            case 2:
                let added = ShingleSet.random(count: .random(in: 10...60, using: &generator), using: &generator)
                sets.append(ShingleSet(text + added.sorted))
            default:
                let changed = Int.random(in: 0...8, using: &generator)
                let added = ShingleSet.random(count: changed, using: &generator)
                sets.append(ShingleSet(text.shuffled(using: &generator).dropFirst(changed) + added.sorted))
            }
        }
    }

    /// Every verified pair, found by comparing each document with each, copies left out; ascending by later, earlier.
    func pairs(_ thresholds: SimilarityThresholds) -> [VerifiedPair] {
        var pairs: [VerifiedPair] = []
        for later in sets.indices where representatives[later] == nil {
            for earlier in 0..<later where representatives[earlier] == nil {
                let pair = VerifiedPair(UInt32(earlier), sets[earlier], UInt32(later), sets[later], thresholds)
                if let pair { pairs.append(pair) }
            }
        }
        return pairs
    }
}

extension ShingleSet {
    static func random(count: Int, using generator: inout RandomText) -> ShingleSet {
        ShingleSet((0..<count).map { _ in generator.next() })
    }
}

extension Survivors {
    /// Runs all passes over pairs in memory.
    init(
        documentCount: Int, indexCount: UInt32, thresholds: SimilarityThresholds,
        copies: [(rank: UInt32, representative: UInt32)], pairs: [VerifiedPair]
    ) {
        self.init(documentCount: documentCount, indexCount: indexCount, thresholds: thresholds)
        for copy in copies { addCopy(copy.rank, of: copy.representative) }
        for pair in pairs { judgeNear(pair) }
        for pair in pairs.compactMap(containedPair).sorted(by: { $0.place < $1.place }) { judgeContained(pair) }
        for pair in pairs { assign(pair) }
        finish()
    }
}
