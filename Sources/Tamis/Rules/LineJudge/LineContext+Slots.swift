import CKernels

// What all lines around a line have in common is written here; what each sees by itself, `look_around` works out for eight
// lines at a time.
extension LineContext {
    /// Writes the values that are common to lines of a gap, a block or a run, and finds the lists.
    func writeCommonSlots() -> LineRuns {
        writeGaps()
        writeHeaders()
        return LineRuns(self)
    }

    /// Writes what is common to the lines of each gap: the lines between one line of prose and the next.
    private func writeGaps() {
        let columns = columns
        var start = 0
        while start < lineCount {
            var end = start
            var phraseCount = 0
            while end < lineCount, end == start || columns.prose_behind[end] != 0 {
                if columns.rows[end].phrase_kind != 0 { phraseCount &+= 1 }
                end &+= 1
            }
            let count = end &- start
            let place = columns.prose_behind[start] != 0 ? 0 : end == lineCount ? 32 : 16
            let score = place &+ scoreBin(sum(start..<end, of: columns.score_sum) / count, width: 28, count: 16)
            let phrases = place &+ shareBin(phraseCount &* 2, of: count, steps: 14)
            for index in start..<end {
                columns.gap_score[index] = UInt8(truncatingIfNeeded: score)
                columns.gap_phrases[index] = UInt8(truncatingIfNeeded: phrases)
            }
            start = end
        }
    }

    /// Writes how far behind the last line lies that opens a block, and of what kind it is, or that ends in a colon.
    private func writeHeaders() {
        let columns = columns
        var last = -1
        var kind = 0
        var introduced = -1
        for index in 0..<lineCount {
            let row = columns.rows + index
            if row.pointee.phrase_zone & 16 != 0 {
                last = index
                kind = Self.headerKind(row.pointee.phrase_kind)
            }
            if columns.prose_behind[index] == 0 { introduced = -1 }
            let introduction = introduced < 0 ? 7 : min(octaveBin(index &- introduced, limit: 13) / 2, 6)
            let value = introduction &* 5 &+ coarse(columns.score[index])
            columns.introduction[index] = UInt8(truncatingIfNeeded: value)
            if row.pointee.ending == UInt8(ByteClass.colon.rawValue) { introduced = index }
            let header = last < 0 ? 9 : kind &* 10 &+ min(octaveBin(index &- last, limit: 17) / 2, 8)
            columns.header[index] = UInt8(truncatingIfNeeded: header)
        }
    }

    /// A score in five classes.
    @inline(__always)
    private func coarse(_ score: Int32) -> Int {
        score < -160 ? 0 : score < -48 ? 1 : score < 48 ? 2 : score < 160 ? 3 : 4
    }

    /// Comment forms, related articles, newsletters and the rest, by the kind of phrase.
    private static func headerKind(_ phraseKind: UInt8) -> Int {
        switch phraseKind {
        case 1: 0
        case 4: 2
        case 5: 1
        default: 3
        }
    }
}
