// Numbers hashes in the order in which they first appear:
//
//     hash    91  17  91  40  17
//     index    0   1   0   2   1      count 3
//
// Open addressing with linear probing, at most half full. A slot holds a number of four bytes; the hashes lie densely
// beside it in the order of their numbers. One table serves document after document: `reset` clears only as many slots
// as the next document is expected to need.

/// The distinct 64-bit hashes of a sequence, numbered 0, 1, 2, … in the order of their first appearance.
///
/// A hash that is new gets the index that `count` had before, so indices may be used to fill dense arrays. Slots are
/// chosen by a mix of the hash with a seed that nobody who writes a document can know, so no text makes a table slow; the
/// seed reaches no index. Holds up to 2³² − 2 hashes.
public struct HashTable: ~Copyable, @unchecked Sendable {
    /// One more than the index of the hash that lies here; 0 where the slot is free.
    ///
    /// In the memory of `hashes`, behind them.
    private var slots: UnsafeMutablePointer<UInt32>
    /// The hash of each number; that of 0 is never looked at.
    private var hashes: UnsafeMutablePointer<UInt64>
    private var allocatedCount: Int
    private var mask: Int
    private let seed: UInt64
    /// How many distinct hashes the table holds.
    public private(set) var count = 0

    /// Drawn for each process, as the standard library draws that of its own tables.
    public static let processSeed = UInt64(truncatingIfNeeded: Hasher().finalize())

    /// Makes an empty table with room for `expectedCount` distinct hashes.
    public init(seed: UInt64 = processSeed, expectedCount: Int = 0) {
        allocatedCount = Self.slotCount(for: expectedCount)
        (slots, hashes) = Self.allocate(slotCount: allocatedCount)
        slots.initialize(repeating: 0, count: allocatedCount)
        mask = allocatedCount - 1
        self.seed = seed
    }

    deinit {
        hashes.deallocate()
    }

    /// Forgets all hashes and makes room for `expectedCount` distinct ones; more of them make the table grow.
    public mutating func reset(expectedCount: Int) {
        let slotCount = Self.slotCount(for: expectedCount)
        if slotCount > allocatedCount {
            hashes.deallocate()
            (slots, hashes) = Self.allocate(slotCount: slotCount)
            allocatedCount = slotCount
        }
        slots.initialize(repeating: 0, count: slotCount)
        mask = slotCount - 1
        count = 0
    }

    /// The hash with this index.
    @inline(__always)
    public func hash(at index: Int) -> UInt64 {
        hashes[index &+ 1]
    }

    /// The index of `hash`, which is added if it is new.
    @inline(__always)
    public mutating func index(of hash: UInt64) -> Int {
        index(of: hash) { _ in true }
    }

    /// The index of the first value with this hash for which `isSame` holds; a new index if there is none.
    ///
    /// For values that are longer than their hash: `isSame` is asked about the indices of values with an equal hash.
    @inline(__always)
    public mutating func index(of hash: UInt64, where isSame: (Int) -> Bool) -> Int {
        var slot = Self.firstSlot(of: hash, seed: seed) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isSame(number &- 1) {
                return number &- 1
            }
            slot = (slot &+ 1) & mask
        }
        count &+= 1
        slots[slot] = UInt32(truncatingIfNeeded: count)
        hashes[count] = hash
        if count &* 2 > mask {
            grow()
        }
        return count &- 1
    }

    /// The index of `hash`, or nil if the table does not hold it.
    @inline(__always)
    public func existingIndex(of hash: UInt64) -> Int? {
        var slot = Self.firstSlot(of: hash, seed: seed) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash {
                return number &- 1
            }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// Gives `body` the indices of `hashCount` hashes, in order; the fast way for many hashes.
    @inline(__always)
    public mutating func forEachIndex(
        of hashCount: Int, hash: (_ position: Int) -> UInt64, body: (_ position: Int, _ index: Int) -> Void
    ) {
        var position = 0
        while position < hashCount {
            // Local copies stay in registers; no step of this stretch can fill the table.
            let (slots, hashes, mask, seed) = (slots, hashes, mask, seed)
            var count = count
            let end = min(hashCount, position &+ (mask &+ 1) / 2 &- count)
            while position < end {
                let hash = hash(position)
                var slot = Self.firstSlot(of: hash, seed: seed) & mask
                var number = slots[slot]
                // One branch for two conditions: whether a hash is new cannot be predicted.
                while min(UInt64(number), hashes[Int(number)] ^ hash) != 0 {
                    slot = (slot &+ 1) & mask
                    number = slots[slot]
                }
                let isNew = number == 0
                count &+= isNew ? 1 : 0
                number = isNew ? UInt32(truncatingIfNeeded: count) : number
                slots[slot] = number
                hashes[Int(number)] = hash
                body(position, Int(number) &- 1)
                position &+= 1
            }
            self.count = count
            if count &* 2 > mask {
                grow()
            }
        }
    }

    /// Doubles the slots and places the hashes anew.
    @inline(never)
    private mutating func grow() {
        let old = hashes
        allocatedCount = (mask &+ 1) &* 2
        mask = allocatedCount &- 1
        (slots, hashes) = Self.allocate(slotCount: allocatedCount)
        slots.initialize(repeating: 0, count: allocatedCount)
        hashes.update(from: old, count: count &+ 1)
        for number in 1...count {
            var slot = Self.firstSlot(of: hashes[number], seed: seed) & mask
            while slots[slot] != 0 {
                slot = (slot &+ 1) & mask
            }
            slots[slot] = UInt32(truncatingIfNeeded: number)
        }
        old.deallocate()
    }

    /// At least twice as many slots as hashes.
    private static func slotCount(for expectedCount: Int) -> Int {
        var slotCount = 64
        while slotCount <= expectedCount * 2 { slotCount *= 2 }
        return slotCount
    }

    /// Half as many hashes as slots, and one for number 0.
    private static func allocate(
        slotCount: Int
    ) -> (slots: UnsafeMutablePointer<UInt32>, hashes: UnsafeMutablePointer<UInt64>) {
        // Two slots take the room of one hash.
        let hashes = UnsafeMutablePointer<UInt64>.allocate(capacity: slotCount + 1)
        hashes[0] = 0
        let slots = UnsafeMutableRawPointer(hashes + slotCount / 2 + 1)
        return (slots.bindMemory(to: UInt32.self, capacity: slotCount), hashes)
    }

    /// Both halves of a full product, so that every bit of hash and seed reaches the slot.
    @inline(__always)
    private static func firstSlot(of hash: UInt64, seed: UInt64) -> Int {
        let product = (hash ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }
}
