/// What the judge knows of the lines of a text: for each line the value of each slot, and a few numbers more.
struct LineTable {
    let lineCount: Int
    /// The values, `LineSlot.count` for each line.
    private(set) var values: [UInt8]
    /// The hashed words and pairs of words, `wordingLimit` places for each line.
    private(set) var wordings: [UInt16]
    private(set) var wordingCounts: [UInt8]
    private(set) var wordCounts: [Int32]
    /// What a line is at first sight: see `LineSight`.
    private(set) var sights: [UInt8]
    /// The index of the first line with the same text.
    private(set) var firstCopies: [Int32]

    /// How many words and pairs of a line are looked at.
    static let wordingLimit = 26
    /// How many buckets the hashes of words and pairs fall into.
    static let wordingBucketCount = 1 << wordingBucketBits
    static let wordingBucketBits = 15

    /// Looks at each line of `text` by itself.
    init(_ text: SegmentedDocument, hits: PhraseHits) {
        let count = text.lines.count
        lineCount = count
        values = [UInt8](repeating: 0, count: count * LineSlot.count)
        wordings = [UInt16](repeating: 0, count: count * Self.wordingLimit)
        wordingCounts = [UInt8](repeating: 0, count: count)
        wordCounts = [Int32](repeating: 0, count: count)
        sights = [UInt8](repeating: 0, count: count)
        firstCopies = [Int32](repeating: 0, count: count)
        var lineHits = [PhraseIndex.Hit?](repeating: nil, count: count)
        hits.forEach(among: text.lines) { lineHits[$0] = $1 }
        text.document.utf8.withUnsafeBufferPointer { utf8 in
            text.words.withUnsafeBufferPointer { words in
                text.lines.withUnsafeBufferPointer { lines in
                    fill(lines, words, utf8, lineHits)
                }
            }
        }
    }

    private mutating func fill(
        _ lines: UnsafeBufferPointer<Segment>, _ words: UnsafeBufferPointer<Word>, _ utf8: UnsafeBufferPointer<UInt8>,
        _ hits: [PhraseIndex.Hit?]
    ) {
        findCopies(lines)
        var vocabulary = ProseVocabulary()
        let classes = ByteClass.table
        let stopWords = StopWordSet.shared
        for index in lines.indices {
            let line = lines[index]
            let reading = LineReading(line, words, utf8, classes: classes, stopWords: stopWords)
            wordCounts[index] = Int32(truncatingIfNeeded: line.words.count)
            let sight = LineSight(reading)
            sights[index] = UInt8(sight.rawValue)
            if sight == .prose { vocabulary.insert(line, words, stopWords) }
            values.withUnsafeMutableBufferPointer { values in
                let row = UnsafeMutableBufferPointer(
                    rebasing: values[index * LineSlot.count..<(index + 1) * LineSlot.count])
                reading.write(to: row, hit: hits[index])
            }
            wordings.withUnsafeMutableBufferPointer { wordings in
                let row = UnsafeMutableBufferPointer(
                    rebasing: wordings[index * Self.wordingLimit..<(index + 1) * Self.wordingLimit])
                wordingCounts[index] = UInt8(reading.writeWording(to: row, words))
            }
        }
        for index in lines.indices {
            set(
                .shared, ofLine: index,
                to: vocabulary.value(lines[index], words, stopWords, isProse: sights[index] == 0))
        }
    }

    /// Numbers equal lines; here a hash decides, since a line is not cut for being a copy.
    private mutating func findCopies(_ lines: UnsafeBufferPointer<Segment>) {
        var table = HashTable()
        table.reset(expectedCount: lines.count)
        var firsts: [Int32] = []
        var copyCounts: [Int32] = []
        firsts.reserveCapacity(lines.count)
        copyCounts.reserveCapacity(lines.count)
        for index in lines.indices {
            let number = table.index(of: lines[index].key.low)
            if number == firsts.count {
                firsts.append(Int32(truncatingIfNeeded: index))
                copyCounts.append(0)
            }
            copyCounts[number] += 1
            firstCopies[index] = firsts[number]
        }
        for index in lines.indices {
            let first = Int(firstCopies[index])
            let copies = Int(copyCounts[table.index(of: lines[index].key.low)])
            let isBeside =
                index > 0 && firstCopies[index - 1] == firstCopies[index]
                || index + 1 < lines.count && firstCopies[index + 1] == firstCopies[index]
            let place = first == index ? 0 : isBeside ? 2 : 1
            values[index * LineSlot.count + LineSlot.copies.rawValue] = UInt8(min(copies, 4) - 1 + 4 * place)
        }
    }

    /// Sets a slot of a line.
    @inline(__always)
    mutating func set(_ slot: LineSlot, ofLine index: Int, to value: Int) {
        values[index &* LineSlot.count &+ slot.rawValue] = UInt8(truncatingIfNeeded: value)
    }
}
