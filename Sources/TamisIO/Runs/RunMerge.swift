// Merging runs by a tournament: each inner node of a binary tree keeps the loser of its match, the smallest head of all
// is at the root. Runs 0…3 with the heads 5 2 8 4:
//
//     tree[0] = run 1 (the winner, 2)
//     tree[1] = run 3 (4 lost to 2)
//     tree[2] = run 0 (5 lost to 2)   tree[3] = run 2 (8 lost to 4)
//
// The winner's next pair plays the losers on the way from its leaf to the root: one comparison a level.

/// The pairs of several sorted runs in one order.
final class RunMerge {
    private var readers: [RunReader] = []
    private var blocks: [UnsafeBufferPointer<KeyedValue>] = []
    private var positions: [Int] = []
    private var heads: [UInt128] = []
    private var tree: [Int] = []
    private let output: UnsafeMutableBufferPointer<KeyedValue>
    private let keepsRepeats: Bool
    private var last: UInt128?

    /// Starts at the first pairs of `runs`; hands out blocks of at most `blockCapacity` pairs.
    init(_ runs: [StoredRun], keepsRepeats: Bool, blockCapacity: Int) throws(InputError) {
        self.keepsRepeats = keepsRepeats
        output = .allocate(capacity: blockCapacity)
        for run in runs {
            let reader = RunReader(run)
            guard let block = try reader.next() else { continue }
            readers.append(reader)
            blocks.append(block)
            positions.append(0)
            heads.append(block[0].ordinal)
        }
        plant()
    }

    deinit { output.deallocate() }

    /// The next pairs in order, which stay until the next call; nil at the end.
    func next() throws(InputError) -> UnsafeBufferPointer<KeyedValue>? {
        var count = 0
        while count < output.count, let winner = tree.first {
            let head = heads[winner]
            if keepsRepeats || head != last {
                output[count] = blocks[winner][positions[winner]]
                count &+= 1
                last = head
            }
            try advance(winner)
        }
        return count > 0 ? UnsafeBufferPointer(rebasing: output[..<count]) : nil
    }

    /// Steps over a run's head and finds the new winner.
    @inline(__always)
    private func advance(_ run: Int) throws(InputError) {
        positions[run] &+= 1
        if positions[run] == blocks[run].count {
            guard let block = try readers[run].next() else {
                remove(run)
                return
            }
            blocks[run] = block
            positions[run] = 0
        }
        heads[run] = blocks[run][positions[run]].ordinal
        var winner = run
        var node = (run &+ heads.count) / 2
        while node > 0 {
            if heads[tree[node]] < heads[winner] { swap(&tree[node], &winner) }
            node /= 2
        }
        tree[0] = winner
    }

    private func remove(_ run: Int) {
        readers.remove(at: run)
        blocks.remove(at: run)
        positions.remove(at: run)
        heads.remove(at: run)
        plant()
    }

    /// Plays all matches anew; leaves have the numbers from `heads.count` on.
    private func plant() {
        let count = heads.count
        tree = Array(repeating: 0, count: count)
        guard count > 1 else { return }
        var winners = Array(repeating: 0, count: count) + Array(0..<count)
        for node in stride(from: count - 1, to: 0, by: -1) {
            let (left, right) = (winners[2 * node], winners[2 * node + 1])
            let isLeft = heads[left] < heads[right]
            winners[node] = isLeft ? left : right
            tree[node] = isLeft ? right : left
        }
        tree[0] = winners[1]
    }
}
