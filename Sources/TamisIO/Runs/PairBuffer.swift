import CKernels
import Glibc

/// Pairs one after another in memory that grows without being copied and lies on huge pages where there are any.
struct PairBuffer: ~Copyable {
    private(set) var pairs: UnsafeMutablePointer<KeyedValue>?
    private(set) var capacity = 0
    var count = 0

    deinit { free(pairs) }

    /// The pairs that have been appended.
    var written: UnsafeBufferPointer<KeyedValue> {
        UnsafeBufferPointer(start: pairs, count: count)
    }

    /// Makes room for at least `needed` pairs in all; false when there is no memory for them.
    mutating func reserve(_ needed: Int) -> Bool {
        if needed <= capacity { return true }
        guard let larger = realloc(pairs, needed * MemoryLayout<KeyedValue>.stride) else { return false }
        tamis_advise_huge_pages(larger, needed * MemoryLayout<KeyedValue>.stride)
        pairs = larger.bindMemory(to: KeyedValue.self, capacity: needed)
        capacity = needed
        return true
    }

    /// Appends a pair for which there is room.
    @inline(__always)
    mutating func append(_ pair: KeyedValue) {
        pairs.unsafelyUnwrapped[count] = pair
        count &+= 1
    }

    /// Sorts the pairs, and drops all but the first of equal ones unless `keepsRepeats`.
    ///
    /// Takes as much memory again for the time of the call; false when there is none.
    mutating func sort(keepsRepeats: Bool) -> Bool {
        guard count > 1, let first = pairs else { return true }
        var scratch = PairBuffer()
        guard scratch.reserve(count), let second = scratch.pairs else { return false }
        let sorted = first.withMemoryRebound(to: tamis_pair.self, capacity: count) { first in
            second.withMemoryRebound(to: tamis_pair.self, capacity: count) { second in
                tamis_sort_pairs(first, second, count) == second
            }
        }
        if sorted {
            scratch.count = count
            swap(&self, &scratch)
        }
        if !keepsRepeats { dropRepeats() }
        return true
    }

    private mutating func dropRepeats() {
        guard count > 1, let pairs else { return }
        var kept = 1
        for index in 1..<count where pairs[index] != pairs[kept &- 1] {
            pairs[kept] = pairs[index]
            kept &+= 1
        }
        count = kept
    }
}
