import CKernels
import Testing

@testable import Tamis

/// What lines see around them, and their scores, by each instruction set beside plain definitions.
@Suite struct LineSurroundingsTests {
    private static let sets = [TAMIS_CPU_PORTABLE, TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512].filter {
        tamis_cpu_supports($0) != 0
    }

    /// Lines of articles, and as many lines of any kind as are in one place only.
    private let contexts: [LineContext] = {
        var articles = RandomArticle(random: RandomText(seed: 12))
        var random = RandomText(seed: 13)
        let articleContexts = (0..<60).compactMap { _ in
            let text = SegmentedDocument(Document(id: "", utf8: articles.next()), levels: .words)
            let readings = LineJudge.shared.readings(of: text, hits: PhraseHits(in: text))
            return FurnitureLines.canJudge(text) ? LineJudge.shared.verdicts(of: text, readings).context : nil
        }
        return articleContexts + [1, 5, 8, 30, 31, 400, 1000].map { Self.context(lineCount: $0, &random) }
    }()

    /// Lines that are anything, in stretches of which some have no prose.
    private static func context(lineCount: Int, _ random: inout RandomText) -> LineContext {
        let lines = (0..<lineCount).map { "line \($0 % 50)" }
        let text = SegmentedDocument(
            Document(id: "", utf8: Array(lines.joined(separator: "\n").utf8)), levels: .words)
        let table = LineTable(text, LineJudge.shared.readings(of: text, hits: PhraseHits(in: text)))
        let columns = table.columns
        func number(below bound: Int32) -> Int32 { Int32(random.next() % UInt64(bound)) }
        for index in 0..<lineCount {
            let isPlain = index / 60 % 2 == 1
            columns.sight[index] = UInt8(isPlain ? 2 + number(below: 4) : number(below: 6))
            columns.score[index] = number(below: 900) - 450
            columns.wording[index] = number(below: 400) - 200
            columns.word_count[index] = number(below: number(below: 80) + 1)
            columns.signature[index] = UInt16(number(below: 3) << 12 | number(below: 2))
            columns.shared[index] = columns.sight[index] == 0 ? 29 : UInt8(number(below: 25))
            columns.phrase_kind[index] = number(below: 20) == 0 ? UInt8(number(below: 8)) : 0
            columns.rows[index].phrase_kind = columns.phrase_kind[index]
            columns.rows[index].phrase_zone = number(below: 40) == 0 ? 16 : 1
            columns.rows[index].ending = UInt8(number(below: 16))
        }
        let context = LineContext(table)
        _ = context.writeCommonSlots()
        return context
    }

    @Test func linesSeeWhatIsAroundThem() {
        for context in contexts {
            for index in 0..<context.lineCount {
                let expected = PlainSurroundings(context, index).values.map { UInt8($0) }
                #expect(Array(context.values(ofLine: index).dropFirst(LineSlot.ownCount)) == expected)
                for set in Self.sets {
                    var values = [UInt8](repeating: 0, count: Int(TAMIS_AROUND_SLOTS))
                    withUnsafePointer(to: context.columns) { tamis_values_around_on(set, $0, index, &values) }
                    #expect(values == expected)
                }
            }
        }
    }

    /// Scores that are within their bounds stay, so that a context can be made anew.
    @Test func linesArePutIntoContext() {
        for context in contexts {
            for set in Self.sets {
                var columns = context.columns
                (columns.span_start, columns.span_end, columns.prose_words) = (-1, -1, -1)
                for index in 0..<context.lineCount { columns.evidence[index] = -1 }
                tamis_put_into_context_on(set, &columns)
                expectSums(columns)
                expectSpan(columns)
            }
        }
    }

