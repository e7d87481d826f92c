/// What the judge knows of the lines of a text: for each line the value of each slot, and a few numbers more.
///
/// A class, so that the many small writes need no check for other owners.
final class LineTable: @unchecked Sendable {
    let lineCount: Int
    /// The values, `LineSlot.count` for each line.
    let values: UnsafeMutablePointer<UInt8>
    /// The buckets of words and pairs of words, `wordingLimit` places for each line, of which the first `wordingCounts` count.
    let wordings: UnsafeMutablePointer<UInt16>
    let wordingCounts: UnsafeMutablePointer<UInt8>
    let wordCounts: UnsafeMutablePointer<Int32>
    /// What a line is at first sight: the raw values of `LineSight`.
    let sights: UnsafeMutablePointer<UInt8>
    /// What a line looks like, as `LineReading.signature` tells.
    let signatures: UnsafeMutablePointer<UInt16>
    /// The index of the first line with the same text.
    let firstCopies: UnsafeMutablePointer<Int32>

    /// How many words and pairs of a line are looked at.
    static let wordingLimit = 26
    /// How many buckets the hashes of words and pairs fall into.
    static let wordingBucketCount = 1 << wordingBucketBits
    static let wordingBucketBits = 15

    /// Looks at each line of `text` by itself.
    init(_ text: SegmentedDocument, hits: PhraseHits) {
        let count = text.lines.count
        lineCount = count
        values = .allocate(capacity: count * LineSlot.count)
        values.initialize(repeating: 0, count: count * LineSlot.count)
        wordings = .allocate(capacity: count * Self.wordingLimit)
        wordingCounts = .allocate(capacity: count)
        wordCounts = .allocate(capacity: count)
        sights = .allocate(capacity: count)
        signatures = .allocate(capacity: count)
        firstCopies = .allocate(capacity: count)
        var lineHits = [PhraseIndex.Hit?](repeating: nil, count: count)
        hits.forEach(among: text.lines) { lineHits[$0] = $1 }
        text.document.utf8.withUnsafeBufferPointer { utf8 in
            text.words.withUnsafeBufferPointer { words in
                text.lines.withUnsafeBufferPointer { lines in
                    findCopies(lines)
                    read(lines, words, utf8, lineHits)
                }
            }
        }
    }

    deinit {
        values.deallocate()
        wordings.deallocate()
        wordingCounts.deallocate()
        wordCounts.deallocate()
        sights.deallocate()
        signatures.deallocate()
        firstCopies.deallocate()
    }

    private func read(
        _ lines: UnsafeBufferPointer<Segment>, _ words: UnsafeBufferPointer<Word>, _ utf8: UnsafeBufferPointer<UInt8>,
        _ hits: [PhraseIndex.Hit?]
    ) {
        let classes = ByteClassTables.shared
        let stopWords = StopWordSet.shared
        var vocabulary = ProseVocabulary()
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: lines.count) { stopWordBits in
            for index in lines.indices {
                let line = lines[index]
                let row = values + index &* LineSlot.count
                let reading = LineReading(line, words, utf8, classes: classes, stopWords: stopWords)
                wordCounts[index] = Int32(truncatingIfNeeded: reading.wordCount)
                let sight = LineSight(reading)
                sights[index] = UInt8(sight.rawValue)
                if sight == .prose { vocabulary.insert(line, words) }
                stopWordBits[index] = reading.stopWordBits
                reading.write(to: row, hit: hits[index])
                signatures[index] = LineReading.signature(row)
                wordingCounts[index] = UInt8(reading.writeWording(to: wordings + index &* Self.wordingLimit, words))
            }
            for index in lines.indices {
                let isProse = sights[index] == LineSight.prose.rawValue
                let value = isProse ? 29 : vocabulary.value(lines[index], words, stopWordBits[index])
                set(.shared, ofLine: index, to: value)
            }
        }
    }

    /// Numbers equal lines; here a hash decides, since a line is not cut for being a copy.
    private func findCopies(_ lines: UnsafeBufferPointer<Segment>) {
        var table = HashTable()
        table.reset(expectedCount: lines.count)
        withUnsafeTemporaryAllocation(of: (first: Int32, count: Int32).self, capacity: lines.count) { groups in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: lines.count) { numbers in
                var groupCount = 0
                for index in lines.indices {
                    let number = table.index(of: lines[index].key.low)
                    if number == groupCount {
                        groups[number] = (Int32(truncatingIfNeeded: index), 0)
                        groupCount += 1
                    }
                    groups[number].count += 1
                    numbers[index] = Int32(truncatingIfNeeded: number)
                }
                for index in lines.indices {
                    let group = groups[Int(numbers[index])]
                    firstCopies[index] = group.first
                    let isBeside =
                        index > 0 && numbers[index - 1] == numbers[index]
                        || index + 1 < lines.count && numbers[index + 1] == numbers[index]
                    let place = Int(group.first) == index ? 0 : isBeside ? 2 : 1
                    set(.copies, ofLine: index, to: Int(min(group.count, 4)) - 1 + 4 * place)
                }
            }
        }
    }

    /// Sets a slot of a line.
    @inline(__always)
    func set(_ slot: LineSlot, ofLine index: Int, to value: Int) {
        values[index &* LineSlot.count &+ slot.rawValue] = UInt8(truncatingIfNeeded: value)
    }

    /// The value of a slot of a line.
    @inline(__always)
    func value(_ slot: LineSlot, ofLine index: Int) -> Int {
        Int(values[index &* LineSlot.count &+ slot.rawValue])
    }
}
