// Which runs of n words stand more than once (n-grams, in the published names of signals):
//
//     words     the  sea  the  sky  the  sea
//     n = 1      1    2    1    ·    1    2      class of the run that starts here; · (0) stands once
//     n = 2      1    ·    ·    ·    1           the sea … the sea
//     n = 3      ·    ·    ·    ·                3 runs, 3 distinct
//
// A run of n words is two overlapping runs of m words, m < n <= 2m, and can stand twice only if both do. So the classes
// of length n are numbered from pairs of classes of length m, at the positions that are still repeated: after the pairs
// few are left in ordinary text. Two runs have one class exactly if their words have equal hashes one by one; no hash of
// a run is needed. Classes are numbered 1, 2, 3, … by first position, hence a class that exceeds all before it is a
// first copy.

/// The repeated runs of n words of a document; begins with n = 1 and extends to longer runs.
///
/// Takes time linear in the words, and from n = 2 on in the positions that are still repeated.
struct WordRuns: ~Copyable {
    /// How many words a run has.
    private(set) var length = 1
    /// How many runs of this length there are, different or not.
    var count: Int { max(0, wordCount - length + 1) }
    /// How many different runs of this length there are.
    private(set) var distinctCount = 0

    private let wordCount: Int
    /// The class of the run that starts at each word; 0 where it stands once.
    ///
    /// One more than the words, the last 0; counts and positions stand behind, in the same memory.
    private let classes: UnsafeMutablePointer<UInt32>
    /// How often each class stands.
    private let counts: UnsafeMutablePointer<UInt32>
    /// The starts of repeated runs, in order.
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
        table.reset(expectedCount: min(wordCount, 8192 + wordCount / 8))
        let (classes, counts) = (classes, counts)
        table.forEachIndex(of: wordCount) {
            words[$0].hash
        } body: { position, index in
            classes[position] = UInt32(truncatingIfNeeded: index &+ 1)
            counts[index &+ 1] &+= 1
        }
        distinctCount = table.count
        for index in 0..<distinctCount {
            distinct(table.hash(at: index), Int(counts[index + 1]))
        }
        for position in 0..<wordCount {
            keepIfRepeated(position)
        }
    }

    deinit {
        classes.deallocate()
    }

    /// Goes on to runs of `newLength` words, at most twice as many as now.
    mutating func extend(to newLength: Int, table: inout HashTable) {
        precondition(newLength > length && newLength <= 2 * length)
        // Where no run is repeated, no longer one is.
        let isRepeated = positionCount > 0
        let candidateCount = isRepeated ? numberPairs(shift: newLength - length, table: &table) : 0
        length = newLength
        distinctCount = count - candidateCount + (isRepeated ? table.count : 0)
        positionCount = 0
        for index in 0..<candidateCount {
            keepIfRepeated(Int(positions[index]))
        }
    }

    /// Replaces the classes by those of pairs of runs `shift` words apart; returns how many positions are left.
    private func numberPairs(shift: Int, table: inout HashTable) -> Int {
        let (classes, counts, positions) = (classes, counts, positions)
        let filter = PairFilter(positionCount) { Self.pair(classes, at: positions[$0], shift: shift) }
        let pairs = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.stretch)
        defer { pairs.deallocate() }
        table.reset(expectedCount: min(positionCount / 2, 1 << 20))
        counts.update(repeating: 0, count: positionCount + 1)
        var candidateCount = 0
        for start in stride(from: 0, to: positionCount, by: Self.stretch) {
            // First takes up the candidates of a stretch, then numbers them: neither loop has to predict which they are.
            let candidates = positions + candidateCount
            var pairCount = 0
            for index in start..<min(start &+ Self.stretch, positionCount) {
                let position = positions[index]
                let pair = Self.pair(classes, at: position, shift: shift)
                classes[Int(position)] = 0
                candidates[pairCount] = position
                pairs[pairCount] = pair
                pairCount &+= filter.countIfRepeated(pair)
            }
            table.forEachIndex(of: pairCount) {
                pairs[$0]
            } body: { candidate, index in
                classes[Int(candidates[candidate])] = UInt32(truncatingIfNeeded: index &+ 1)
                counts[index &+ 1] &+= 1
            }
            candidateCount &+= pairCount
        }
        return candidateCount
    }

    /// How many positions are filtered before their pairs are numbered; few enough to stay in the nearest cache.
    private static let stretch = 512

    /// The classes of the two shorter runs at `position`; 0 where the second one stands once or goes beyond the words.
    @inline(__always)
    private static func pair(_ classes: UnsafeMutablePointer<UInt32>, at position: UInt32, shift: Int) -> UInt64 {
        let (head, tail) = (classes[Int(position)], classes[Int(position) &+ shift])
        return tail == 0 ? 0 : UInt64(head) << 32 | UInt64(tail)
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
    var startsOfRepeats: [UInt32] { Array(UnsafeBufferPointer(start: positions, count: positionCount)) }

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
        for index in 0..<positionCount { body(Int(positions[index])) }
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
        for index in 0..<positionCount {
            let position = Int(positions[index])
            body(max(covered, position)..<(position + length))
            covered = position + length
        }
    }

    @inline(__always)
    private mutating func keepIfRepeated(_ position: Int) {
        // 1 if repeated, 0 if not: an unpredictable branch would cost more than the rest.
        let repeats = min(counts[Int(classes[position])], 2) &- 1
        // Not `&=`: Swift 6.3.1 cannot compile that for ThreadSanitizer.
        classes[position] = classes[position] & (0 &- repeats)
        positions[positionCount] = UInt32(truncatingIfNeeded: position)
        positionCount &+= Int(truncatingIfNeeded: repeats)
    }
}
