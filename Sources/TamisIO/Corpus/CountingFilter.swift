/// An upper bound of how often each key was counted, in a byte a slot.
///
/// Keys that share a slot share its count, so a key may seem more frequent than it is, never less. The slots become more with
/// the keys, so that those of a small input stay near.
final class CountingFilter {
    private var counts: ZeroedMemory<UInt8>
    private var slotCount: Int
    private var slotLimit: Int
    private var keyCount = 0

    /// A filter of at most `byteCount` slots, rounded down to a power of two.
    init(byteCount: Int) throws(OutputError) {
        slotLimit = 1 << (Int.bitWidth - 1 - max(64, byteCount).leadingZeroBitCount)
        slotCount = min(slotLimit, 1 << 20)
        guard let zeros = ZeroedMemory<UInt8>(count: slotCount) else {
            throw OutputError("no memory for \(slotCount) bytes", file: "counting lines", advice: "lower --memory")
        }
        counts = zeros
    }

    /// Counts a key, which is a hash.
    func add(_ key: UInt64) {
        keyCount += 1
        if keyCount * 2 > slotCount, slotCount < slotLimit { grow() }
        let slot = slot(of: key)
        if counts.elements[slot] < .max { counts.elements[slot] += 1 }
    }

    /// Whether the key was counted `count` times or, by chance, more often than it was; `count` is at most 255.
    func reaches(_ count: Int, _ key: UInt64) -> Bool {
        Int(counts.elements[slot(of: key)]) >= count
    }

    private func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (slotCount - 1) }

    /// Doubles the slots: both that a slot becomes have its count, so that no key seems rarer than it is.
    private func grow() {
        guard let larger = ZeroedMemory<UInt8>(count: 2 * slotCount) else {
            slotLimit = slotCount
            return
        }
        larger.elements.update(from: counts.elements, count: slotCount)
        (larger.elements + slotCount).update(from: counts.elements, count: slotCount)
        counts = larger
        slotCount *= 2
    }
}
