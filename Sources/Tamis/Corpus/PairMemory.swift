/// The shingle counts of pairs that were compared, for a limited number of the latest ones.
///
/// A cluster of a million copies shares all its bands, so each pair of a leader and a member would be compared once per
/// band. A pair has one place; the later of two that want it stays. The places double as they fill, up to the limit.
struct PairMemory {
    private var pairs: [VerifiedPair] = []
    private var rememberedCount = 0
    private let slotLimit: Int

    /// Remembers up to `slotLimit` pairs, rounded up to a power of two, in 20 bytes each.
    init(slotLimit: Int) { self.slotLimit = slotLimit }

    /// Keeps what two documents have in common, whether that is much or little.
    mutating func remember(_ pair: VerifiedPair) {
        rememberedCount += 1
        if rememberedCount * 2 > pairs.count, pairs.count < slotLimit || pairs.isEmpty { grow() }
        pairs[slot(pair.earlier, pair.later)] = pair
    }

    /// What two documents have in common; nil where that is not known, or not any more.
    func pair(_ earlier: UInt32, _ later: UInt32) -> VerifiedPair? {
        guard !pairs.isEmpty else { return nil }
        let pair = pairs[slot(earlier, later)]
        return pair.earlier == earlier && pair.later == later ? pair : nil
    }

    private mutating func grow() {
        let old = pairs
        // No pair is of a document with itself, so these entries match nothing.
        let none = VerifiedPair(earlier: 0, later: 0, commonCount: 0, earlierCount: 0, laterCount: 0)
        pairs = [VerifiedPair](repeating: none, count: max(1, old.count * 2))
        for pair in old where pair != none { pairs[slot(pair.earlier, pair.later)] = pair }
    }

    /// Members of one leader that follow each other have places that follow each other.
    private func slot(_ earlier: UInt32, _ later: UInt32) -> Int {
        Int(truncatingIfNeeded: UInt64(later) &+ (UInt64(earlier) &* 0x9E37_79B9_7F4A_7C15) >> 20) & (pairs.count - 1)
    }
}
