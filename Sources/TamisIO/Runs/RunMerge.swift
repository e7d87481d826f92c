// Merging runs by a tournament: each inner node of a binary tree keeps the loser of its match, the smallest head of all
// is at the root. Runs 0…3 with the heads 5 2 8 4:
//
//     tree[0] = run 1 (the winner, 2)
//     tree[1] = run 3 (4 lost to 2)
//     tree[2] = run 0 (5 lost to 2)   tree[3] = run 2 (8 lost to 4)
//
// The winner's next pair plays the losers on the way from its leaf to the root: one comparison a level, without a branch
// since nobody can tell who will win.

/// The pairs of several sorted runs in one order.
final class RunMerge {
    /// A run's next pair, and where the pairs after it lie.
    private struct Entrant {
        var head: UInt128
        var position: UnsafePointer<KeyedValue>
        var end: UnsafePointer<KeyedValue>
    }

    private var readers: [RunReader] = []
    private let entrants: UnsafeMutablePointer<Entrant>
    private let tree: UnsafeMutablePointer<Int>
    private var runCount = 0
    private let output: UnsafeMutableBufferPointer<KeyedValue>
    private let keepsRepeats: Bool
    private let lastValue: UInt64
    private var last: UInt128?

    /// Starts at the first pairs of `runs`; hands out blocks of at most `blockCapacity` pairs, without those whose value is
    /// greater than `lastValue`.
    init(
        _ runs: [StoredRun], keepsRepeats: Bool, blockCapacity: Int, lastValue: UInt64 = .max
    ) throws(InputError) {
        self.keepsRepeats = keepsRepeats
        self.lastValue = lastValue
        output = .allocate(capacity: blockCapacity)
        entrants = .allocate(capacity: runs.count)
        tree = .allocate(capacity: runs.count)
        for run in runs {
            let reader = RunReader(run)
            guard let entrant = try Self.entrant(reader) else { continue }
            readers.append(reader)
            entrants[runCount] = entrant
            runCount += 1
        }
        plant()
    }

    deinit {
        output.deallocate()
        entrants.deallocate()
        tree.deallocate()
    }

    /// The next pairs in order, which stay until the next call; nil at the end.
    func next() throws(InputError) -> UnsafeBufferPointer<KeyedValue>? {
        var count = 0
        while runCount > 0, count < output.count {
            count = play(from: count)
            let winner = tree[0]
            if entrants[winner].position == entrants[winner].end { try refill(winner) }
        }
        return count > 0 ? UnsafeBufferPointer(rebasing: output[..<count]) : nil
    }

    /// Puts out pairs from the number `count` on until the output is full or a run needs its next block; returns how many
    /// there are then.
    private func play(from count: Int) -> Int {
        let (tree, entrants, runCount, capacity, lastValue) = (tree, entrants, runCount, output.count, lastValue)
        guard let output = output.baseAddress else { return count }
        var count = count
        var winner = tree[0]
        while count < capacity {
            let head = entrants[winner].head
            output[count] = KeyedValue(ordinal: head)
            let isWanted = (keepsRepeats || head != last) && output[count].value <= lastValue
            count &+= isWanted ? 1 : 0
            last = head
            let position = entrants[winner].position + 1
            entrants[winner].position = position
            if position == entrants[winner].end { break }
            var winnerHead = position.pointee.ordinal
            entrants[winner].head = winnerHead
            var node = (winner &+ runCount) >> 1
            while node > 0 {
                let other = tree[node]
                let otherHead = entrants[other].head
                let loses = otherHead < winnerHead
                tree[node] = loses ? winner : other
                winner = loses ? other : winner
                winnerHead = loses ? otherHead : winnerHead
                node >>= 1
            }
        }
        tree[0] = winner
        return count
    }

    /// Gives a run its next block, or takes it out at its end.
    private func refill(_ run: Int) throws(InputError) {
        if let entrant = try Self.entrant(readers[run]) {
            entrants[run] = entrant
        } else {
            readers.remove(at: run)
            runCount -= 1
            for later in run..<runCount { entrants[later] = entrants[later + 1] }
        }
        plant()
    }

    private static func entrant(_ reader: RunReader) throws(InputError) -> Entrant? {
        guard let block = try reader.next(), let first = block.baseAddress else { return nil }
        return Entrant(head: first.pointee.ordinal, position: first, end: first + block.count)
    }

    /// Plays all matches anew; leaves have the numbers from `runCount` on.
    private func plant() {
        guard runCount > 0 else { return }
        var winners = Array(repeating: 0, count: runCount) + Array(0..<runCount)
        for node in stride(from: runCount - 1, to: 0, by: -1) {
            let (left, right) = (winners[2 * node], winners[2 * node + 1])
            let isLeft = entrants[left].head < entrants[right].head
            winners[node] = isLeft ? left : right
            tree[node] = isLeft ? right : left
        }
        tree[0] = winners[1]
    }
}
