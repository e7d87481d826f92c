// Five documents in the order ≺, with T = 0.80. A~B .82, B~C .82, A and C .60: a chain. D is a quote from E, which is
// longer: D is contained in E. C2 has the exact text of C.
//
//     copies      C2 goes, its representative is C
//     near        A stays; B goes, since A before it stays; C stays, since B does not; D and E stay
//     contained   among those that stay, longest first: E stays, D goes
//     assigned    B → A (.82), D → E (containment), C2 → C (1)
//
// No chain: C stays although it is near to B, which went for A.

/// Which documents stay, and to which of these the others point.
///
/// Four passes, in this order: `addCopy` for each exact copy, `judgeNear` for all pairs, `judgeContained` for the pairs that
/// `containedPair` then gives, `assign` for all pairs, and at last `finish`. Memory is 18 bytes a document.
public struct Survivors: Sendable {
    private let thresholds: SimilarityThresholds
    private let indexCount: UInt32
    private var states: [State]
    /// The partner or representative so far; after `finish` the survivor.
    private var partners: [UInt32]
    private var claims: [Claim]
    private var similarities: [Double]
    private var clusterSizes: [UInt32]

    private enum State: UInt8 {
        case stays, copy, near, contained
    }

    /// What a partner is to a removed document; a greater one is preferred, whatever the similarity.
    private enum Claim: UInt8, Comparable {
        case none
        /// A near document that was contained in another and went: its survivor is taken.
        case contained
        /// A document that stays, contained, containing, or near and later in ≺.
        case other
        /// The document that stays and for which this one went.
        case rightful

        static func < (left: Claim, right: Claim) -> Bool { left.rawValue < right.rawValue }
    }

    /// All documents stay, so far; the first `indexCount` ranks are index documents and never go.
    public init(documentCount: Int, indexCount: UInt32 = 0, thresholds: SimilarityThresholds) {
        self.thresholds = thresholds
        self.indexCount = indexCount
        states = [State](repeating: .stays, count: documentCount)
        partners = [UInt32](repeating: 0, count: documentCount)
        claims = [Claim](repeating: .none, count: documentCount)
        similarities = [Double](repeating: 0, count: documentCount)
        clusterSizes = [UInt32](repeating: 1, count: documentCount)
    }

    /// Takes out a document with the exact key of `representative`, the first of them in ≺.
    ///
    /// The representative may be taken out in turn for an earlier one, by another key; the document then follows it.
    public mutating func addCopy(_ rank: UInt32, of representative: UInt32) {
        guard rank >= indexCount else { return }
        states[Int(rank)] = .copy
        partners[Int(rank)] = representative
    }

    /// Judges near duplicates; pairs come ascending by the later document, then the earlier, each once.
    public mutating func judgeNear(_ pair: VerifiedPair) {
        guard pair.later >= indexCount, states[Int(pair.earlier)] == .stays, pair.isNear(thresholds) else { return }
        states[Int(pair.later)] = .near
    }

    /// What `judgeContained` needs of a pair once all are judged near or not; nil where the pair does not matter.
    public func containedPair(_ pair: VerifiedPair) -> ContainedPair? {
        guard states[Int(pair.earlier)] == .stays, states[Int(pair.later)] == .stays, pair.isContained(thresholds)
        else { return nil }
        let contained = ContainedPair(pair)
        return contained.rank < indexCount ? nil : contained
    }

    /// Judges contained documents; pairs come ascending by `place`.
    public mutating func judgeContained(_ pair: ContainedPair) {
        if states[Int(pair.largerRank)] == .stays { states[Int(pair.rank)] = .contained }
    }

    /// Offers the documents of a pair each other as partners, once it is known which stay; pairs come in any order.
    public mutating func assign(_ pair: VerifiedPair) {
        let isNear = pair.isNear(thresholds)
        let similarity = isNear ? pair.jaccard : pair.containment
        for (rank, partner) in [(pair.later, pair.earlier), (pair.earlier, pair.later)] {
            let claim = claim(of: partner, on: rank, pair, isNear: isNear)
            guard claim != .none else { continue }
            let (index, known) = (Int(rank), partners[Int(rank)])
            // Greater claim, then similarity, then the earlier partner.
            guard
                claim > claims[index]
                    || claim == claims[index]
                        && (similarity > similarities[index] || similarity == similarities[index] && partner < known)
            else { continue }
            (claims[index], similarities[index], partners[index]) = (claim, similarity, partner)
        }
    }

    /// What `partner` is to the document `rank`, if that goes.
    private func claim(of partner: UInt32, on rank: UInt32, _ pair: VerifiedPair, isNear: Bool) -> Claim {
        switch (states[Int(rank)], states[Int(partner)]) {
        case (.near, .stays): isNear && partner < rank ? .rightful : .other
        case (.near, .contained): isNear && partner < rank ? .contained : .none
        case (.contained, .stays): ContainedPair(pair).rank == rank ? .rightful : .none
        default: .none
        }
    }

    /// Makes the partner of each removed document its survivor, and counts the clusters.
    public mutating func finish() {
        // A contained partner has a survivor of its own; a copy follows its representative, which is settled first.
        for rank in states.indices where states[rank] == .near { follow(rank) }
        for rank in states.indices where states[rank] == .copy {
            let representative = Int(partners[rank])
            similarities[rank] = states[representative] == .stays ? 1 : similarities[representative]
            follow(rank)
        }
        for rank in states.indices where states[rank] != .stays { clusterSizes[Int(partners[rank])] += 1 }
    }

    private mutating func follow(_ rank: Int) {
        let partner = Int(partners[rank])
        if states[partner] != .stays { partners[rank] = partners[partner] }
    }

    /// Why a document goes; nil where it stays.
    public func removal(of rank: UInt32) -> Removal? {
        let index = Int(rank)
        let rule: Removal.Rule
        switch states[index] {
        case .stays: return nil
        case .copy: rule = .duplicate
        case .near: rule = .nearDuplicate
        case .contained: rule = .contained
        }
        return Removal(
            rule: partners[index] < indexCount ? .seenBefore : rule, survivor: partners[index],
            similarity: similarities[index])
    }

    /// How many documents the cluster of a survivor holds: it and all that point to it.
    public func clusterSize(of survivor: UInt32) -> Int { Int(clusterSizes[Int(survivor)]) }
}
