// Which runs of n words stand more than once (n-grams, in the published names of signals):
//
//     words     the  sea  the  sky  the  sea
//     n = 1      1    2    1    3    1    2      class of the run that starts here
//     n = 2      1    ·    ·    ·    1           the sea … the sea; · (0) is known to stand once
//     n = 3      ·    ·    ·    ·                3 runs, 3 distinct
//
// A run of n words is two overlapping runs of m words, m < n <= 2m, and can stand twice only if both do. So the classes
// of length n are numbered from pairs of classes of length m, where both stand more than once: after the pairs few
// positions are left in ordinary text. Two runs have one class exactly if their words have equal hashes one by one; no hash of
// a run is needed. Classes are numbered 1, 2, 3, … by first position, hence a class that exceeds all before it is a
// first copy.

/// The repeated runs of n words of a document; begins with n = 1 and extends to longer runs.
///
/// Takes time linear in the words, and from n = 3 on in the positions that may still be repeated.
struct WordRuns: ~Copyable {
    /// How many words a run has.
    private(set) var length = 1
    /// How many runs of this length there are, different or not.
    var count: Int { max(0, wordCount - length + 1) }
    /// How many different runs of this length there are.
    private(set) var distinctCount = 0

    private let wordCount: Int
    /// The class of the run that starts at each word; 0 where it is known to stand once.
    ///
    /// One more than the words, the last 0; counts and positions stand behind, in the same memory.
    private let classes: UnsafeMutablePointer<UInt32>
    /// How often each class stands.
    private let counts: UnsafeMutablePointer<UInt32>
    /// The starts of the runs that have a class, in order; nearly all but those of one word are repeated.
    private let positions: UnsafeMutablePointer<UInt32>
    private var positionCount = 0

    /// Numbers the words, and gives `distinct` the hash and the count of each different one.
    init(
        _ words: UnsafeBufferPointer<Word>, table: inout HashTable, distinct: (_ hash: UInt64, _ count: Int) -> Void
    ) {
        wordCount = words.count
        classes = .allocate(capacity: 3 * (wordCount + 1))
        counts = classes + (wordCount + 1)
        positions = counts + (wordCount + 1)
        classes[wordCount] = 0
        counts.initialize(repeating: 0, count: wordCount + 1)
        // Nearly every text says some of its words again; the others make the table grow.
        table.reset(expectedCount: min(wordCount * 5 / 8, 8192 + wordCount / 8))
        let (classes, counts, positions) = (classes, counts, positions)
        table.forEachIndex(of: wordCount) {
            words[$0].hash
        } body: { position, index in
            classes[position] = UInt32(truncatingIfNeeded: index &+ 1)
            counts[index &+ 1] &+= 1
        }
        for position in 0..<wordCount { positions[position] = UInt32(truncatingIfNeeded: position) }
        positionCount = wordCount
        distinctCount = table.count
        for index in 0..<distinctCount {
            distinct(table.hash(at: index), Int(counts[index + 1]))
        }
    }

    deinit {
        classes.deallocate()
    }

