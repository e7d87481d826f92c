// Copies are counted in two ways, and every figure says which:
//
//     lines      Ten books / Read more / Ten films / Read more / Read more
//     excess     2 of 5   the later copies only: what a cleaner can take
//     members    3 of 5   all copies of something that stands more than once

/// How much of a text stands more than once, by lines, paragraphs and sentences.
///
/// Tallies of documents add up.
public struct DuplicateTally: Sendable, Equatable {
    /// Lines that are not blank.
    public var lines = Level()
    /// Paragraphs.
    public var paragraphs = Level()
    /// Sentences.
    public var sentences = Level()

    /// Makes the tally of no text.
    public init() {}

    /// Tallies the levels that `document` has been cut into.
    ///
    /// Where signals are measured as well, ask `TextMeasures` for `.duplicates` too: it counts once for both.
    public init(_ document: SegmentedDocument) {
        self = TextMeasures(document, needs: .duplicates).duplicates
    }

    /// Adds another document's tally.
    public mutating func add(_ other: DuplicateTally) {
        lines.add(other.lines)
        paragraphs.add(other.paragraphs)
        sentences.add(other.sentences)
    }

    /// The segments of one level, and the repeated ones among them.
    ///
    /// Segments are the same if their exact keys are equal. Copies in different documents do not count.
    public struct Level: Sendable, Equatable {
        /// All segments.
        public var count = 0
        /// Later copies only.
        public var excessCount = 0
        /// All copies of repeated segments.
        public var memberCount = 0
        /// Characters of all segments.
        public var characterCount = 0
        /// Characters of later copies.
        public var excessCharacterCount = 0
        /// Characters of all copies of repeated segments.
        public var memberCharacterCount = 0

        /// Makes the tally of no segments.
        public init() {}

        /// Later copies / all segments; nil without segments.
        public var excessFraction: Double? { fraction(excessCount, of: count) }
        /// All copies of repeated segments / all segments; nil without segments.
        public var memberFraction: Double? { fraction(memberCount, of: count) }
        /// Characters of later copies / characters of all segments; nil without characters.
        public var excessCharacterFraction: Double? { fraction(excessCharacterCount, of: characterCount) }
        /// Characters of all copies of repeated segments / characters of all segments; nil without characters.
        public var memberCharacterFraction: Double? { fraction(memberCharacterCount, of: characterCount) }

        /// Adds another tally of the same level.
        public mutating func add(_ other: Level) {
            count += other.count
            excessCount += other.excessCount
            memberCount += other.memberCount
            characterCount += other.characterCount
            excessCharacterCount += other.excessCharacterCount
            memberCharacterCount += other.memberCharacterCount
        }
    }
}

extension DuplicateTally.Level {
    /// Tallies `segments` in one pass, and the copies in a second one if there are any.
    init(_ segments: [Segment], characters: CharacterTally, table: inout HashTable) {
        count = segments.count
        table.reset(expectedCount: count)
        segments.withUnsafeBufferPointer { segments in
            // For each segment its number, for each number its first segment and its copies.
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3 * segments.count) { room in
                let numbers = room.baseAddress!
                let (firsts, copyCounts) = (numbers + segments.count, numbers + 2 * segments.count)
                var distinctCount = 0
                for position in segments.indices {
                    let key = segments[position].key
                    let number = table.index(of: key.low) { segments[Int(firsts[$0])].key == key }
                    if number == distinctCount {
                        firsts[number] = UInt32(truncatingIfNeeded: position)
                        copyCounts[number] = 0
                        distinctCount += 1
                    }
                    copyCounts[number] &+= 1
                    numbers[position] = UInt32(truncatingIfNeeded: number)
                    characterCount += characters.count(in: segments[position].range)
                }
                guard distinctCount < segments.count else { return }
                for position in segments.indices {
                    let number = Int(numbers[position])
                    guard copyCounts[number] > 1 else { continue }
                    let length = characters.count(in: segments[position].range)
                    memberCount += 1
                    memberCharacterCount += length
                    if Int(firsts[number]) != position {
                        excessCount += 1
                        excessCharacterCount += length
                    }
                }
            }
        }
    }
}

/// `part` / `whole`; nil where the whole is nothing.
func fraction(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
}
