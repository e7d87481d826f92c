import CKernels
import Testing

@testable import Tamis

/// The kernels of the line judge, by each instruction set, beside plain definitions.
@Suite struct LineKernelTests {
    private static let sets = [TAMIS_CPU_PORTABLE, TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512].filter {
        tamis_cpu_supports($0) != 0
    }

    @Test func bytesHaveTheirClasses() {
        let marks: [(String, ByteClass)] = [
            (" \t", .space), (".!?", .stop), (",;", .comma), (":", .colon), ("|/><\\~*_+=", .separator),
            ("\"'", .quote),
            ("()[]{}", .bracket), ("-", .dash), ("@#&", .sign), ("$%", .money), ("\n\u{0}^`\u{7F}", .other),
        ]
        for (characters, byteClass) in marks {
            for byte in characters.utf8 { #expect(ByteClass.number(of: byte) == byteClass.rawValue) }
        }
        for byte in UInt8.min...UInt8.max {
            let value = ByteClass.number(of: byte)
            #expect((value == ByteClass.lowercase.rawValue) == (0x61...0x7A).contains(byte))
            #expect((value == ByteClass.uppercase.rawValue) == (0x41...0x5A).contains(byte))
            #expect((value == ByteClass.digit.rawValue) == (0x30...0x39).contains(byte))
            #expect((value == ByteClass.lead.rawValue) == (0xC2...0xF4).contains(byte))
            #expect((value >= ByteClass.lead.rawValue) == (byte >= 0x80))
        }
    }

    /// In lines of any length, before the end of a text and within it.
    @Test func bytesAreCountedByTheirClasses() {
        let odd = Array(" \tabzAZ09.!?:;,|/_*(\")]'-@$%© » • › → ▶ é東".utf8) + [0x80, 0xC2, 0xE2, 0xFF, 0x0A, 0]
        for seed in 0..<400 {
            var random = RandomText(seed: UInt64(seed))
            let text = (0..<(seed % 200)).map { _ in odd[Int(random.next() % UInt64(odd.count))] }
            for start in stride(from: 0, to: text.count, by: 13) {
                let line = text[start...].prefix([96, 48, 7, 33][seed % 4])
                let shapes = Self.shapes(in: text, from: start, count: line.count)
                for shape in shapes { #expect(shape == Self.shape(of: Array(line))) }
            }
        }
    }

    /// Every byte beside every other one, control characters among them.
    @Test func setsAgreeOnEveryPairOfBytes() {
        for first in UInt8.min...UInt8.max {
            let text = (UInt8.min...UInt8.max).flatMap { [first, $0] }
            for start in stride(from: 0, to: text.count, by: 64) {
                #expect(Set(Self.shapes(in: text, from: start, count: 64)).count == 1, "byte \(first)")
            }
        }
    }

    /// What each set of instructions gives for a line of `text`: the bytes of a `tamis_line_shape`.
    private static func shapes(in text: [UInt8], from start: Int, count: Int) -> [[UInt8]] {
        sets.map { set in
            text.withUnsafeBufferPointer { text in
                var shape = tamis_line_shape()
                let rest = text.baseAddress.map { $0 + start }
                tamis_shape_line_on(set, rest, count, text.count - start, &shape)
                return withUnsafeBytes(of: shape) { Array($0) }
            }
        }
    }

    /// The bytes of a `tamis_line_shape`.
    private static func shape(of line: [UInt8]) -> [UInt8] {
        let classes = line.map { ByteClass(rawValue: ByteClass.number(of: $0)) }
        func count(_ byteClass: ByteClass) -> UInt8 { UInt8(classes.count { $0 == byteClass }) }
        func count(_ first: ByteClass, _ second: ByteClass) -> UInt8 {
            UInt8(zip(classes, classes.dropFirst()).count { $0 == first && $1 == second })
        }
        func count(_ character: String) -> UInt8 {
            UInt8(line.indices.count { line[$0...].starts(with: character.utf8) })
        }
        let arrows = line.indices.count { index in
            [0x86, 0x96, 0x97].contains { line[index...].starts(with: [0xE2, $0]) }
        }
        let separatorCount = ["·", "»", "«", "•", "›", "‹"].map(count).reduce(UInt8(arrows), +)
        let own: [ByteClass] = [
            .lowercase, .uppercase, .digit, .stop, .comma, .colon, .separator, .quote, .bracket, .dash, .sign, .money,
            .lead,
        ]
        let addressCount = count(.stop, .lowercase) + count(.separator, .separator)
        return own.map(count) + [
            count(.lowercase, .uppercase), count(.stop, .space), count(.colon, .digit), addressCount > 0 ? 1 : 0,
            separatorCount, count("©"),
        ]
    }

    @Test func wordsAreLookedAt() {
        var text = Array("The old élan Élan Ωmega ωmega Привет мир 1999 2024 3024 203 x Zoo".utf8)
        text += [0xD0]
        let document = SegmentedDocument(Document(id: "", utf8: text.dropLast()), levels: .words)
        var set = [UInt64](repeating: 0, count: 1 << Int(TAMIS_WORD_SET_BITS))
        let isIn = document.words.map { $0.hash % 2 == 0 }
        for hash in document.words.map(\.hash) where hash % 2 == 0 {
            let place = tamis_word_set_place(hash)
            set[set[place] == 0 || set[place] == hash ? place : tamis_word_set_other_place(hash)] = hash
        }
        let words = document.words.map { String(decoding: text[Int($0.start)..<Int($0.end)], as: UTF8.self) }
        let capitals = words.map { ["The", "Élan", "Ωmega", "Привет", "Zoo"].contains($0) }
        let years = words.map { ["1999", "2024"].contains($0) }
        for start in document.words.indices {
            for end in start...document.words.count {
                for cpu in Self.sets {
                    let words = document.words[start..<end].map {
                        tamis_word(start: $0.start, end: $0.end, hash: $0.hash)
                    }
                    let found = tamis_look_at_words_on(cpu, text, words, words.count, set)
                    #expect(found.in_set == isIn[start..<end].reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
                    #expect(Int(found.in_set_count) == isIn[start..<end].count { $0 })
                    #expect(Int(found.capitals) == capitals[start..<end].count { $0 })
                    #expect((found.has_year != 0) == years[start..<end].contains(true))
                }
            }
        }
    }

    @Test func aRowHasItsValuesInTheOrderOfTheSlots() {
        #expect(MemoryLayout<tamis_line_row>.size == LineSlot.ownCount)
        let slots: [(PartialKeyPath<tamis_line_row>, LineSlot)] = [
            (\.separators, .separators), (\.address, .address), (\.glue, .glue), (\.uppercase, .uppercase),
            (\.foreign, .foreign), (\.marks, .marks), (\.word_count, .wordCount), (\.byte_count, .byteCount),
            (\.word_length, .wordLength), (\.ending, .ending), (\.opening, .opening), (\.stop_words, .stopWords),
            (\.capitals, .capitals), (\.digits, .digits), (\.commas, .commas), (\.enclosure, .enclosure),
            (\.phrase_kind, .phraseKind), (\.phrase_zone, .phraseZone),
        ]
        #expect(slots.count == LineSlot.ownCount)
        for (path, slot) in slots { #expect(MemoryLayout<tamis_line_row>.offset(of: path) == slot.rawValue) }
        let sights: [LineSight] = [.prose, .sentence, .long, .short, .label, .bare]
        let numbers = [
            TAMIS_SIGHT_PROSE, TAMIS_SIGHT_SENTENCE, TAMIS_SIGHT_LONG, TAMIS_SIGHT_SHORT, TAMIS_SIGHT_LABEL,
            TAMIS_SIGHT_BARE,
        ]
        #expect(sights.map(\.rawValue) == numbers.map { Int($0) })
    }

    /// The lines of articles and their menus, with all that a text has before and behind them.
    @Test func linesAreReadAlike() {
        var articles = RandomArticle(random: RandomText(seed: 11))
        for _ in 0..<150 {
            let text = SegmentedDocument(Document(id: "", utf8: articles.next()), levels: .words)
            let words = text.words.map { tamis_word(start: $0.start, end: $0.end, hash: $0.hash) }
            for line in text.lines {
                let readings = Self.sets.map { Self.read(line, text.document.utf8, words, on: $0) }
                #expect(readings.allSatisfy { $0 == readings[0] })
            }
        }
    }

    private static func read(_ line: Segment, _ utf8: [UInt8], _ words: [tamis_word], on cpu: tamis_cpu) -> [Int] {
        var row = tamis_line_row()
        var record = tamis_line_record()
        utf8.withUnsafeBufferPointer { utf8 in
            words.withUnsafeBufferPointer { words in
                var source = tamis_text_line()
                source.text = utf8.baseAddress
                source.text_count = utf8.count
                source.start = line.range.lowerBound
                source.end = line.range.upperBound
                source.words = words.baseAddress.map { $0 + line.words.lowerBound }
                source.word_count = line.words.count
                source.function_words = StopWordSet.shared.places
                tamis_read_line_on(cpu, &source, &row, &record)
            }
        }
        let facts = [
            record.start, Int(record.word_count), Int(record.signature), Int(record.stop_words), Int(record.sight),
        ]
        return facts + withUnsafeBytes(of: row) { $0.map { Int($0) } }
    }

    @Test func wordsAndPairsAreListedAndWeighed() {
        var random = RandomText(seed: 3)
        let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        for count in 0...30 {
            let words = (0..<count).map { _ in tamis_word(start: 0, end: 1, hash: random.next()) }
            var wordings = [UInt64](repeating: 0, count: Int(TAMIS_LINE_WORDINGS))
            let wordingCount = tamis_list_wordings(words, count, &wordings)
            let kept = (count > 12 ? Array(words.prefix(8) + words.suffix(4)) : words).map(\.hash)
            var expected = zip(kept, [0x9E37_79B9] + kept).flatMap { [$0 &* factor, ($0 &+ $1 &* 31) &* factor] }
            if let last = kept.last { expected.append((last &* 37 &+ 11) &* factor) }
            #expect(Array(wordings.prefix(wordingCount)) == expected)
            var pairs = (0..<1 << Int(TAMIS_STEP_PAIR_BITS)).map { _ in UInt32(truncatingIfNeeded: random.next()) }
            var sum: Int32 = 0
            for (place, wording) in expected.enumerated() {
                let weight = Int8(truncatingIfNeeded: place &* 37 &- 90)
                let half =
                    (UInt32(UInt8(bitPattern: weight)) << 8 | tamis_step_mark(wording)) << (place % 2 == 0 ? 16 : 0)
                pairs[tamis_step_pair(wording)] = half
                sum += Int32(weight)
            }
            for cpu in Self.sets {
                #expect(tamis_sum_wordings_on(cpu, pairs, words, count) == sum)
            }
        }
    }

    @Test func aRowIsWeighed() {
        var random = RandomText(seed: 5)
        for _ in 0..<50 {
            let weights = (0..<18 * 20).map { _ in Int32(truncatingIfNeeded: random.next()) >> 12 }
            let starts = (0..<18).map { UInt16($0 * 20) }
            var row = tamis_line_row()
            let values = withUnsafeMutableBytes(of: &row) { row in
                for place in row.indices { row[place] = UInt8(random.next() % 20) }
                return Array(row)
            }
            let sum = zip(starts, values).reduce(Int32(0)) { $0 + weights[Int($1.0) + Int($1.1)] }
            weights.withUnsafeBufferPointer { weights in
                starts.withUnsafeBufferPointer { starts in
                    var table = tamis_own_weights(weights: weights.baseAddress, starts: starts.baseAddress)
                    #expect(tamis_sum_own_weights(&table, &row) == sum)
                }
            }
        }
    }

    @Test func aVocabularyHasTheWordsThatWereAdded() {
        var random = RandomText(seed: 7)
        let vocabulary = UnsafeMutablePointer<tamis_vocabulary>.allocate(capacity: 1)
        defer { vocabulary.deallocate() }
        vocabulary.initialize(to: tamis_vocabulary())
        for _ in 0..<20 {
            let words = (0..<300).map { _ in tamis_word(start: 0, end: 1, hash: random.next()) }
            tamis_clear_vocabulary(vocabulary)
            tamis_add_to_vocabulary(vocabulary, words, 200)
            let known = Set(words.prefix(200).map { $0.hash >> 48 })
            for start in stride(from: 0, to: 300, by: 9) {
                let some = Array(words[start...].prefix(start % 17))
                let skipped = UInt16(truncatingIfNeeded: random.next())
                let content = some.indices.filter { skipped >> UInt16($0) & 1 == 0 }
                let found = tamis_find_in_vocabulary(vocabulary, some, some.count, skipped)
                #expect(Int(found.content) == content.count)
                #expect(Int(found.shared) == content.count { known.contains(some[$0].hash >> 48) })
            }
        }
    }
}
