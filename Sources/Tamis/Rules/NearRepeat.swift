// Two paragraphs say the same if their words are nearly the same, copies counted, and stand in nearly the same order:
//
//     p  the ferry leaves from the pier at noon                 8 words
//     q  the ferry also leaves from the pier at noon            9 words
//     words in common 8, Jaccard 8 / (8 + 9 − 8) = .89          pairs of neighbours in common 6 of 7: in order
//
// Candidates come from an index of runs of three words: a paragraph is compared with the first and the latest paragraph
// that hold one of its runs, so a text of n words costs about n look-ups. Every candidate is measured exactly.

/// The paragraphs that repeat another one in nearly the same words.
func nearRepeats(in context: borrowing RuleContext) -> [Match] {
    let repeatedRuns = context.repeatedRuns ?? WordRuns.startsOfRepeats(ofLength: 3, in: context.text.words)
    guard !repeatedRuns.isEmpty else { return [] }
    let text = context.text
    let limits = NearLimits(
        jaccard: context.limit("jaccard"), containment: context.limit("containment"),
        wordCount: Int(context.limit("word_count")))
    let paragraphs = text.paragraphs
    var candidates = RunIndex(paragraphs, text.words, repeats: repeatedRuns, leastWordCount: limits.wordCount)
    guard candidates.mayHoldRepeats else { return [] }
    var kinds: LineKinds?
    var isTaken = [Bool](repeating: false, count: paragraphs.count)
    var matches: [Match] = []
    for index in paragraphs.indices where paragraphs[index].words.count >= limits.wordCount {
        for other in candidates.paragraphs(sharingRunsWith: index)
        where !isTaken[other] && !isTaken[index] {
            // An exact repeat that still stands was kept by a guard of its own rule.
            if text.isSameText(paragraphs[index], paragraphs[other]) { continue }
            guard let repeated = repeats(index, other, in: text, limits) else { continue }
            let lineKinds = kinds ?? LineKinds(of: text)
            kinds = lineKinds
            let paragraph = paragraphs[repeated.repeat]
            let evidence = Evidence.repeats(paragraphs[repeated.original].range, similarity: repeated.similarity)
            let range = paragraph.range.lowerBound..<paragraph.end
            if let reason = repeated.guardReason ?? guardReason(repeated, text, lineKinds) {
                matches.append(.spared(range, evidence, because: reason))
            } else {
                isTaken[repeated.repeat] = true
                matches.append(.cut(range, evidence))
            }
        }
    }
    return matches.sorted { $0.range.lowerBound < $1.range.lowerBound }
}

private struct NearLimits {
    let jaccard: Double
    let containment: Double
    let wordCount: Int
}

/// A pair that is near enough: which paragraph goes, which stays, how near, and what keeps them apart after all.
private struct NearPair {
    let `repeat`: Int
    let original: Int
    /// Whether the repeat is a part of the original only.
    let isContained: Bool
    let similarity: Double
    let guardReason: String?
}

/// Why a repeat stays though it is near enough; nil where it goes.
private func guardReason(_ pair: NearPair, _ text: SegmentedDocument, _ kinds: LineKinds) -> String? {
    for paragraph in [pair.repeat, pair.original] {
        let kind = kinds.kind(ofLine: text.lineIndex(at: text.paragraphs[paragraph].range.lowerBound))
        // A pull quote looks like speech.
        if kind != .prose, kind != .dialogue { return "it is a \(kind.rawValue), or its counterpart is" }
    }
    let bytes = text.document.utf8[text.paragraphs[pair.repeat].range]
    guard endsSentence(bytes) else { return "it is no sentence" }
    guard !introduces(bytes) else { return "it introduces what follows" }
    if pair.isContained, isCaption(pair.original, of: pair.repeat, in: text) { return "its counterpart is a caption" }
    let isFar = abs(pair.repeat - pair.original) > farDistance
    let isTeaser = pair.repeat < headParagraphCount || !pair.isContained && pair.original < headParagraphCount
    return isFar && !isTeaser ? "it stands far from its counterpart" : nil
}

