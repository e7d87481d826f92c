extension LineContext {
    /// Whether the second look has nothing to say about a line: prose that the first look is sure of.
    @inline(__always)
    func isCertainProse(_ index: Int) -> Bool {
        lines[index].score < Self.certainScore && table.sights[index] == LineSight.prose.rawValue
    }

    /// Odds of 1 to 100.
    private static let certainScore: Int32 = -300

    /// Writes the values that are common to lines of a gap, a block or a run, and finds the lists.
    func writeCommonSlots() -> LineRuns {
        writeGaps()
        writeHeaders()
        return LineRuns(self)
    }

    /// Writes the values of the other slots that ask for the lines around line `index`.
    @inline(__always)
    func writeSlots(ofLine index: Int, _ page: PageView) {
        let row = table.values + index &* LineSlot.count
        writeScores(index, row)
        writeShapes(index, row)
        writePlace(index, row, page)
    }

    @inline(__always)
    private func set(_ slot: LineSlot, _ row: UnsafeMutablePointer<UInt8>, _ value: Int) {
        row[slot.rawValue] = UInt8(truncatingIfNeeded: value)
    }

    @inline(__always)
    private func writeScores(_ index: Int, _ row: UnsafeMutablePointer<UInt8>) {
        let sight = Int(table.sights[index])
        set(.ownScore, row, scoreBin(Int(lines[index].score), width: 20, count: 32))
        set(.scoreBefore, row, index > 0 ? scoreBin(Int(lines[index - 1].score), width: 56, count: 10) : 10)
        set(.scoreAfter, row, index + 1 < lineCount ? scoreBin(Int(lines[index + 1].score), width: 56, count: 10) : 10)
        set(.smallWindow, row, scoreBin(mean(index - 3, index + 4), width: 36, count: 16))
        set(.windowAfter, row, scoreBin(mean(index + 1, index + 7), width: 36, count: 16))
        set(.sincePeak, row, scoreBin(Int(lines[index].sincePeak), width: 32, count: 10) * 6 + sight)
        set(.untilPeak, row, scoreBin(Int(lines[index].untilPeak), width: 32, count: 10) * 6 + sight)
        let isStrong = sum(index, index + 1) { $0.evidence }
        let near = min(sum(index - 5, index + 6) { $0.evidence } - isStrong, 5)
        set(.peaks, row, near * 6 + min(sum(index - 14, index + 15) { $0.evidence }, 5))
        let content = sum(index - 8, index + 9) { $0.content }
        let shared = shareBin(sum(index - 8, index + 9) { $0.shared }, of: content, steps: 9)
        set(.cohesion, row, shared * 4 + min(content / 8, 3))
    }

    @inline(__always)
    private func writeShapes(_ index: Int, _ row: UnsafeMutablePointer<UInt8>) {
        let sights = table.sights
        let own = Int(sights[index])
        let before = index > 0 ? Int(sights[index - 1]) : LineSight.bare.rawValue
        let after = index + 1 < lineCount ? Int(sights[index + 1]) : LineSight.bare.rawValue
        set(.kinds, row, before * 36 + own * 6 + after)
        let words = table.wordCounts[index]
        func isLike(_ place: Int) -> Bool {
            Int(sights[place]) == own && abs(table.wordCounts[place] - words) * 4 <= words + 4
        }
        let opening = row[LineSlot.opening.rawValue]
        var likeness = 0
        if index > 0 {
            if isLike(index - 1) { likeness += 1 }
            if (row - LineSlot.count)[LineSlot.opening.rawValue] == opening { likeness += 4 }
        }
        if index + 1 < lineCount {
            if isLike(index + 1) { likeness += 2 }
            if (row + LineSlot.count)[LineSlot.opening.rawValue] == opening { likeness += 8 }
        }
        set(.likeness, row, likeness)
        let signature = table.signatures[index]
        set(.signature, row, table.sameSignatureCount(besideLine: index) * 5 + Int(signature & 7))
        let sentences = sum(index - 4, index + 5) { $0.sentence } - (own <= LineSight.sentence.rawValue ? 1 : 0)
        set(.endingsAround, row, min(sentences, 4) * 6 + own)
    }

    @inline(__always)
    private func writePlace(_ index: Int, _ row: UnsafeMutablePointer<UInt8>, _ page: PageView) {
        let own = coarse(lines[index].score)
        let behind = octaveBin(Int(lines[index].proseBehind), limit: 9)
        let ahead = octaveBin(Int(lines[index].proseAhead), limit: 9)
        set(.proseDistance, row, distanceClass(behind) * 8 + distanceClass(ahead))
        let prose = shareBin(Int(lines[index].before.prose), of: proseWordCount, steps: 7)
        set(.proseBefore, row, min(prose, 7) * 6 + own)
        let (zone, distance) = zone(of: index)
        set(.spanZone, row, zone * 5 + own)
        let side = index < span.lowerBound ? 0 : index >= span.upperBound ? 2 : 1
        set(.spanDistance, row, side * 8 + min(octaveBin(distance, limit: 15) / 2, 7))
        set(.fromStart, row, octaveBin(index, limit: 15))
        set(.fromEnd, row, octaveBin(lineCount - 1 - index, limit: 15))
        set(.place, row, index * 10 / lineCount)
        set(.pageProse, row, page.prose)
        set(.spanKind, row, page.spanShortShare * 6 + Int(table.sights[index]))
        let first = Int(table.firstCopies[index])
        let firstZone = first < span.lowerBound ? 0 : first < span.upperBound ? 1 : 2
        set(.copyPlace, row, firstZone * 3 + side)
    }

    /// A distance in eight classes: 0, 1, 2, 3–5, 6–11, 12–15, 16–23 lines and more, by its bin of half octaves.
    @inline(__always)
    private func distanceClass(_ bin: Int) -> Int { 0x76_5443_3210 >> (bin * 4) & 15 }

    /// Where a line stands against the main span, in eight zones, and how far from its nearest border.
    @inline(__always)
    private func zone(of index: Int) -> (zone: Int, distance: Int) {
        if index < span.lowerBound {
            let distance = span.lowerBound - index
            return (distance > 10 ? 0 : distance > 3 ? 1 : 2, distance)
        }
        if index >= span.upperBound {
            let distance = index - span.upperBound + 1
            return (distance > 10 ? 7 : distance > 3 ? 6 : 5, distance)
        }
        let distance = min(index - span.lowerBound, span.upperBound - 1 - index)
        return (distance < 2 ? 3 : 4, distance)
    }

    /// A score in five classes.
    @inline(__always)
    private func coarse(_ score: Int32) -> Int {
        score < -160 ? 0 : score < -48 ? 1 : score < 48 ? 2 : score < 160 ? 3 : 4
    }

    /// Writes what is common to the lines of each gap: the lines between one line of prose and the next.
    private func writeGaps() {
        var start = 0
        while start < lineCount {
            var end = start
            var phraseCount = 0
            while end < lineCount, end == start || lines[end].proseBehind != 0 {
                if table.value(.phraseKind, ofLine: end) != 0 { phraseCount += 1 }
                end += 1
            }
            let count = end - start
            let place = lines[start].proseBehind != 0 ? 0 : end == lineCount ? 32 : 16
            let score = place + scoreBin(sum(start, end) { $0.score } / count, width: 28, count: 16)
            let phrases = place + shareBin(phraseCount * 2, of: count, steps: 14)
            for index in start..<end {
                table.set(.gapScore, ofLine: index, to: score)
                table.set(.gapPhrases, ofLine: index, to: phrases)
            }
            start = end
        }
    }

    /// Writes how far behind the last line lies that opens a block, and of what kind it is, or that ends in a colon.
    private func writeHeaders() {
        var last = -1
        var kind = 0
        var introduced = -1
        for index in 0..<lineCount {
            if table.value(.phraseZone, ofLine: index) & 16 != 0 {
                last = index
                kind = Self.headerKind(table.value(.phraseKind, ofLine: index))
            }
            if lines[index].proseBehind == 0 { introduced = -1 }
            let introduction = introduced < 0 ? 7 : min(octaveBin(index - introduced, limit: 13) / 2, 6)
            table.set(.introduction, ofLine: index, to: introduction * 5 + coarse(lines[index].score))
            if table.value(.ending, ofLine: index) == ByteClass.colon.rawValue { introduced = index }
            let distance = last < 0 ? 9 : min(octaveBin(index - last, limit: 17) / 2, 8)
            table.set(.header, ofLine: index, to: (last < 0 ? 0 : kind) * 10 + distance)
        }
    }

    /// Comment forms, related articles, newsletters and the rest, by the kind of phrase.
    private static func headerKind(_ phraseKind: Int) -> Int {
        switch phraseKind {
        case 1: 0
        case 4: 2
        case 5: 1
        default: 3
        }
    }
}

/// What holds for all lines of a page.
struct PageView {
    fileprivate let prose: Int
    fileprivate let spanShortShare: Int

    init(_ context: LineContext) {
        let table = context.table
        var wordCount = 0
        for index in 0..<context.lineCount { wordCount += Int(min(table.wordCounts[index], 60)) }
        let proseShare = shareBin(context.proseWordCount, of: wordCount, steps: 7)
        prose = proseShare * 8 + shareBin(context.span.count, of: context.lineCount, steps: 7)
        var shortCount = 0
        for index in context.span where table.sights[index] >= LineSight.short.rawValue { shortCount += 1 }
        spanShortShare = shareBin(shortCount, of: context.span.count, steps: 7)
    }
}
