// What a run did, as numbers that add up:
//
//     part 1   read 3 = kept 1 + changed 2 + removed 0 + rejected 0
//     part 2   read 2 = kept 1 + changed 0 + removed 0 + rejected 1
//     merged   read 5 = kept 2 + changed 2 + removed 0 + rejected 1        conserved
//
// Merging adds, so any grouping and any order of parts gives the same summary.

/// The totals of a run or of a part of one.
package struct Summary: Sendable, Equatable {
    /// What became of a document.
    package enum Outcome: Sendable, CaseIterable {
        /// It left as it came.
        case kept
        /// Parts of it were cut or replaced.
        case changed
        /// It was left out as a whole.
        case removed
        /// It could not be read.
        case rejected
    }

    /// The rules by name; the two arrays below are in their order.
    package let rules: [String]
    /// Findings by rule.
    package private(set) var findingCounts: [Int]
    /// Characters of text cut by rule.
    package private(set) var cutCharacterCounts: [Int]
    /// Documents that came in.
    package private(set) var readCount = 0
    /// Documents that left as they came.
    package private(set) var keptCount = 0
    /// Documents that left with cuts or repairs.
    package private(set) var changedCount = 0
    /// Documents that were left out.
    package private(set) var removedCount = 0
    /// Records that could not be read.
    package private(set) var rejectedCount = 0
    /// Bytes that came in.
    package private(set) var inputByteCount = 0
    /// Bytes that went out.
    package private(set) var outputByteCount = 0
    /// Repeated lines, paragraphs and sentences of the documents before cleaning.
    package private(set) var duplicates = DuplicateTally()

    /// Makes the summary of no documents, for a run with these rules.
    package init(rules: [String]) {
        self.rules = rules
        findingCounts = Array(repeating: 0, count: rules.count)
        cutCharacterCounts = Array(repeating: 0, count: rules.count)
    }

    /// The summary of a part of a run that was written down, but for its repeats.
    ///
    /// - Parameters:
    ///   - outcomeCounts: How many documents had each outcome, in the order of `Outcome.allCases`.
    ///   - findingCounts: Findings by rule, in the order of `rules`; so the characters that they cut.
    package init(
        rules: [String], outcomeCounts: [Int], inputByteCount: Int, outputByteCount: Int, findingCounts: [Int],
        cutCharacterCounts: [Int]
    ) {
        self.rules = rules
        self.findingCounts = findingCounts
        self.cutCharacterCounts = cutCharacterCounts
        self.inputByteCount = inputByteCount
        self.outputByteCount = outputByteCount
        (keptCount, changedCount) = (outcomeCounts[0], outcomeCounts[1])
        (removedCount, rejectedCount) = (outcomeCounts[2], outcomeCounts[3])
        readCount = outcomeCounts.reduce(0, +)
    }

    /// How many documents had each outcome, in the order of `Outcome.allCases`.
    package var outcomeCounts: [Int] { [keptCount, changedCount, removedCount, rejectedCount] }

    /// Counts a record that comes in; its outcome is added when it is known.
    package mutating func addInput(byteCount: Int) {
        readCount += 1
        inputByteCount += byteCount
    }

    /// Counts bytes of a record that comes in by pieces; the record is counted with its last one.
    package mutating func addInputPiece(byteCount: Int) {
        inputByteCount += byteCount
    }

    /// Counts what became of a record, and the bytes that leave for it.
    package mutating func addOutcome(_ outcome: Outcome, byteCount: Int) {
        switch outcome {
        case .kept: keptCount += 1
        case .changed: changedCount += 1
        case .removed: removedCount += 1
        case .rejected: rejectedCount += 1
        }
        outputByteCount += byteCount
    }

    /// Counts findings of `rules[rule]` that cut `characterCount` characters.
    package mutating func addFindings(rule: Int, count: Int, characterCount: Int) {
        findingCounts[rule] += count
        cutCharacterCounts[rule] += characterCount
    }

    /// Counts the repeats of a document before cleaning.
    package mutating func addDuplicates(_ tally: DuplicateTally) {
        duplicates.add(tally)
    }

    /// Adds another part of the same run.
    ///
    /// Throws where the parts were made with other rules: their rows cannot be added up.
    package mutating func merge(_ other: Summary) throws(DifferentRules) {
        guard rules == other.rules else { throw DifferentRules(rules: rules, otherRules: other.rules) }
        for rule in rules.indices {
            findingCounts[rule] += other.findingCounts[rule]
            cutCharacterCounts[rule] += other.cutCharacterCounts[rule]
        }
        readCount += other.readCount
        keptCount += other.keptCount
        changedCount += other.changedCount
        removedCount += other.removedCount
        rejectedCount += other.rejectedCount
        inputByteCount += other.inputByteCount
        outputByteCount += other.outputByteCount
        duplicates.add(other.duplicates)
    }

    /// Every record that came in has left as exactly one of kept, changed, removed, rejected.
    package var isConserved: Bool {
        readCount == keptCount + changedCount + removedCount + rejectedCount
    }

    /// Characters cut by all rules.
    package var cutCharacterCount: Int {
        cutCharacterCounts.reduce(0, +)
    }

    /// Two summaries were made with different rules.
    package struct DifferentRules: Error, CustomStringConvertible {
        /// The rules of the summary merged into.
        package let rules: [String]
        /// The rules of the summary to merge.
        package let otherRules: [String]

        /// What differs, and what to do.
        package var description: String {
            """
            summaries of different rules cannot be merged: [\(rules.joined(separator: ", "))] and \
            [\(otherRules.joined(separator: ", "))]; make both with the same settings
            """
        }
    }
}