/// Whether a paragraph is another one with brackets behind it, as the caption of a picture that names who took it.
///
/// The paragraph belongs to the article; that it stands in the caption too is no reason to take it out.
private func isCaption(_ longer: Int, of shorter: Int, in text: SegmentedDocument) -> Bool {
    let words = text.words[text.paragraphs[shorter].words]
    let longerWords = text.words[text.paragraphs[longer].words]
    guard longerWords.count > words.count, zip(words, longerWords).allSatisfy({ $0.hash == $1.hash }) else {
        return false
    }
    let end = Int(longerWords[longerWords.startIndex + words.count - 1].end)
    let rest = text.document.utf8[end..<text.paragraphs[longer].range.upperBound].trimmed
    let openingCount = rest.count { $0 == UInt8(ascii: "(") }
    return openingCount == 1 && rest.prefix(8).contains(UInt8(ascii: "(")) && rest.last == UInt8(ascii: ")")
}

/// The fewest words of a paragraph that goes, unless a setting says otherwise.
let nearRepeatWordCount = 8

/// How many times as long as the shorter the longer of two paragraphs may be.
private let lengthRatioLimit = 40

/// How many paragraphs at the start of a text a teaser may be among.
let headParagraphCount = 5

/// How many paragraphs a repeat may stand away from its counterpart, if neither is a teaser: what guides and references
/// say of one thing in one place, and of another in another, differs by a word.
private let farDistance = 6

/// Finds earlier paragraphs that share a run of three words.
///
/// Most runs stand once: only those that stand more than once are given to it.
private struct RunIndex: ~Copyable {
    private var table = HashTable()
    /// The first and the latest paragraph with each run.
    private var holders: [(first: Int32, latest: Int32)] = []
    /// The runs that stand more than once, and where those of each paragraph begin.
    private let runs: [UInt64]
    private let starts: [Int]
    private let wordCounts: [Int]
    /// The candidates of the paragraph at hand, and for each paragraph its place among them, from 1.
    private var candidates: [(paragraph: Int32, count: Int)] = []
    private var places: [UInt8]

    private static let candidateLimit = 32

    /// Indexes paragraphs of at least `leastWordCount` words; `repeats` are the starts of all runs that stand more than once.
    init(_ paragraphs: [Segment], _ words: [Word], repeats: [UInt32], leastWordCount: Int) {
        wordCounts = paragraphs.map { $0.words.count }
        places = Array(repeating: 0, count: paragraphs.count)
        var starts = [0]
        starts.reserveCapacity(paragraphs.count + 1)
        var runs: [UInt64] = []
        runs.reserveCapacity(repeats.count)
        var next = 0
        for paragraph in paragraphs {
            while next < repeats.count, repeats[next] < paragraph.words.lowerBound { next += 1 }
            while next < repeats.count, Int(repeats[next]) + 2 < paragraph.words.upperBound {
                let place = Int(repeats[next])
                // The hashes of words are as good as random: turned apart, they need no more mixing.
                let (second, third) = (words[place + 1].hash, words[place + 2].hash)
                let run = words[place].hash ^ (second << 21 | second >> 43) ^ (third << 42 | third >> 22)
                if paragraph.words.count >= leastWordCount { runs.append(run) }
                next += 1
            }
            starts.append(runs.count)
        }
        self.starts = starts
        self.runs = runs
        table.reset(expectedCount: min(runs.count / 2, 1 << 16))
        holders.reserveCapacity(runs.count / 2)
    }

    /// Whether some paragraph has so many runs that stand more than once that it can repeat another one.
    var mayHoldRepeats: Bool {
        wordCounts.indices.contains { index in
            let count = starts[index + 1] - starts[index]
            return count > 0 && Self.isEnough(count, forShorter: wordCounts[index])
        }
    }

    /// Whether a pair whose shorter paragraph has so many words is worth a look for so many runs in common.
    ///
    /// A pair that is near enough shares most runs; a fifth leaves room for a change in every tenth word.
    private static func isEnough(_ runCount: Int, forShorter wordCount: Int) -> Bool { runCount * 5 >= wordCount - 2 }

