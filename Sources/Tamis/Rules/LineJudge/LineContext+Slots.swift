extension LineContext {
    /// Writes the values of the slots that ask for the other lines.
    func write(to table: LineTable, wordingScores: [Int32]) {
        guard lineCount > 0 else { return }
        let page = PageView(self, table)
        writeGaps(table)
        writeHeaders(table)
        var runStart = 0
        var runEnd = 0
        for index in 0..<lineCount {
            if index >= runEnd {
                runStart = index
                runEnd = index + 1
                let isShort = table.sights[index] >= LineSight.short.rawValue
                while runEnd < lineCount, (table.sights[runEnd] >= LineSight.short.rawValue) == isShort { runEnd += 1 }
            }
            writeScores(index, table, wordingScores[index])
            writeKinds(index, table)
            writePlace(index, table, page)
            let isShort = table.sights[index] >= LineSight.short.rawValue
            let inRun = index == runStart ? 0 : index + 1 == runEnd ? 2 : 1
            table.set(
                .shortRun, ofLine: index,
                to: (isShort ? 0 : 20) + min(octaveBin(runEnd - runStart, limit: 11) / 2, 5) * 3 + inRun)
        }
    }

    @inline(__always)
    private func writeScores(_ index: Int, _ table: LineTable, _ wording: Int32) {
        let own = Int(scores[index])
        table.set(.ownScore, ofLine: index, to: scoreBin(own, width: 20, count: 32))
        table.set(.wording, ofLine: index, to: scoreBin(Int(wording), width: 20, count: 16))
        let before = index > 0 ? Int(scores[index - 1]) : nil
        let after = index + 1 < lineCount ? Int(scores[index + 1]) : nil
        table.set(.scoreBefore, ofLine: index, to: before.map { scoreBin($0, width: 56, count: 10) } ?? 10)
        table.set(.scoreAfter, ofLine: index, to: after.map { scoreBin($0, width: 56, count: 10) } ?? 10)
        let secondBefore = index > 1 ? scoreBin(Int(scores[index - 2]), width: 100, count: 6) : 3
        let secondAfter = index + 2 < lineCount ? scoreBin(Int(scores[index + 2]), width: 100, count: 6) : 3
        table.set(.secondScores, ofLine: index, to: secondBefore * 6 + secondAfter)
        let triple = coarse(before) * 25 + coarse(own) * 5 + coarse(after)
        table.set(.triple, ofLine: index, to: triple)
        table.set(.smallWindow, ofLine: index, to: scoreBin(mean(index - 3, index + 4), width: 36, count: 16))
        table.set(.middleWindow, ofLine: index, to: scoreBin(mean(index - 8, index + 9), width: 32, count: 16))
        table.set(.wideWindow, ofLine: index, to: scoreBin(mean(index - 20, index + 21), width: 30, count: 16))
        table.set(.windowBefore, ofLine: index, to: scoreBin(mean(index - 6, index), width: 36, count: 16))
        table.set(.windowAfter, ofLine: index, to: scoreBin(mean(index + 1, index + 7), width: 36, count: 16))
    }

    /// Writes what is common to the lines of each gap: the lines between one line of prose and the next.
    private func writeGaps(_ table: LineTable) {
        var start = 0
        while start < lineCount {
            var end = start
            var phraseCount = 0
            var labelCount = 0
            while end < lineCount, end == start || proseBehind[end] != 0 {
                if table.value(.phraseKind, ofLine: end) != 0 { phraseCount += 1 }
                if table.sights[end] >= LineSight.label.rawValue { labelCount += 1 }
                end += 1
            }
            let count = end - start
            let isHead = proseBehind[start] != 0
            let place = isHead ? 0 : end == lineCount ? 32 : 16
            let wording = Int(wordingSums[end] &- wordingSums[start]) / count
            let score = Int(sums[end] &- sums[start]) / count
            let length = place + octaveBin(count, limit: 15)
            let wordingValue = place + scoreBin(wording, width: 10, count: 16)
            let scoreValue = place + scoreBin(score, width: 28, count: 16)
            let phrases = place + shareBin(phraseCount * 2, of: count, steps: 14)
            let labels = place + shareBin(labelCount, of: count, steps: 14)
            for index in start..<end {
                table.set(.gapLength, ofLine: index, to: length)
                table.set(.gapWording, ofLine: index, to: wordingValue)
                table.set(.gapScore, ofLine: index, to: scoreValue)
                table.set(.gapPhrases, ofLine: index, to: phrases)
                table.set(.gapLabels, ofLine: index, to: labels)
            }
            start = end
        }
    }

    /// Writes how far behind the last line lies that opens a block, and of what kind it is.
    private func writeHeaders(_ table: LineTable) {
        var last = -1
        var kind = 0
        var introduced = -1
        for index in 0..<lineCount {
            if table.value(.phraseZone, ofLine: index) & 16 != 0 {
                last = index
                kind = Self.headerKinds[table.value(.phraseKind, ofLine: index)]
            }
            if proseBehind[index] == 0 { introduced = -1 }
            let introduction = introduced < 0 ? 7 : min(octaveBin(index - introduced, limit: 13) / 2, 6)
            table.set(.introduction, ofLine: index, to: introduction * 5 + coarse(Int(scores[index])))
            if table.value(.ending, ofLine: index) == ByteClass.colon.rawValue { introduced = index }
            let distance = last < 0 ? 9 : min(octaveBin(index - last, limit: 17) / 2, 8)
            table.set(.header, ofLine: index, to: (last < 0 ? 0 : kind) * 10 + distance)
            let near = window(wordingSums, index - 2, index + 3)
            table.set(.nearWording, ofLine: index, to: scoreBin(near, width: 14, count: 16))
            let far = window(wordingSums, index - 10, index + 11)
            table.set(.farWording, ofLine: index, to: scoreBin(far, width: 10, count: 16))
        }
    }

    /// Comment forms, related articles, newsletters and the rest, by the kind of phrase.
    private static let headerKinds = [3, 0, 3, 3, 2, 1, 3, 3, 3, 3, 3, 3, 3]

    @inline(__always)
    private func window(_ sums: [Int32], _ lower: Int, _ upper: Int) -> Int {
        let lower = max(lower, 0)
        let upper = min(upper, lineCount)
        return Int(sums[upper] &- sums[lower]) / (upper - lower)
    }

    /// A score in five classes; the middle one where there is no line.
    @inline(__always)
    private func coarse(_ score: Int?) -> Int {
        guard let score else { return 2 }
        return score < -160 ? 0 : score < -48 ? 1 : score < 48 ? 2 : score < 160 ? 3 : 4
    }

    @inline(__always)
    private func writeKinds(_ index: Int, _ table: LineTable) {
        func sight(_ place: Int) -> Int {
            place >= 0 && place < lineCount ? Int(table.sights[place]) : LineSight.bare.rawValue
        }
        let (before, own, after) = (sight(index - 1), sight(index), sight(index + 1))
        table.set(.kinds, ofLine: index, to: before * 36 + own * 6 + after)
        table.set(.secondKinds, ofLine: index, to: sight(index - 2) * 36 + own * 6 + sight(index + 2))
        let words = Int(table.wordCounts[index])
        func isLike(_ place: Int) -> Bool {
            guard place >= 0, place < lineCount, table.sights[place] == own else { return false }
            return abs(Int(table.wordCounts[place]) - words) * 4 <= words + 4
        }
        let opening = table.value(.opening, ofLine: index)
        let isListBefore = index > 0 && table.value(.opening, ofLine: index - 1) == opening
        let isListAfter = index + 1 < lineCount && table.value(.opening, ofLine: index + 1) == opening
        table.set(
            .likeness, ofLine: index,
            to: (isLike(index - 1) ? 1 : 0) + (isLike(index + 1) ? 2 : 0) + (isListBefore ? 4 : 0)
                + (isListAfter ? 8 : 0))
        let ending = table.value(.ending, ofLine: index)
        var sameCount = 0
        for place in max(index - 4, 0)..<min(index + 5, lineCount)
        where table.value(.ending, ofLine: place) == ending && table.value(.opening, ofLine: place) == opening {
            sameCount += 1
        }
        table.set(.evenness, ofLine: index, to: min(sameCount - 1, 7) * 6 + own)
        let lower = max(index - 6, 0)
        let upper = min(index + 7, lineCount)
        let sharedCount = Int(sharedSums[upper] &- sharedSums[lower])
        table.set(.nearShared, ofLine: index, to: min(sharedCount, 13))
        let sentenceCount =
            Int(sentenceSums[min(index + 5, lineCount)] &- sentenceSums[max(index - 4, 0)])
            - (own <= LineSight.sentence.rawValue ? 1 : 0)
        table.set(.endingsAround, ofLine: index, to: min(sentenceCount, 4) * 6 + own)
    }

    @inline(__always)
    private func writePlace(_ index: Int, _ table: LineTable, _ page: PageView) {
        let own = coarse(Int(scores[index]))
        let behind = octaveBin(Int(proseBehind[index]), limit: 9)
        let ahead = octaveBin(Int(proseAhead[index]), limit: 9)
        table.set(.proseDistance, ofLine: index, to: Self.distances[behind] * 8 + Self.distances[ahead])
        let prose = shareBin(Int(proseSums[index]), of: page.proseWordCount, steps: 7)
        table.set(.proseBefore, ofLine: index, to: min(prose, 7) * 6 + own)
        let (zone, distance) = zone(of: index)
        table.set(.spanZone, ofLine: index, to: zone * 5 + own)
        table.set(
            .spanDistance, ofLine: index,
            to: (index < span.lowerBound ? 0 : index >= span.upperBound ? 16 : 8)
                + min(octaveBin(distance, limit: 15) / 2, 7))
        table.set(.fromStart, ofLine: index, to: octaveBin(index, limit: 15))
        table.set(.fromEnd, ofLine: index, to: octaveBin(lineCount - 1 - index, limit: 15))
        table.set(.place, ofLine: index, to: index * 10 / lineCount)
        table.set(.pageSize, ofLine: index, to: page.size * 8 + page.certainShare)
        table.set(.pageProse, ofLine: index, to: page.proseShare * 8 + page.spanShare)
        let sight = Int(table.sights[index])
        table.set(.spanKind, ofLine: index, to: page.spanShortShare * 6 + sight)
        table.set(.pageFurniture, ofLine: index, to: page.certainShare * 5 + own)
        let first = Int(table.firstCopies[index])
        let firstZone = first < span.lowerBound ? 0 : first < span.upperBound ? 1 : 2
        let ownZone = index < span.lowerBound ? 0 : index < span.upperBound ? 1 : 2
        table.set(.copyPlace, ofLine: index, to: firstZone * 3 + ownZone)
    }

    /// 0, 1, 2, 3–5, 6–11, 12–15, 16–23 and more, by the bins of half octaves.
    private static let distances = [0, 1, 2, 3, 3, 4, 4, 5, 6, 7]

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
}

/// What holds for all lines of a page.
private struct PageView {
    let size: Int
    let certainShare: Int
    let proseWordCount: Int
    let proseShare: Int
    let spanShare: Int
    let spanShortShare: Int

    init(_ context: LineContext, _ table: LineTable) {
        let lineCount = context.lineCount
        size = min(octaveBin(lineCount, limit: 19) / 2, 7)
        certainShare = min(shareBin(context.certainCount * 3, of: lineCount * 2, steps: 7), 7)
        proseWordCount = Int(context.proseSums[lineCount])
        let wordCount = (0..<lineCount).reduce(0) { $0 + Int(min(table.wordCounts[$1], 60)) }
        proseShare = shareBin(proseWordCount, of: wordCount, steps: 7)
        spanShare = shareBin(context.span.count, of: lineCount, steps: 7)
        let shortCount = context.span.reduce(0) { $0 + (table.sights[$1] >= LineSight.short.rawValue ? 1 : 0) }
        spanShortShare = shareBin(shortCount, of: context.span.count, steps: 7)
    }
}
