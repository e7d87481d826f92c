// The second look. Scores of lines by themselves are summed over windows, the main span is the run of lines with the
// largest sum, and every line learns where it stands:
//
//     line                       score   span     distance to prose
//     Home                         +90   before   2 lines to the next
//     World                        +70   before   1
//     The council met on Monday …  -95   inside   0
//     It will meet again when …    -99   inside   0
//     Share this                  +120   after    1 line from the last

/// What the lines of a text say about each other.
///
/// A class, so that its columns are freed once and asking for a number needs no check for other owners.
final class LineContext {
    let table: LineTable
    let lineCount: Int
    /// The lines of the main span.
    private(set) var span = 0..<0
    /// Words of prose in the text.
    private(set) var proseWordCount = 0

    /// The scores of the lines by themselves, held within ± `scoreLimit`, and the sum of those before each line.
    let scores: UnsafeMutablePointer<Int32>
    let scoreSums: UnsafeMutablePointer<Int32>
    /// The parts that the lines' words make, held within ± `wordingLimit`, and their sums.
    let wordings: UnsafeMutablePointer<Int32>
    let wordingSums: UnsafeMutablePointer<Int32>
    /// How strongly words or a phrase speak for furniture, and how many lines before each have words that do.
    let evidence: UnsafeMutablePointer<Int32>
    let evidenceSums: UnsafeMutablePointer<Int32>
    /// Before each line: words of prose; lines that end like a sentence; words that the prose has too, of how many.
    let proseSums: UnsafeMutablePointer<Int32>
    let sentenceSums: UnsafeMutablePointer<Int32>
    let sharedSums: UnsafeMutablePointer<Int32>
    let contentSums: UnsafeMutablePointer<Int32>
    /// How many lines it is to the last prose before the line and the next behind it, 0 for prose itself.
    let proseBehind: UnsafeMutablePointer<Int32>
    let proseAhead: UnsafeMutablePointer<Int32>
    /// The strongest evidence between the last prose and the line, and between the line and the next prose.
    let sincePeaks: UnsafeMutablePointer<Int32>
    let untilPeaks: UnsafeMutablePointer<Int32>
    private static let columnCount = 14

    /// 64 units are a factor of e in the odds.
    static let unit = 64
    static let scoreLimit = 5 * Int32(unit)
    static let wordingLimit: Int32 = 160
    static let farAway: Int32 = 1 << 20
    /// The evidence that a phrase of the table is.
    private static let phraseEvidence: Int32 = 120
    /// Words that speak for furniture in a line.
    private static let strongEvidence: Int32 = 96

    /// Puts the scores of lines by themselves into context.
    init(_ table: LineTable, scores: UnsafeBufferPointer<Int32>, wordingScores: UnsafeBufferPointer<Int32>) {
        self.table = table
        lineCount = table.lineCount
        let size = table.lineCount + 1
        self.scores = .allocate(capacity: Self.columnCount * size)
        scoreSums = self.scores + 1 * size
        wordings = self.scores + 2 * size
        wordingSums = self.scores + 3 * size
        evidence = self.scores + 4 * size
        evidenceSums = self.scores + 5 * size
        proseSums = self.scores + 6 * size
        sentenceSums = self.scores + 7 * size
        sharedSums = self.scores + 8 * size
        contentSums = self.scores + 9 * size
        proseBehind = self.scores + 10 * size
        proseAhead = self.scores + 11 * size
        sincePeaks = self.scores + 12 * size
        untilPeaks = self.scores + 13 * size
        sum(scores, wordingScores)
        lookBack()
    }

    deinit { scores.deallocate() }

    private func sum(_ rawScores: UnsafeBufferPointer<Int32>, _ rawWordings: UnsafeBufferPointer<Int32>) {
        for sums in [scoreSums, wordingSums, evidenceSums, proseSums, sentenceSums, sharedSums, contentSums] {
            sums[0] = 0
        }
        var last = -1
        var peak = -Self.wordingLimit
        var best = (sum: 0, range: 0..<0)
        var running = (sum: 0, start: 0)
        for index in 0..<lineCount {
            let score = max(-Self.scoreLimit, min(rawScores[index], Self.scoreLimit))
            let wording = max(-Self.wordingLimit, min(rawWordings[index], Self.wordingLimit))
            let isPhrase = table.value(.phraseKind, ofLine: index) != 0
            let evidence = isPhrase ? max(wording, Self.phraseEvidence) : wording
            let words = min(table.wordCounts[index], 60)
            let isProse = table.sights[index] == LineSight.prose.rawValue && score < -32
            let isSentence = table.sights[index] <= LineSight.sentence.rawValue
            let shared = Int32(table.value(.shared, ofLine: index))
            scores[index] = score
            wordings[index] = wording
            self.evidence[index] = evidence
            add(score, to: scoreSums, index)
            add(wording, to: wordingSums, index)
            add(evidence > Self.strongEvidence ? 1 : 0, to: evidenceSums, index)
            add(isProse ? words : 0, to: proseSums, index)
            add(isSentence ? 1 : 0, to: sentenceSums, index)
            add(shared < 29 ? shared % 5 : 0, to: sharedSums, index)
            add(shared < 29 ? shared / 5 : 4, to: contentSums, index)
            if isProse {
                last = index
                peak = -Self.wordingLimit
            }
            sincePeaks[index] = peak
            proseBehind[index] = last < 0 ? Self.farAway : Int32(truncatingIfNeeded: index - last)
            if !isProse { peak = max(peak, evidence) }
            // A line counts for the span as its words do, and a short one not for nothing.
            let gain = Int(-score - 16) &* Int(min(words, 40) + 4)
            if running.sum <= 0 { running = (0, index) }
            running.sum += gain
            if running.sum > best.sum { best = (running.sum, running.start..<index + 1) }
        }
        span = best.range
        proseWordCount = Int(proseSums[lineCount])
    }

    @inline(__always)
    private func add(_ number: Int32, to sums: UnsafeMutablePointer<Int32>, _ index: Int) {
        sums[index + 1] = sums[index] &+ number
    }

    private func lookBack() {
        var next = -1
        var peak = -Self.wordingLimit
        for index in stride(from: lineCount - 1, through: 0, by: -1) {
            let isProse = proseBehind[index] == 0
            if isProse {
                next = index
                peak = -Self.wordingLimit
            }
            untilPeaks[index] = peak
            proseAhead[index] = next < 0 ? Self.farAway : Int32(truncatingIfNeeded: next - index)
            if !isProse { peak = max(peak, evidence[index]) }
        }
    }

    /// What sums grow by over the lines of a window that there are.
    @inline(__always)
    func sum(_ sums: UnsafeMutablePointer<Int32>, _ lower: Int, _ upper: Int) -> Int {
        let lower = max(lower, 0)
        let upper = min(upper, lineCount)
        return lower < upper ? Int(sums[upper] &- sums[lower]) : 0
    }

    /// The mean score of the lines of a window that there are.
    @inline(__always)
    func mean(_ lower: Int, _ upper: Int) -> Int {
        let lower = max(lower, 0)
        let upper = min(upper, lineCount)
        guard lower < upper else { return 0 }
        return Int(scoreSums[upper] &- scoreSums[lower]) / (upper - lower)
    }
}