    private func expectSums(_ columns: tamis_line_columns) {
        var sums = [Int32](repeating: 0, count: 7)
        for index in 0..<columns.line_count {
            let before = [
                columns.score_sum, columns.wording_sum, columns.evidence_sum, columns.sentence_sum, columns.prose_sum,
                columns.shared_sum, columns.content_sum,
            ]
            #expect(before.map { $0![index] } == sums)
            let (score, wording, sight) = (columns.score[index], columns.wording[index], columns.sight[index])
            let (shared, isPhrase) = (Int32(columns.shared[index]), columns.phrase_kind[index] != 0)
            let isProse = Int(sight) == LineSight.prose.rawValue && score < -32
            let isPlain =
                sight >= LineSight.long.rawValue && !isPhrase
                && (wording <= 83 || wording < 160 && columns.word_count[index] > 5)
            #expect((columns.is_plain[index] != 0) == isPlain)
            #expect(columns.evidence[index] == (isPhrase ? max(wording, 120) : wording))
            #expect(abs(score) <= 320 && abs(wording) <= 160)
            let line: [Int32] = [
                score, wording, columns.evidence[index] > 96 ? 1 : 0, sight <= LineSight.sentence.rawValue ? 1 : 0,
                isProse ? min(columns.word_count[index], 60) : 0, shared < 29 ? shared % 5 : 0,
                shared < 29 ? shared / 5 : 4,
            ]
            sums = zip(sums, line).map { $0 + $1 }
        }
        #expect(columns.prose_words == sums[4])
    }

    /// The main span has the largest sum of gains, and ends with the first line at which a run has so much.
    private func expectSpan(_ columns: tamis_line_columns) {
        let gains = (0..<columns.line_count).map { index in
            Int(-columns.score[index] - 16) * Int(min(columns.word_count[index], 40) + 4)
        }
        var best = (sum: 0, end: 0)
        for index in gains.indices {
            var sum = 0
            for start in stride(from: index, through: 0, by: -1) {
                sum += gains[start]
                if sum > best.sum { best = (sum, index + 1) }
            }
        }
        let span = Int(columns.span_start)..<Int(columns.span_end)
        #expect(gains[span].reduce(0, +) == best.sum)
        #expect(span.upperBound == best.end)
    }

    /// Sums of sixteen bits run over alike; lines that are not asked keep what they have.
    @Test(arguments: [45, 1000, 32_000]) func linesAreScored(bound: Int) {
        var random = RandomText(seed: UInt64(bound))
        func numbers(_ count: Int, below bound: Int) -> [Int16] {
            (0..<count).map { _ in Int16(Int(random.next() % UInt64(2 * bound)) - bound) }
        }
        let starts = LineSlot.firstValues[LineSlot.secondStart...].map { $0 - LineSlot.firstOnlyValueCount }
        let direct = numbers(LineSlot.secondValueCount, below: bound).map { Int32($0) }
        let hidden = numbers(LineSlot.secondValueCount * 16, below: bound)
        let (bias, output) = (numbers(16, below: 400), numbers(16, below: 4140))
        let lone = starts.prefix(12).map { UInt16(4 * $0) } + [0, 0, 0, 0]
        let around = starts.dropFirst(12).map { start in
            let offset = UInt16(4 * start)
            return tamis_offset_group(offsets: (offset, offset, offset, offset, offset, offset, offset, offset))
        }
        for context in contexts {
            let isAsked = (0..<context.lineCount).map { _ in UInt8(random.next() % 2) }
            let expected = (0..<context.lineCount).map { index -> Int32 in
                guard isAsked[index] == 1 else { return -7 }
                let places = zip(starts, context.values(ofLine: index).dropFirst(LineSlot.secondStart)).map {
                    $0 + Int($1)
                }
                let sums = (0..<16).map { sum in
                    let value = places.reduce(bias[sum]) { $0 &+ hidden[16 * $1 + sum] }
                    return Int32(max(0, min(value, Int16(TAMIS_HIDDEN_LIMIT)))) * Int32(output[sum])
                }
                return 11 + places.reduce(0) { $0 + direct[$1] } + sums.reduce(0, +) >> 7
            }
            for set in Self.sets {
                var scores = [Int32](repeating: -7, count: context.lineCount)
                direct.withUnsafeBufferPointer { direct in
                    hidden.withUnsafeBufferPointer { hidden in
                        bias.withUnsafeBufferPointer { bias in
                            output.withUnsafeBufferPointer { output in
                                lone.withUnsafeBufferPointer { lone in
                                    around.withUnsafeBufferPointer { around in
                                        var network = tamis_line_network(
                                            score_bias: 11, direct: direct.baseAddress, hidden: hidden.baseAddress,
                                            bias: bias.baseAddress, output: output.baseAddress,
                                            lone_starts: lone.baseAddress, around_starts: around.baseAddress)
                                        let group = isAsked + [UInt8](repeating: 0, count: 8)
                                        withUnsafePointer(to: context.columns) {
                                            tamis_score_lines_on(set, $0, &network, group, &scores)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                #expect(scores == expected)
            }
        }
    }
}
