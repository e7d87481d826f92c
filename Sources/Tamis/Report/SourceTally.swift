/// What the documents of one source lose.
package struct SourceTally: Sendable, Equatable {
    /// The site, or the input's path.
    package let name: String
    /// Its documents.
    package private(set) var documentCount = 0
    /// Those that lose parts.
    package private(set) var changedCount = 0
    /// Those that go.
    package private(set) var removedCount = 0
    /// Their characters as they came.
    package private(set) var characterCount = 0
    /// Those that go.
    package private(set) var cutCharacterCount = 0

    /// Makes the tally of documents that were counted elsewhere.
    package init(
        _ name: String, documentCount: Int = 0, changedCount: Int = 0, removedCount: Int = 0, characterCount: Int = 0,
        cutCharacterCount: Int = 0
    ) {
        (self.name, self.documentCount, self.changedCount) = (name, documentCount, changedCount)
        (self.removedCount, self.characterCount) = (removedCount, characterCount)
        self.cutCharacterCount = cutCharacterCount
    }

    mutating func add(_ sample: DocumentSample) {
        documentCount += 1
        changedCount += sample.outcome == .changed ? 1 : 0
        removedCount += sample.outcome == .removed ? 1 : 0
        characterCount += sample.characterCount
        cutCharacterCount += sample.cutCharacterCount
    }

    mutating func merge(_ other: SourceTally) {
        documentCount += other.documentCount
        changedCount += other.changedCount
        removedCount += other.removedCount
        characterCount += other.characterCount
        cutCharacterCount += other.cutCharacterCount
    }
}

/// What each source loses; memory grows with the number of sources.
package struct SourceTallies: Sendable {
    /// By the bytes of the names: two may differ in their Unicode normal form alone.
    private var tallies: [[UInt8]: SourceTally] = [:]

    /// No sources.
    package init() {}

    /// How many sources there are.
    package var count: Int { tallies.count }

    /// The sources with most documents, of equals by their names.
    package func largest(_ limit: Int) -> [SourceTally] {
        tallies.sorted { one, other in
            one.value.documentCount == other.value.documentCount
                ? one.key.lexicographicallyPrecedes(other.key) : one.value.documentCount > other.value.documentCount
        }
        .prefix(limit).map(\.value)
    }

    mutating func add(_ sample: DocumentSample, source: String) {
        tallies[Array(source.utf8), default: SourceTally(source)].add(sample)
    }

    mutating func merge(_ other: SourceTallies) {
        for tally in other.tallies.values { add(tally) }
    }

    mutating func add(_ tally: SourceTally) {
        tallies[Array(tally.name.utf8), default: SourceTally(tally.name)].merge(tally)
    }
}