    /// Goes on to runs of `newLength` words, at most twice as many as now.
    mutating func extend(to newLength: Int, table: inout HashTable) {
        precondition(newLength > length && newLength <= 2 * length)
        let shift = newLength - length
        length = newLength
        distinctCount = count
        guard positionCount > 0 else { return }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: positionCount) { pairs in
            let pairs = pairs.baseAddress!
            listPairs(shift: shift, pairs)
            guard positionCount > 0 else { return }
            filterPairs(pairs)
            guard positionCount > 0 else { return }
            table.reset(expectedCount: min(positionCount / 2, 1 << 16))
            counts.update(repeating: 0, count: positionCount + 1)
            let (classes, counts, positions) = (classes, counts, positions)
            table.forEachIndex(of: positionCount) {
                pairs[$0]
            } body: { place, index in
                classes[Int(positions[place])] = UInt32(truncatingIfNeeded: index &+ 1)
                counts[index &+ 1] &+= 1
            }
            distinctCount = count - positionCount + table.count
        }
    }

    /// Lists the pairs of repeated runs `shift` words apart, and keeps their positions.
    @inline(__always)
    private mutating func listPairs(shift: Int, _ pairs: UnsafeMutablePointer<UInt64>) {
        let (classes, counts, positions) = (classes, counts, positions)
        var kept = 0
        for index in 0..<positionCount {
            let position = Int(positions[index])
            let (head, tail) = (classes[position], classes[position &+ shift])
            classes[position] = 0
            positions[kept] = UInt32(truncatingIfNeeded: position)
            pairs[kept] = UInt64(head) << 32 | UInt64(tail)
            // The top bits of 1 - count: which runs are repeated cannot be foreseen, and a branch would cost more than the rest.
            kept &+= Int(truncatingIfNeeded: ((1 &- counts[Int(head)]) & (1 &- counts[Int(tail)])) >> 31)
        }
        positionCount = kept
    }

    /// Drops the pairs that cannot stand twice.
    @inline(__always)
    private mutating func filterPairs(_ pairs: UnsafeMutablePointer<UInt64>) {
        let filter = PairFilter(positionCount) { pairs[$0] }
        let positions = positions
        var kept = 0
        for index in 0..<positionCount {
            let (position, pair) = (positions[index], pairs[index])
            positions[kept] = position
            pairs[kept] = pair
            kept &+= filter.countIfRepeated(pair)
        }
        positionCount = kept
    }

    /// Gives `body` the words that lie in later copies of a run, as ranges that do not overlap, in order.
    func forEachExcess(_ body: (Range<Int>) -> Void) {
        var highest: UInt32 = 0
        var covered = 0
        for index in 0..<positionCount {
            let position = Int(positions[index])
            if classes[position] > highest {
                highest = classes[position]
            } else {
                body(max(covered, position)..<(position + length))
                covered = position + length
            }
        }
    }

    /// The run that stands most often, of several the one that comes first; nil where there are no runs.
    var mostFrequent: (position: Int, count: Int)? {
        guard count > 0 else { return nil }
        var best = (position: 0, count: 1)
        for index in 0..<positionCount {
            let position = Int(positions[index])
            let count = Int(counts[Int(classes[position])])
            if count > best.count { best = (position, count) }
        }
        return best
    }

    /// Where repeated runs begin, all their copies in order.
    var startsOfRepeats: [UInt32] {
        UnsafeBufferPointer(start: positions, count: positionCount).filter { counts[Int(classes[Int($0)])] > 1 }
    }

    /// Where the runs of `length` words begin that stand more than once.
    static func startsOfRepeats(ofLength length: Int, in words: [Word]) -> [UInt32] {
        words.withUnsafeBufferPointer { words in
            var table = HashTable()
            var runs = WordRuns(words, table: &table) { _, _ in }
            while runs.length < length { runs.extend(to: min(2 * runs.length, length), table: &table) }
            return runs.startsOfRepeats
        }
    }

    /// Gives `body` where repeated runs begin, all their copies in order.
    func forEachRepeatedPosition(_ body: (Int) -> Void) {
        for index in 0..<positionCount where counts[Int(classes[Int(positions[index])])] > 1 {
            body(Int(positions[index]))
        }
    }

    /// Of the runs that stand most often the greatest `length`, and how often it stands; nil where no run is repeated.
    func longestOfMostFrequent(length: (Int) -> Int) -> (length: Int, count: Int)? {
        guard let most = mostFrequent, most.count > 1 else { return nil }
        var longest = 0
        forEachRepeatedPosition { position in
            if Int(counts[Int(classes[position])]) == most.count { longest = max(longest, length(position)) }
        }
        return (longest, most.count)
    }

    /// Gives `body` the words that lie in any copy of a repeated run, as ranges that do not overlap, in order.
    func forEachMember(_ body: (Range<Int>) -> Void) {
        var covered = 0
        forEachRepeatedPosition { position in
            body(max(covered, position)..<(position + length))
            covered = position + length
        }
    }
}