    /// At most four earlier paragraphs, those with most runs in common first; adds the runs of paragraph `index`.
    mutating func paragraphs(sharingRunsWith index: Int) -> [Int] {
        let paragraph = Int32(index)
        for place in starts[index]..<starts[index + 1] {
            let number = table.index(of: runs[place])
            if number == holders.count {
                holders.append((paragraph, paragraph))
                continue
            }
            let (first, latest) = holders[number]
            if first != paragraph { count(first) }
            guard latest != paragraph else { continue }
            if latest != first { count(latest) }
            holders[number].latest = paragraph
        }
        guard !candidates.isEmpty else { return [] }
        for candidate in candidates { places[Int(candidate.paragraph)] = 0 }
        candidates.sort { ($1.count, $0.paragraph) < ($0.count, $1.paragraph) }
        defer { candidates.removeAll(keepingCapacity: true) }
        // Paragraphs of very different length are not measured: many short ones beside a long one would cost its length each.
        return candidates.prefix(4).filter { candidate in
            let shorter = min(wordCounts[index], wordCounts[Int(candidate.paragraph)])
            let longer = max(wordCounts[index], wordCounts[Int(candidate.paragraph)])
            return Self.isEnough(candidate.count, forShorter: shorter) && longer <= lengthRatioLimit * shorter
        }.map { Int($0.paragraph) }
    }

    private mutating func count(_ paragraph: Int32) {
        let place = Int(places[Int(paragraph)])
        if place > 0 {
            candidates[place - 1].count += 1
        } else if candidates.count < Self.candidateLimit {
            candidates.append((paragraph, 1))
            places[Int(paragraph)] = UInt8(candidates.count)
        }
    }
}

private func combine(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right | 1)
    return product.high ^ product.low &+ left
}

/// Measures two paragraphs, the earlier one given second; nil where they are not near enough.
private func repeats(_ index: Int, _ other: Int, in text: SegmentedDocument, _ limits: NearLimits) -> NearPair? {
    let words = text.words[text.paragraphs[index].words]
    let otherWords = text.words[text.paragraphs[other].words]
    let shorterCount = min(words.count, otherWords.count)
    let jaccardOf = { (common: Int) in Double(common) / Double(words.count + otherWords.count - common) }
    let containmentOf = { (common: Int) in Double(common) / Double(shorterCount) }
    let isNear = { common in jaccardOf(common) >= limits.jaccard || containmentOf(common) >= limits.containment }
    guard isNear(mostCommonCount(words, otherWords)) else { return nil }
    let common = commonCount(words.map(\.hash), otherWords.map(\.hash))
    guard isNear(common) else { return nil }
    let (jaccard, containment) = (jaccardOf(common), containmentOf(common))
    let commonPairs = commonCount(pairs(of: words), pairs(of: otherWords))
    let order = Double(commonPairs) / Double(max(shorterCount - 1, 1))
    // A teaser that breaks off goes rather than the paragraph that goes on.
    let breaksOff = zip(words, otherWords).allSatisfy { $0.hash == $1.hash } && otherWords.count < words.count
    if jaccard >= limits.jaccard, order >= 0.6, !breaksOff {
        let reason = differs(words, otherWords, in: text) ?? differs(otherWords, words, in: text)
        return NearPair(
            repeat: index, original: other, isContained: false, similarity: jaccard, guardReason: reason)
    }
    guard containment >= limits.containment, order >= 0.85 else { return nil }
    let isShorter = words.count <= otherWords.count
    let reason = isShorter ? differs(words, otherWords, in: text) : differs(otherWords, words, in: text)
    return NearPair(
        repeat: isShorter ? index : other, original: isShorter ? other : index, isContained: true,
        similarity: containment, guardReason: reason)
}

private func pairs(of words: ArraySlice<Word>) -> [UInt64] {
    zip(words, words.dropFirst()).map { combine($0.hash, $1.hash) }
}

/// A number that `commonCount` of two lists of words does not exceed: 64 kinds of words are told apart.
private func mostCommonCount(_ left: ArraySlice<Word>, _ right: ArraySlice<Word>) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { surplus in
        surplus.initialize(repeating: 0)
        for word in left { surplus[Int(word.hash & 63)] &+= 1 }
        for word in right { surplus[Int(word.hash & 63)] &-= 1 }
        return left.count - surplus.reduce(0) { $0 + Int(max($1, 0)) }
    }
}

/// How many elements two lists have in common, copies counted.
private func commonCount(_ left: [UInt64], _ right: [UInt64]) -> Int {
    let left = left.sorted()
    let right = right.sorted()
    var count = 0
    var leftIndex = 0
    var rightIndex = 0
    while leftIndex < left.count, rightIndex < right.count {
        if left[leftIndex] == right[rightIndex] {
            count += 1
            leftIndex += 1
            rightIndex += 1
        } else if left[leftIndex] < right[rightIndex] {
            leftIndex += 1
        } else {
            rightIndex += 1
        }
    }
    return count
}
