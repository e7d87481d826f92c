// Example: of five lines a round takes the third. The other four are read once: the next round finds what they tell by
// themselves at the places 0, 1, 3 and 4 of the readings of the round before.

import CKernels

/// What the lines of a text tell the judge by themselves, whatever stands around them.
///
/// A class, so that its columns are freed once and never copied.
final class LineReadings {
    let count: Int
    /// The values of each line's own slots.
    let rows: UnsafeMutablePointer<tamis_line_row>
    /// What is known of each line besides its values.
    let records: UnsafeMutablePointer<tamis_line_record>

    /// Reads the lines of `text`, whose words must be there; each line with an origin is the line of that index of `old`.
    init(of text: SegmentedDocument, hits: PhraseHits, weights: LineWeights, origins: [Int], old: LineReadings?) {
        count = text.lines.count
        rows = .allocate(capacity: count)
        records = .allocate(capacity: count)
        var phrases = [PhraseIndex.Hit?](repeating: nil, count: count)
        hits.forEach(among: text.lines) { phrases[$0] = $1 }
        text.document.utf8.withUnsafeBufferPointer { utf8 in
            text.words.withUnsafeBufferPointer { words in
                text.lines.withUnsafeBufferPointer { lines in
                    read(lines, words, utf8, phrases, weights: weights, origins: origins, old: old)
                }
            }
        }
    }

    private static let fewestLinesToPrefetch = 24

    private func read(
        _ lines: UnsafeBufferPointer<Segment>, _ words: UnsafeBufferPointer<Word>, _ utf8: UnsafeBufferPointer<UInt8>,
        _ phrases: [PhraseIndex.Hit?], weights: LineWeights, origins: [Int], old: LineReadings?
    ) {
        let processor = tamis_cpu_chosen()
        // A Word and a tamis_word are the same three numbers.
        let words = UnsafeRawPointer(words.baseAddress)?.assumingMemoryBound(to: tamis_word.self)
        var line = tamis_text_line()
        line.text = utf8.baseAddress
        line.text_count = utf8.count
        line.function_words = StopWordSet.shared.places
        // Where it pays: by single words the tables would come one line of a cache at a time.
        if old == nil, lines.count >= Self.fewestLinesToPrefetch {
            StopWordSet.shared.prefetch()
            weights.wordings.prefetch()
        }
        let known = old.map { (rows: $0.rows, records: $0.records) }
        for index in lines.indices {
            let row = rows + index
            let record = records + index
            if let known, origins[index] >= 0 {
                row.initialize(to: known.rows[origins[index]])
                record.initialize(to: known.records[origins[index]])
                record.pointee.start = lines[index].range.lowerBound
                continue
            }
            line.start = lines[index].range.lowerBound
            line.end = lines[index].range.upperBound
            line.words = words.map { $0 + lines[index].words.lowerBound }
            line.word_count = lines[index].words.count
            line.phrase_kind = phrases[index].map { UInt8(1 + $0.kind.number) } ?? 0
            line.phrase_zone = phrases[index].map { $0.zone.rawValue + ($0.opensBlock ? 16 : 0) } ?? 0
            tamis_read_line_on(processor, &line, row, record)
            weights.score(line, row, record, on: processor)
        }
    }

    deinit {
        rows.deallocate()
        records.deallocate()
    }
}
