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
struct LineContext {
    let lineCount: Int
    /// Scores of the lines by themselves, held within ± `scoreLimit`.
    let scores: [Int32]
    /// The sum of all scores before each line.
    let sums: [Int32]
    /// Words of prose before each line.
    let proseSums: [Int32]
    /// The lines of the main span.
    let span: Range<Int>
    /// How many lines each lie to the last prose before it and the next behind it, 0 for prose itself.
    let proseBehind: [Int32]
    let proseAhead: [Int32]
    /// The sum of the scores of wording before each line.
    let wordingSums: [Int32]
    /// How many lines before each end like a sentence, and how many share words with the prose.
    let sentenceSums: [Int32]
    let sharedSums: [Int32]
    /// How many lines are furniture by themselves.
    let certainCount: Int

    /// 64 units are a factor of e in the odds.
    static let unit = 64
    static let scoreLimit: Int32 = 5 * 64
    static let farAway: Int32 = 1 << 20

    /// Puts the scores of lines by themselves into context.
    init(_ table: LineTable, scores rawScores: [Int32], wordingScores: [Int32]) {
        let count = table.lineCount
        lineCount = count
        var scores = [Int32](repeating: 0, count: count)
        var sums = [Int32](repeating: 0, count: count + 1)
        var wordingSums = [Int32](repeating: 0, count: count + 1)
        var sentenceSums = wordingSums
        var sharedSums = wordingSums
        var proseSums = [Int32](repeating: 0, count: count + 1)
        var proseBehind = [Int32](repeating: Self.farAway, count: count)
        var proseAhead = [Int32](repeating: Self.farAway, count: count)
        var certainCount = 0
        var last = -1
        var best = (sum: 0, range: 0..<0)
        var running = (sum: 0, start: 0)
        for index in 0..<count {
            let score = max(-Self.scoreLimit, min(rawScores[index], Self.scoreLimit))
            scores[index] = score
            sums[index + 1] = sums[index] &+ score
            wordingSums[index + 1] = wordingSums[index] &+ max(-160, min(wordingScores[index], 160))
            let isSentence = table.sights[index] <= LineSight.sentence.rawValue
            sentenceSums[index + 1] = sentenceSums[index] &+ (isSentence ? 1 : 0)
            let shared = table.value(.shared, ofLine: index)
            sharedSums[index + 1] = sharedSums[index] &+ (shared < 29 && shared % 5 > 0 ? 1 : 0)
            if score > 128 { certainCount += 1 }
            let words = min(table.wordCounts[index], 60)
            let isProse = table.sights[index] == LineSight.prose.rawValue && score < -32
            proseSums[index + 1] = proseSums[index] &+ (isProse ? words : 0)
            if isProse { last = index }
            if last >= 0 { proseBehind[index] = Int32(truncatingIfNeeded: index - last) }
            // A line counts for the span as its words do, and a short one not for nothing.
            let gain = Int(-score - 16) * Int(min(words, 40) + 4)
            if running.sum <= 0 { running = (0, index) }
            running.sum += gain
            if running.sum > best.sum { best = (running.sum, running.start..<index + 1) }
        }
        var next = -1
        for index in stride(from: count - 1, through: 0, by: -1) {
            if proseBehind[index] == 0 { next = index }
            if next >= 0 { proseAhead[index] = Int32(truncatingIfNeeded: next - index) }
        }
        self.scores = scores
        self.sums = sums
        self.wordingSums = wordingSums
        self.sentenceSums = sentenceSums
        self.sharedSums = sharedSums
        self.proseSums = proseSums
        self.proseBehind = proseBehind
        self.proseAhead = proseAhead
        self.certainCount = certainCount
        span = best.range
    }

    /// The mean score of the lines of `range` that there are.
    @inline(__always)
    func mean(_ lower: Int, _ upper: Int) -> Int {
        let lower = max(lower, 0)
        let upper = min(upper, lineCount)
        guard lower < upper else { return 0 }
        return Int(sums[upper] &- sums[lower]) / (upper - lower)
    }
}
