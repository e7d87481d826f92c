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
    /// One more than the words, the last 0.
    private let classes: UnsafeMutablePointer<UInt32>
    /// How often each class stands.
    private let counts: UnsafeMutablePointer<UInt32>
    /// The starts of repeated runs, in order.
    private let positions: UnsafeMutablePointer<UInt32>
    private var positionCount = 0

    /// Numbers the words by `hash`, and gives `distinct` the first position and the count of each different one.
    init(
        wordCount: Int, table: inout HashTable, hash: (Int) -> UInt64,
        distinct: (_ position: Int, _ count: Int) -> Void
    ) {
        self.wordCount = wordCount
        classes = .allocate(capacity: wordCount + 1)
        counts = .allocate(capacity: wordCount + 1)
        positions = .allocate(capacity: wordCount + 1)
        table.reset(expectedCount: min(wordCount, 4096 + wordCount / 16))
        for position in 0..<wordCount {
            let known = table.count
            assign(table.index(of: hash(position)), known: known, to: position)
        }
        classes[wordCount] = 0
        distinctCount = table.count
        var highest: UInt32 = 0
        for position in 0..<wordCount {
            let runClass = classes[position]
            if runClass > highest {
                highest = runClass
                distinct(position, Int(counts[Int(runClass)]))
            }
            keepIfRepeated(position)
        }
    }

    deinit {
        classes.deallocate()
        counts.deallocate()
        positions.deallocate()
    }

    /// Goes on to runs of `newLength` words, at most twice as many as now.
    mutating func extend(to newLength: Int, table: inout HashTable) {
        precondition(newLength > length && newLength <= 2 * length)
        let shift = newLength - length
        table.reset(expectedCount: min(positionCount, 4096 + positionCount / 16))
        var pairCount = 0
        for index in 0..<positionCount {
            let position = Int(positions[index])
            let (head, tail) = (classes[position], classes[position + shift])
            if tail == 0 {
                classes[position] = 0
            } else {
                let known = table.count
                assign(table.index(of: UInt64(head) << 32 | UInt64(tail)), known: known, to: position)
                positions[pairCount] = UInt32(truncatingIfNeeded: position)
                pairCount += 1
            }
        }
        length = newLength
        distinctCount = count - pairCount + table.count
        positionCount = 0
        for index in 0..<pairCount {
            keepIfRepeated(Int(positions[index]))
        }
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

    @inline(__always)
    private func assign(_ index: Int, known: Int, to position: Int) {
        let runClass = index &+ 1
        classes[position] = UInt32(truncatingIfNeeded: runClass)
        counts[runClass] = index == known ? 1 : counts[runClass] &+ 1
    }

    @inline(__always)
    private mutating func keepIfRepeated(_ position: Int) {
        if counts[Int(classes[position])] == 1 {
            classes[position] = 0
        } else {
            positions[positionCount] = UInt32(truncatingIfNeeded: position)
            positionCount &+= 1
        }
    }
}
