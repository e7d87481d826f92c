/// What came of comparing pairs, for a fixed number of the latest ones.
///
/// A cluster of a million copies shares all its bands, so each pair of a leader and a member would be compared once per
/// band. A pair has one place; the later of two that want it stays.
struct PairMemory {
    enum Outcome {
        case unknown
        case different
        case verified(VerifiedPair)
    }

    private var pairs: [VerifiedPair]
    private var isVerified: [Bool]
    private let mask: UInt64

    /// Remembers up to `slotCount` pairs, rounded up to a power of two.
    init(slotCount: Int) {
        var count = 1
        while count < slotCount { count *= 2 }
        // No pair has the later document first, so these entries match nothing.
        let none = VerifiedPair(earlier: 0, later: 0, commonCount: 0, earlierCount: 0, laterCount: 0)
        pairs = [VerifiedPair](repeating: none, count: count)
        isVerified = [Bool](repeating: false, count: count)
        mask = UInt64(count - 1)
    }

    mutating func remember(_ pair: VerifiedPair, isVerified: Bool) {
        let slot = slot(pair.earlier, pair.later)
        pairs[slot] = pair
        self.isVerified[slot] = isVerified
    }

    func outcome(_ earlier: UInt32, _ later: UInt32) -> Outcome {
        let slot = slot(earlier, later)
        let pair = pairs[slot]
        guard pair.earlier == earlier, pair.later == later else { return .unknown }
        return isVerified[slot] ? .verified(pair) : .different
    }

    /// Members of one leader that follow each other have places that follow each other.
    private func slot(_ earlier: UInt32, _ later: UInt32) -> Int {
        Int((UInt64(later) &+ UInt64(earlier) &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask)
    }
}
