import CKernels

/// What the judge knows of the lines of a text, in columns, and the values of the lines' own slots.
///
/// A class, so that the memory is freed once and the many small writes need no check for other owners.
final class LineTable: @unchecked Sendable {
    let lineCount: Int
    /// What is known of the lines by themselves is filled here, `LineContext` adds the rest.
    let columns: tamis_line_columns
    private let memory: UnsafeMutableRawPointer

    /// Takes each line of `text`, all of which are among `readings`, and looks at what words and lines the others have.
    init(_ text: SegmentedDocument, _ readings: LineReadings) {
        lineCount = text.lines.count
        (memory, columns) = Self.allocate(lineCount: lineCount)
        text.words.withUnsafeBufferPointer { words in
            text.lines.withUnsafeBufferPointer { lines in
                take(readings, lines)
                findCopies(lines)
                // A Word and a tamis_word are the same three numbers.
                words.withMemoryRebound(to: tamis_word.self) { words in
                    if let first = words.baseAddress {
                        findShared(lines, first)
                    } else {
                        columns.shared.update(repeating: 0, count: lineCount)
                    }
                }
            }
        }
    }

    deinit { memory.deallocate() }

    /// Room for the columns, one behind the other.
    private static func allocate(lineCount: Int) -> (UnsafeMutableRawPointer, tamis_line_columns) {
        let margin = Int(TAMIS_COLUMN_MARGIN)
        let stride = lineCount + 2 * margin
        // 18 columns of numbers, two of short ones and twelve of bytes; a row is read in one piece that goes beyond it.
        let columnBytes = stride * (18 * 4 + 2 * 2 + 12)
        let rowBytes = (lineCount + 1) * MemoryLayout<tamis_line_row>.stride
        let memory = UnsafeMutableRawPointer.allocate(byteCount: columnBytes + rowBytes, alignment: 16)
        var next = memory
        func column<Number: FixedWidthInteger>(_: Number.Type) -> UnsafeMutablePointer<Number> {
            defer { next += stride * MemoryLayout<Number>.stride }
            return next.bindMemory(to: Number.self, capacity: stride) + margin
        }
        func numbers() -> UnsafeMutablePointer<Int32> { column(Int32.self) }
        func bytes() -> UnsafeMutablePointer<UInt8> { column(UInt8.self) }
        var columns = tamis_line_columns()
        columns.line_count = lineCount
        (columns.word_count, columns.first_copy) = (numbers(), numbers())
        (columns.score, columns.wording, columns.evidence) = (numbers(), numbers(), numbers())
        (columns.prose_behind, columns.prose_ahead) = (numbers(), numbers())
        (columns.header_behind, columns.colon_behind) = (numbers(), numbers())
        (columns.since_peak, columns.until_peak) = (numbers(), numbers())
        (columns.score_sum, columns.wording_sum, columns.evidence_sum) = (numbers(), numbers(), numbers())
        (columns.sentence_sum, columns.prose_sum) = (numbers(), numbers())
        (columns.shared_sum, columns.content_sum) = (numbers(), numbers())
        (columns.signature, columns.stop_words) = (column(UInt16.self), column(UInt16.self))
        (columns.sight, columns.prose_before, columns.copies, columns.shared) = (bytes(), bytes(), bytes(), bytes())
        (columns.phrase_kind, columns.header_kind, columns.is_plain) = (bytes(), bytes(), bytes())
        (columns.gap_score, columns.gap_phrases) = (bytes(), bytes())
        (columns.run_wording, columns.run_copies, columns.run_score) = (bytes(), bytes(), bytes())
        precondition(next == memory + columnBytes, "columns were added")
        columns.rows = next.bindMemory(to: tamis_line_row.self, capacity: lineCount + 1)
        for index in -margin..<0 { columns.signature[index] = .max }
        for index in lineCount..<lineCount + margin { columns.signature[index] = .max }
        return (memory, columns)
    }

    private func take(_ readings: LineReadings, _ lines: UnsafeBufferPointer<Segment>) {
        let (rows, records, count) = (readings.rows, readings.records, readings.count)
        withUnsafePointer(to: columns) { columns in
            var place = 0
            for index in lines.indices {
                let start = lines[index].range.lowerBound
                while place < count, records[place].start < start { place &+= 1 }
                precondition(place < count && records[place].start == start, "a line was not read")
                tamis_take_line(columns, index, rows + place, records + place)
                place &+= 1
            }
        }
    }

    private func findShared(_ lines: UnsafeBufferPointer<Segment>, _ words: UnsafePointer<tamis_word>) {
        let columns = columns
        let vocabulary = ProseVocabulary()
        for index in lines.indices where columns.sight[index] == LineSight.prose.rawValue {
            vocabulary.insert(lines[index], words)
        }
        for index in lines.indices {
            let isProse = columns.sight[index] == LineSight.prose.rawValue
            columns.shared[index] = isProse ? 29 : vocabulary.value(lines[index], words, columns.stop_words[index])
        }
    }

    /// Numbers equal lines; here a hash decides, since a line is not cut for being a copy.
    private func findCopies(_ lines: UnsafeBufferPointer<Segment>) {
        let columns = columns
        var table = HashTable(expectedCount: lines.count)
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
                    columns.first_copy[index] = group.first
                    guard group.count > 1 else {
                        columns.copies[index] = 0
                        continue
                    }
                    let isBeside =
                        index > 0 && numbers[index - 1] == numbers[index]
                        || index + 1 < lines.count && numbers[index + 1] == numbers[index]
                    let place: UInt8 = Int(group.first) == index ? 0 : isBeside ? 2 : 1
                    columns.copies[index] = UInt8(min(group.count, 4)) - 1 + 4 * place
                }
            }
        }
    }

    /// A line's values of all slots; 0 where a slot asks for the context.
    func values(ofLine index: Int) -> [UInt8] {
        let own = withUnsafeBytes(of: columns.rows[index]) { Array($0) }
        let values = own + [columns.copies[index], columns.shared[index]]
        return values + [UInt8](repeating: 0, count: LineSlot.count - values.count)
    }
}
