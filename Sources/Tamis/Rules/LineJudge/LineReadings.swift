// Example: of five lines a round takes the third. The other four are read once: the next round finds what they tell by
// themselves at the places 0, 1, 3 and 4 of the readings of the round before.

import CKernels

/// What the lines of a text tell the judge by themselves, whatever stands around them.
///
/// A class, so that its columns are freed once and never copied.
final class LineReadings {
    /// What is known of a line besides its values.
    struct Record {
        /// Where the line starts.
        var start: Int
        let wordCount: Int32
        /// The score of the line by itself, but for the slots that `LineTable` adds, and the part of it that its words make.
        let score: Int32
        let wordingScore: Int32
        /// What the line looks like, as `LineReading.signature` tells.
        let signature: UInt16
        /// A bit for each of the line's first words that is a function word.
        let stopWordBits: UInt16
        let sight: LineSight
    }

    let count: Int
    /// The values of the line's own slots, `LineSlot.ownCount` for each line.
    let values: UnsafeMutablePointer<UInt8>
    let records: UnsafeMutablePointer<Record>

    /// Reads the lines of `text`, whose words must be there; each line with an origin is the line of that index of `old`.
    init(of text: SegmentedDocument, hits: PhraseHits, weights: LineWeights, origins: [Int], old: LineReadings?) {
        count = text.lines.count
        values = .allocate(capacity: count * LineSlot.ownCount)
        records = .allocate(capacity: count)
        var lineHits = [PhraseIndex.Hit?](repeating: nil, count: count)
        hits.forEach(among: text.lines) { lineHits[$0] = $1 }
        let processor = tamis_cpu_chosen()
        let stopWords = StopWordSet.shared
        let (values, records) = (values, records)
        text.document.utf8.withUnsafeBufferPointer { utf8 in
            text.words.withUnsafeBufferPointer { words in
                text.lines.withUnsafeBufferPointer { lines in
                    for index in lines.indices {
                        let row = values + index &* LineSlot.ownCount
                        if let old, origins[index] >= 0 {
                            row.update(from: old.values + origins[index] &* LineSlot.ownCount, count: LineSlot.ownCount)
                            (records + index).initialize(to: old.records[origins[index]])
                            records[index].start = lines[index].range.lowerBound
                            continue
                        }
                        let reading = LineReading(lines[index], words, utf8, stopWords: stopWords, on: processor)
                        reading.write(to: row, hit: lineHits[index])
                        (records + index).initialize(to: Record(reading, row, words, weights, on: processor))
                    }
                }
            }
        }
    }

    deinit {
        values.deallocate()
        records.deallocate()
    }
}

extension LineReadings.Record {
    /// Scores a line whose values stand in `row`.
    @inline(__always)
    fileprivate init(
        _ reading: LineReading, _ row: UnsafePointer<UInt8>, _ words: UnsafeBufferPointer<Word>,
        _ weights: LineWeights, on processor: tamis_cpu
    ) {
        start = reading.line.range.lowerBound
        wordCount = Int32(truncatingIfNeeded: reading.wordCount)
        signature = LineReading.signature(row)
        stopWordBits = reading.stopWordBits
        sight = LineSight(reading)
        let steps = weights.wordings.steps(of: reading.line, words, on: processor)
        wordingScore = steps &* WordingTable.unitsOfStep
        score = weights.lineBias &+ wordingScore &+ weights.sum(ofOwn: row, on: processor)
    }
}
