// Counts of the most frequent lines in bounded memory (Manku and Motwani, Approximate Frequency Counts over Data Streams,
// 2002). With room for four lines:
//
//     a 9   b 7   c 2   d 1        e comes: c and d make room, and 2 is remembered
//     a 9   b 7   e 1              e was seen once, and at most twice more before
//
// A line is counted from when it was let in, so a count is at least what it says, and at most `missedCount` more. Nothing is
// missed until the room is full.

/// The lines that most copies of a corpus belong to.
package struct FrequentLines: Sendable {
    private let capacity: Int
    private var lines: [Key: CopiedLine] = [:]
    /// How many copies a count may be short of; 0 where every line had room.
    package private(set) var missedCount = 0

    /// No lines; up to `capacity` are counted at a time.
    package init(capacity: Int = 1 << 16) {
        self.capacity = capacity
    }

    /// Lines that were counted elsewhere, and how many copies a count may be short of.
    package init(_ lines: [CopiedLine], missedCount: Int) {
        self.init()
        self.missedCount = missedCount
        for line in lines { add(line) }
    }

    /// The lines with most copies, at most `limit`, and those that go as templates; and how many copies a count of these alone
    /// may be short of.
    package func leading(_ limit: Int) -> (lines: [CopiedLine], missedCount: Int) {
        let ranked = ranked
        guard ranked.count > limit else { return (ranked, missedCount) }
        let templates = ranked.dropFirst(limit).filter { $0.templateDocumentCount > 0 }
        return (Array(ranked.prefix(limit)) + templates, missedCount + ranked[limit].count)
    }

    /// The lines with two copies or more, most copies first, at most `limit`.
    package func most(_ limit: Int) -> [CopiedLine] {
        Array(ranked.prefix(limit).prefix { $0.count > 1 })
    }

    /// The lines that go as templates, those of most documents first, at most `limit`.
    package func templates(_ limit: Int) -> [CopiedLine] {
        let found = lines.values.filter { $0.templateDocumentCount > 0 }.sorted {
            ($1.templateDocumentCount, $1.count, $0.key.high, $0.key.low)
                < ($0.templateDocumentCount, $0.count, $1.key.high, $1.key.low)
        }
        return Array(found.prefix(limit))
    }

    mutating func add(_ line: CopiedLine) {
        if var known = lines[line.key] {
            known.count += line.count
            known.cutCount += line.cutCount
            known.documentCount += line.documentCount
            known.templateDocumentCount = max(known.templateDocumentCount, line.templateDocumentCount)
            lines[line.key] = known
            return
        }
        if lines.count >= capacity { makeRoom() }
        lines[line.key] = line
    }

    mutating func merge(_ other: FrequentLines) {
        missedCount += other.missedCount
        for line in other.ranked { add(line) }
    }

    private mutating func makeRoom() {
        let ranked = ranked
        let kept = capacity / 2
        missedCount += ranked[kept].count
        lines.removeAll(keepingCapacity: true)
        for line in ranked.prefix(kept) { lines[line.key] = line }
    }

    private var ranked: [CopiedLine] {
        lines.values.sorted {
            ($1.count, $0.key.high, $0.key.low) < ($0.count, $1.key.high, $1.key.low)
        }
    }
}
