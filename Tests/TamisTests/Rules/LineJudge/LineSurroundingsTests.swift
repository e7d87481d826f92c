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
            columns.rows[index].phrase_kind = number(below: 20) == 0 ? 3 : 0
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

/// The values of the slots that ask for the surroundings of a line, one after the other.
private struct PlainSurroundings {
    private let context: LineContext
    private let columns: tamis_line_columns
    private let index: Int

    init(_ context: LineContext, _ index: Int) {
        (self.context, self.index) = (context, index)
        columns = context.columns
    }

    private var count: Int { context.lineCount }
    private var sight: Int { Int(columns.sight[index]) }

    var values: [Int] {
        let given = [columns.copies, columns.shared].map { Int($0![index]) }
        let gaps = [columns.gap_score, columns.gap_phrases, columns.header, columns.introduction]
        let runs = [columns.run_wording, columns.run_copies, columns.run_score]
        return given + scores + [kinds] + place + [spanKind, likeness, endings, copyPlace]
            + gaps.map { Int($0![index]) }
            + peaks + [signature, cohesion] + runs.map { Int($0![index]) }
    }

    private func sum(_ lower: Int, _ upper: Int, of column: UnsafeMutablePointer<Int32>) -> Int {
        context.sum(max(index + lower, 0)..<max(min(index + upper, count), 0), of: column)
    }

    private var scores: [Int] {
        func score(_ index: Int) -> Int { scoreBin(Int(columns.score[index]), width: 56, count: 10) }
        func mean(_ lower: Int, _ upper: Int) -> Int {
            let lineCount = min(index + upper, count) - max(index + lower, 0)
            return lineCount > 0 ? sum(lower, upper, of: columns.score_sum) / lineCount : 0
        }
        return [
            scoreBin(Int(columns.score[index]), width: 20, count: 32), index > 0 ? score(index - 1) : 10,
            index + 1 < count ? score(index + 1) : 10, scoreBin(mean(-3, 4), width: 36, count: 16),
            index + 1 < count ? scoreBin(mean(1, 7), width: 36, count: 16) : 8,
        ]
    }

    private var peaks: [Int] {
        let all = min(sum(-14, 15, of: columns.evidence_sum), 5)
        let near = min(sum(-5, 6, of: columns.evidence_sum) - sum(0, 1, of: columns.evidence_sum), 5)
        return [columns.since_peak, columns.until_peak].map {
            scoreBin(Int($0![index]), width: 32, count: 10) * 6 + sight
        } + [near * 6 + all]
    }

    private var kinds: Int {
        let before = index > 0 ? Int(columns.sight[index - 1]) : LineSight.bare.rawValue
        let after = index + 1 < count ? Int(columns.sight[index + 1]) : LineSight.bare.rawValue
        return before * 36 + sight * 6 + after
    }

    private var likeness: Int {
        let words = columns.word_count[index]
        func isLike(_ place: Int) -> Bool {
            columns.sight[place] == columns.sight[index] && abs(columns.word_count[place] - words) * 4 <= words + 4
        }
        func opensLike(_ place: Int) -> Bool { columns.signature[place] >> 12 == columns.signature[index] >> 12 }
        var likeness = 0
        if index > 0 { likeness += (isLike(index - 1) ? 1 : 0) + (opensLike(index - 1) ? 4 : 0) }
        if index + 1 < count { likeness += (isLike(index + 1) ? 2 : 0) + (opensLike(index + 1) ? 8 : 0) }
        return likeness
    }

    private var signature: Int {
        let near = max(index - 4, 0)..<min(index + 5, count)
        let alikeCount = near.count { columns.signature[$0] == columns.signature[index] } - 1
        return alikeCount * 5 + Int(columns.signature[index] & 7)
    }

    private var endings: Int {
        let own = sight <= LineSight.sentence.rawValue ? 1 : 0
        return min(sum(-4, 5, of: columns.sentence_sum) - own, 4) * 6 + sight
    }

    private var cohesion: Int {
        let content = sum(-8, 9, of: columns.content_sum)
        let shared = shareBin(sum(-8, 9, of: columns.shared_sum), of: content, steps: 9)
        return shared * 4 + min(content / 8, 3)
    }

    private func zone(_ index: Int) -> Int {
        index < context.span.lowerBound ? 0 : index < context.span.upperBound ? 1 : 2
    }

    private var spanKind: Int {
        let short = context.span.count { columns.sight[$0] >= LineSight.short.rawValue }
        return shareBin(short, of: context.span.count, steps: 7) * 6 + sight
    }

    private var copyPlace: Int { zone(Int(columns.first_copy[index])) * 3 + zone(index) }

    private var place: [Int] {
        let score = columns.score[index]
        let own = score < -160 ? 0 : score < -48 ? 1 : score < 48 ? 2 : score < 160 ? 3 : 4
        let distanceClasses = [0, 1, 2, 3, 3, 4, 4, 5, 6, 7]
        let isProse = (0..<count).map { columns.sight[$0] == LineSight.prose.rawValue && columns.score[$0] < -32 }
        let behind = isProse[...index].lastIndex(of: true).map { index - $0 } ?? count + 1000
        let ahead = isProse[index...].firstIndex(of: true).map { $0 - index } ?? count + 1000
        let proseDistance =
            distanceClasses[octaveBin(behind, limit: 9)] * 8 + distanceClasses[octaveBin(ahead, limit: 9)]
        let before = shareBin(Int(columns.prose_sum[index]), of: context.proseWordCount, steps: 7)
        let (span, side) = (context.span, zone(index))
        let distance =
            side == 0
            ? span.lowerBound - index
            : side == 2 ? index - span.upperBound + 1 : min(index - span.lowerBound, span.upperBound - 1 - index)
        let far = distance > 10 ? 2 : distance > 3 ? 1 : 0
        let zone = side == 0 ? 2 - far : side == 2 ? 5 + far : distance < 2 ? 3 : 4
        let words = (0..<count).reduce(0) { $0 + Int(min(columns.word_count[$1], 60)) }
        let prose = shareBin(context.proseWordCount, of: words, steps: 7) * 8
        return [
            proseDistance, before * 6 + own, zone * 5 + own, side * 8 + min(octaveBin(distance, limit: 15) / 2, 7),
            octaveBin(index, limit: 15), octaveBin(count - 1 - index, limit: 15), index * 10 / count,
            prose + shareBin(span.count, of: count, steps: 7),
        ]
    }
}
