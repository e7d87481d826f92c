// Numbers hashes in the order in which they first appear:
//
//     hash    91  17  91  40  17
//     index    0   1   0   2   1      count 3
//
// Open addressing with linear probing, at most half full. One allocation serves document after document: `reset` clears
// only as many slots as the next document is expected to need.

/// The distinct 64-bit hashes of a sequence, numbered 0, 1, 2, … in the order of their first appearance.
///
/// A hash that is new gets the index that `count` had before, so indices may be used to fill dense arrays. Slots are
/// chosen by a seeded mix of the hash; where an author of documents can choose the hashes, give a seed drawn per run.
public struct HashTable: ~Copyable, @unchecked Sendable {
    private struct Entry {
        var hash: UInt64 = 0
        /// One more than the index; 0 where the slot is free.
        var number: UInt32 = 0
    }

    private var entries: UnsafeMutablePointer<Entry>
    private var allocatedCount: Int
    private var mask: Int
    private let seed: UInt64
    /// How many distinct hashes the table holds.
    public private(set) var count = 0

    /// Makes an empty table.
    public init(seed: UInt64 = 0) {
        allocatedCount = 256
        entries = .allocate(capacity: allocatedCount)
        entries.initialize(repeating: Entry(), count: allocatedCount)
        mask = allocatedCount - 1
        self.seed = seed
    }

    deinit {
        entries.deallocate()
    }

    /// Forgets all hashes and makes room for `expectedCount` distinct ones; more of them make the table grow.
    public mutating func reset(expectedCount: Int) {
        let slotCount = Self.slotCount(for: expectedCount)
        if slotCount > allocatedCount {
            entries.deallocate()
            entries = .allocate(capacity: slotCount)
            allocatedCount = slotCount
        }
        entries.initialize(repeating: Entry(), count: slotCount)
        mask = slotCount - 1
        count = 0
    }

    /// The index of `hash`, which is added if it is new.
    @inline(__always)
    public mutating func index(of hash: UInt64) -> Int {
        index(of: hash) { _ in true }
    }

    /// Gives `body` the indices of `hashCount` hashes, in order; the fast way for many hashes.
    @inline(__always)
    public mutating func forEachIndex(
        of hashCount: Int, hash: (_ position: Int) -> UInt64, body: (_ position: Int, _ index: Int) -> Void
    ) {
        var position = 0
        while position < hashCount {
            // Local copies stay in registers; no step of this stretch can fill the table.
            let (entries, mask, seed) = (entries, mask, seed)
            var count = count
            let end = min(hashCount, position &+ (mask &+ 1) / 2 &- count)
            while position < end {
                let hash = hash(position)
                var slot = Self.firstSlot(of: hash, seed: seed) & mask
                var entry = entries[slot]
                // One branch for two conditions: whether a hash is new cannot be predicted.
                while min(UInt64(entry.number), entry.hash ^ hash) != 0 {
                    slot = (slot &+ 1) & mask
                    entry = entries[slot]
                }
                let isNew = entry.number == 0
                count &+= isNew ? 1 : 0
                let number = isNew ? UInt32(truncatingIfNeeded: count) : entry.number
                entries[slot] = Entry(hash: hash, number: number)
                body(position, Int(number) &- 1)
                position &+= 1
            }
            self.count = count
            if count &* 2 > mask {
                grow()
            }
        }
    }

    /// The index of the first value with this hash for which `isSame` holds; a new index if there is none.
    ///
    /// For values that are longer than their hash: `isSame` is asked about the indices of values with an equal hash.
    @inline(__always)
    public mutating func index(of hash: UInt64, where isSame: (Int) -> Bool) -> Int {
        var slot = Self.firstSlot(of: hash, seed: seed) & mask
        while true {
            let entry = entries[slot]
            if entry.number == 0 {
                return insert(hash, in: slot)
            }
            let index = Int(entry.number) &- 1
            if entry.hash == hash, isSame(index) {
                return index
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// The index of `hash`, or nil if the table does not hold it.
    @inline(__always)
    public func existingIndex(of hash: UInt64) -> Int? {
        var slot = Self.firstSlot(of: hash, seed: seed) & mask
        while true {
            let entry = entries[slot]
            if entry.number == 0 {
                return nil
            }
            if entry.hash == hash {
                return Int(entry.number) &- 1
            }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    private mutating func insert(_ hash: UInt64, in slot: Int) -> Int {
        count &+= 1
        entries[slot] = Entry(hash: hash, number: UInt32(truncatingIfNeeded: count))
        if count &* 2 > mask {
            grow()
        }
        return count &- 1
    }

    @inline(never)
    private mutating func grow() {
        let old = entries
        let oldSlotCount = mask &+ 1
        allocatedCount = oldSlotCount &* 2
        entries = .allocate(capacity: allocatedCount)
        entries.initialize(repeating: Entry(), count: allocatedCount)
        mask = allocatedCount &- 1
        for slot in 0..<oldSlotCount where old[slot].number != 0 {
            var free = Self.firstSlot(of: old[slot].hash, seed: seed) & mask
            while entries[free].number != 0 {
                free = (free &+ 1) & mask
            }
            entries[free] = old[slot]
        }
        old.deallocate()
    }

    /// Both halves of a full product, so that every bit of hash and seed reaches the slot.
    @inline(__always)
    private static func firstSlot(of hash: UInt64, seed: UInt64) -> Int {
        let product = (hash ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }

    private static func slotCount(for count: Int) -> Int {
        var slotCount = 64
        while slotCount <= count * 2 {
            slotCount *= 2
        }
        return slotCount
    }
}
