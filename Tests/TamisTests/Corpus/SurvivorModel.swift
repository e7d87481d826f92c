@testable import Tamis

/// The survivors by their definition, with no thought of time: every document looks at every other.
struct SurvivorModel {
    let documents: RandomDocuments
    let indexCount: Int
    let thresholds: SimilarityThresholds
    private(set) var isNear: [Bool] = []
    private(set) var isContained: [Bool] = []

    init(_ documents: RandomDocuments, indexCount: Int, _ thresholds: SimilarityThresholds) {
        (self.documents, self.indexCount, self.thresholds) = (documents, indexCount, thresholds)
        let ranks = documents.sets.indices
        isNear = [Bool](repeating: false, count: ranks.count)
        isContained = isNear
        for rank in ranks where rank >= indexCount && !isCopy(rank) {
            isNear[rank] = (0..<rank).contains { !isCopy($0) && !isNear[$0] && areNear($0, rank) }
        }
        let rest = ranks.filter { !isCopy($0) && !isNear[$0] }
        let order = rest.sorted { (size($1), $0) < (size($0), $1) }
        for (place, rank) in order.enumerated() where rank >= indexCount {
            isContained[rank] = order[..<place].contains { !isContained[$0] && areContained($0, rank) }
        }
    }

    func isCopy(_ rank: Int) -> Bool { rank >= indexCount && documents.representatives[rank] != nil }

    func stays(_ rank: Int) -> Bool { !isCopy(rank) && !isNear[rank] && !isContained[rank] }

    func removal(_ rank: Int) -> Removal? {
        if stays(rank) { return nil }
        var (rule, survivor, similarity) = (Removal.Rule.duplicate, 0, 1.0)
        if isCopy(rank), let representative = documents.representatives[rank] {
            survivor = representative
            if let further = removal(representative) {
                (survivor, similarity) = (Int(further.survivor), further.similarity)
            }
        } else if isContained[rank] {
            rule = .contained
            let partners = all.filter {
                stays($0) && areContained($0, rank) && (size(rank), $0) < (size($0), rank)
            }
            survivor = best(partners, of: rank)
            similarity = measure(survivor, rank)
        } else {
            rule = .nearDuplicate
            let before = all.filter { $0 < rank && areNear($0, rank) }
            let rightful = before.filter(stays)
            let others = all.filter { stays($0) && (areNear($0, rank) || areContained($0, rank)) }
            let contained = before.filter { isContained[$0] }
            survivor = best([rightful, others, contained].first { !$0.isEmpty } ?? [], of: rank)
            similarity = measure(survivor, rank)
            if let further = removal(survivor) { survivor = Int(further.survivor) }
        }
        return Removal(
            rule: survivor < indexCount ? .seenBefore : rule, survivor: UInt32(survivor), similarity: similarity)
    }

    /// Documents that take part in pairs.
    private var all: [Int] { documents.sets.indices.filter { !isCopy($0) } }

    private func size(_ rank: Int) -> Int { documents.sets[rank].count }

    private func best(_ partners: [Int], of rank: Int) -> Int {
        partners.min { (-measure($0, rank), $0) < (-measure($1, rank), $1) } ?? -1
    }

    private func common(_ left: Int, _ right: Int) -> Int {
        Set(documents.sets[left].sorted).intersection(documents.sets[right].sorted).count
    }

    private func areNear(_ left: Int, _ right: Int) -> Bool {
        let common = common(left, right)
        let union = size(left) + size(right) - common
        return left != right && common * Int(thresholds.near.denominator) >= Int(thresholds.near.numerator) * union
    }

    private func areContained(_ left: Int, _ right: Int) -> Bool {
        let smaller = min(size(left), size(right))
        return left != right && smaller >= 30 && common(left, right) * 10 >= 9 * smaller
    }

    private func measure(_ left: Int, _ right: Int) -> Double {
        let common = common(left, right)
        let whole = areNear(left, right) ? size(left) + size(right) - common : min(size(left), size(right))
        return Double(common) / Double(whole)
    }
}
