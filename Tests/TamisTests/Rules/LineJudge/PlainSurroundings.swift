import CKernels

@testable import Tamis

/// The values of the slots that ask for the surroundings of a line, one after the other.
struct PlainSurroundings {
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
        let gaps = [columns.gap_score, columns.gap_phrases]
        let runs = [columns.run_wording, columns.run_copies, columns.run_score]
        return given + scores + [kinds] + place + [spanKind, likeness, endings, copyPlace]
            + gaps.map { Int($0![index]) } + [header, introduction]
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

    private var isProse: [Bool] {
        (0..<count).map { columns.sight[$0] == LineSight.prose.rawValue && columns.score[$0] < -32 }
    }

    private var evidence: [Int] {
        (0..<count).map { index in
            let wording = Int(columns.wording[index])
            return columns.phrase_kind[index] == 0 ? wording : max(wording, 120)
        }
    }

    private var peaks: [Int] {
        let (isProse, evidence) = (isProse, evidence)
        func peak(_ lines: Range<Int>) -> Int {
            let strongest = isProse[index] ? nil : lines.map { evidence[$0] }.max()
            return scoreBin(max(strongest ?? -160, -160), width: 32, count: 10) * 6 + sight
        }
        func strongCount(_ distance: Int) -> Int {
            (max(index - distance, 0)..<min(index + distance + 1, count)).count { evidence[$0] > 96 }
        }
        let since = isProse[..<index].lastIndex(of: true).map { $0 + 1 } ?? 0
        let until = isProse[(index + 1)...].firstIndex(of: true) ?? count
        let near = min(strongCount(5) - strongCount(0), 5)
        return [peak(since..<index), peak(index + 1..<until), near * 6 + min(strongCount(14), 5)]
    }

    private var coarse: Int {
        let score = columns.score[index]
        return score < -160 ? 0 : score < -48 ? 1 : score < 48 ? 2 : score < 160 ? 3 : 4
    }

    private var header: Int {
        guard let last = (0...index).last(where: { columns.rows[$0].phrase_zone & 16 != 0 }) else { return 9 }
        let kind = [1: 0, 5: 1, 4: 2][columns.rows[last].phrase_kind] ?? 3
        return kind * 10 + min(octaveBin(index - last, limit: 47) / 2, 8)
    }

    private var introduction: Int {
        let isProse = isProse
        let last = (0..<index).last { Int(columns.rows[$0].ending) == ByteClass.colon.rawValue || isProse[$0] }
        guard let last, Int(columns.rows[last].ending) == ByteClass.colon.rawValue, !isProse[index] else {
            return 35 + coarse
        }
        return min(octaveBin(index - last, limit: 47) / 2, 6) * 5 + coarse
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
        let own = coarse
        let distanceClasses = [0, 1, 2, 3, 3, 4, 4, 5, 6, 7]
        let isProse = isProse
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
