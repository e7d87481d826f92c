import Testing

@testable import Tamis

/// From documents to removals by all parts, as a run does it, in any order of arrival.
struct OrderOfArrivalTests {
    private struct Document {
        let id: String
        let set: ShingleSet
        let length: Int
    }

    private struct Outcome: Equatable {
        let rule: Removal.Rule
        let survivor: String
        let similarity: Double
    }

    @Test(arguments: 0..<10)
    func aShuffledInputHasTheSameOutcome(seed: Int) {
        var generator = RandomText(seed: UInt64(seed))
        let random = RandomDocuments(count: 300, using: &generator)
        let documents = random.sets.enumerated().map { number, set in
            // Equal texts have equal lengths.
            Document(id: "d\(number)", set: set, length: set.count * 6 + Int(set.sorted.first ?? 0) % 5)
        }
        let outcome = Self.outcome(documents)
        #expect(outcome.count > 100)
        for _ in 0..<3 { #expect(Self.outcome(documents.shuffled(using: &generator)) == outcome) }
    }

    private static func outcome(_ documents: [Document]) -> [String: Outcome] {
        var order = DocumentOrder()
        for document in documents {
            let preference = OrderKey.preference(scalarCount: document.length)
            order.add(preference: preference, id: Array(document.id.utf8).span, recordHash: 0)
        }
        let ordered = order.positions().map { documents[Int($0)] }
        var firsts: [[UInt64]: UInt32] = [:]
        var copies: [(rank: UInt32, representative: UInt32)] = []
        var judge = BucketJudge(thresholds: .standard, memorySlotLimit: 16)
        var rows: [(key: UInt64, rank: UInt32)] = []
        for (rank, document) in ordered.enumerated() {
            if let first = firsts[document.set.sorted] {
                copies.append((UInt32(rank), first))
                continue
            }
            firsts[document.set.sorted] = UInt32(rank)
            // Few keys, so that most documents stand in large buckets.
            for key in Set(document.set.sorted.prefix(6).map { $0 % 40 }) { rows.append((key, UInt32(rank))) }
        }
        for row in rows.sorted(by: { ($0.key, $0.rank) < ($1.key, $1.rank) }) {
            judge.add(row.rank, ofBucket: row.key) { ordered[Int($0)].set }
        }
        judge.finish()
        var pairs = Set(judge.verified)
        for candidate in judge.candidates {
            let (left, right) = (UInt32(candidate >> 32), UInt32(truncatingIfNeeded: candidate))
            let pair = VerifiedPair(left, ordered[Int(left)].set, right, ordered[Int(right)].set, .standard)
            if let pair { pairs.insert(pair) }
        }
        let survivors = Survivors(
            documentCount: ordered.count, indexCount: 0, thresholds: .standard, copies: copies,
            pairs: pairs.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) })
        var outcome: [String: Outcome] = [:]
        for (rank, document) in ordered.enumerated() {
            guard let removal = survivors.removal(of: UInt32(rank)) else { continue }
            outcome[document.id] = Outcome(
                rule: removal.rule, survivor: ordered[Int(removal.survivor)].id, similarity: removal.similarity)
        }
        return outcome
    }
}
