import CKernels

/// What the judge knows of the lines of a text: for each line the value of each slot, and a few numbers more.
///
/// A class, so that the many small writes need no check for other owners.
final class LineTable: @unchecked Sendable {
    let lineCount: Int
    /// The values, `LineSlot.count` for each line.
    let values: UnsafeMutablePointer<UInt8>
    let wordCounts: UnsafeMutablePointer<Int32>
    /// What a line is at first sight: the raw values of `LineSight`.
    let sights: UnsafeMutablePointer<UInt8>
    /// What a line looks like, as `tamis_line_record` tells.
    let signatures: UnsafeMutablePointer<UInt16>
    /// The index of the first line with the same text.
    let firstCopies: UnsafeMutablePointer<Int32>
    /// The place of each line among the readings.
    let places: UnsafeMutablePointer<Int32>

    /// Takes each line of `text`, all of which are among `readings`, and looks at what words and lines the others have.
    init(_ text: SegmentedDocument, _ readings: LineReadings) {
        let count = text.lines.count
        lineCount = count
        values = .allocate(capacity: count * LineSlot.count)
        wordCounts = .allocate(capacity: count)
        sights = .allocate(capacity: count)
        signatures = .allocate(capacity: count)
        firstCopies = .allocate(capacity: count)
        places = .allocate(capacity: count)
        text.words.withUnsafeBufferPointer { words in
            text.lines.withUnsafeBufferPointer { lines in
                take(readings, lines)
                findCopies(lines)
                // A Word and a tamis_word are the same three numbers.
                words.withMemoryRebound(to: tamis_word.self) { words in
                    if let first = words.baseAddress { findShared(readings, lines, first) }
                }
            }
        }
    }

    deinit {
        values.deallocate()
        wordCounts.deallocate()
        sights.deallocate()
        signatures.deallocate()
        firstCopies.deallocate()
        places.deallocate()
    }

    private func take(_ readings: LineReadings, _ lines: UnsafeBufferPointer<Segment>) {
        var place = 0
        for index in lines.indices {
            let start = lines[index].range.lowerBound
            while place < readings.count, readings.records[place].start < start { place += 1 }
            precondition(place < readings.count && readings.records[place].start == start, "a line was not read")
            let record = readings.records[place]
            places[index] = Int32(truncatingIfNeeded: place)
            wordCounts[index] = record.word_count
            sights[index] = record.sight
            signatures[index] = record.signature
            let row = values + index &* LineSlot.count
            row.initialize(from: readings.values + place &* LineSlot.ownCount, count: LineSlot.ownCount)
            (row + LineSlot.ownCount).initialize(repeating: 0, count: LineSlot.count - LineSlot.ownCount)
            place += 1
        }
    }

    private func findShared(
        _ readings: LineReadings, _ lines: UnsafeBufferPointer<Segment>, _ words: UnsafePointer<tamis_word>
    ) {
        let vocabulary = ProseVocabulary()
        for index in lines.indices where sights[index] == LineSight.prose.rawValue {
            vocabulary.insert(lines[index], words)
        }
        for index in lines.indices {
            let isProse = sights[index] == LineSight.prose.rawValue
            let stopWordBits = readings.records[Int(places[index])].stop_words
            set(.shared, ofLine: index, to: isProse ? 29 : vocabulary.value(lines[index], words, stopWordBits))
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
                    guard group.count > 1 else {
                        set(.copies, ofLine: index, to: 0)
                        continue
                    }
                    let isBeside =
                        index > 0 && numbers[index - 1] == numbers[index]
                        || index + 1 < lines.count && numbers[index + 1] == numbers[index]
                    let place = Int(group.first) == index ? 0 : isBeside ? 2 : 1
                    set(.copies, ofLine: index, to: Int(min(group.count, 4)) - 1 + 4 * place)
                }
            }
        }
    }

    /// How many of the four lines before a line and the four behind look like it.
    @inline(__always)
    func sameSignatureCount(besideLine index: Int) -> Int {
        if index >= 4, index &+ 4 < lineCount {
            return Int(tamis_count_like_fifth(signatures + (index &- 4)))
        }
        return (max(index &- 4, 0)..<min(index &+ 5, lineCount)).count { signatures[$0] == signatures[index] } &- 1
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
