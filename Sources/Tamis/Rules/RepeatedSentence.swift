/// The paragraphs of several lines that stand earlier in the text.
func repeatedParagraphs(in text: SegmentedDocument) -> [Match] {
    guard text.isHardWrapped else { return [] }
    let firsts = text.firstCopies(of: text.paragraphs)
    return text.paragraphs.indices.compactMap { index in
        let paragraph = text.paragraphs[index]
        guard firsts[index] != index, text.wordCount(in: paragraph.range, upTo: 3) >= 3 else { return nil }
        let range = paragraph.range.lowerBound..<paragraph.end
        return .cut(range, .repeats(text.paragraphs[firsts[index]].range, similarity: 1))
    }
}

/// The sentences that stand earlier in the text, as far as enough of their paragraphs stays.
func repeatedSentences(in context: borrowing RuleContext) -> [Match] {
    guard context.text.sentences.count > 1 else { return [] }
    let text = context.text
    let firsts = text.firstCopies(of: text.sentences)
    let leastWordCount = Int(context.limit("word_count"))
    let isRepeated = text.sentences.indices.map { index in
        let sentence = text.sentences[index]
        return firsts[index] != index && sentence.words.count >= leastWordCount
            && !introduces(text.document.utf8[sentence.range])
    }
    guard isRepeated.contains(true) else { return [] }
    let search = SentenceSearch(
        text: text, firsts: firsts, isRepeated: isRepeated, kinds: LineKinds(of: text),
        keptFraction: context.limit("kept_fraction"))
    let firstParagraphs = text.firstCopies(of: text.paragraphs)
    var matches: [Match] = []
    var start = 0
    for (index, paragraph) in text.paragraphs.enumerated() {
        var end = start
        while end < text.sentences.count, text.sentences[end].range.lowerBound < paragraph.range.upperBound { end += 1 }
        // A whole repeat that still stands was kept by a guard of its own rule.
        if firstParagraphs[index] == index { matches += search.matches(inSentences: start..<end, of: paragraph) }
        start = end
    }
    return matches
}

private struct SentenceSearch {
    let text: SegmentedDocument
    let firsts: [Int]
    let isRepeated: [Bool]
    let kinds: LineKinds
    let keptFraction: Double
    /// Where the first paragraphs end, in which a teaser may stand.
    private var headEnd: Int { text.paragraphs.prefix(headParagraphCount).last?.range.upperBound ?? 0 }

    func matches(inSentences sentences: Range<Int>, of paragraph: Segment) -> [Match] {
        let repeated = sentences.filter { isRepeated[$0] }
        guard !repeated.isEmpty else { return [] }
        let reasons = repeated.map { guardReason($0, in: sentences) }
        let leaving = zip(repeated, reasons).reduce(0) { $1.1 == nil ? $0 + text.sentences[$1.0].words.count : $0 }
        let staying = paragraph.words.count - leaving
        let kind = kinds.kind(ofLine: text.lineIndex(at: paragraph.range.lowerBound))
        var reason: String?
        if kind != .prose {
            reason = "it stands in a \(kind.rawValue)"
        } else if Double(staying) < keptFraction * Double(paragraph.words.count) {
            reason = "too little of its paragraph would stay"
        }
        let lastStanding = sentences.last { !isRepeated[$0] } ?? sentences.lowerBound
        return zip(repeated, reasons).map { index, ownReason in
            let sentence = text.sentences[index]
            let evidence = Evidence.repeats(text.sentences[firsts[index]].range, similarity: 1)
            if let reason = reason ?? ownReason {
                return .spared(sentence.range, evidence, because: reason)
            }
            // White space goes with the sentence before it, but at the end of a paragraph with the one after it.
            let range =
                index > lastStanding
                ? text.sentences[index - 1].range.upperBound..<sentence.range.upperBound
                : sentence.range.lowerBound..<min(sentence.end, paragraph.range.upperBound)
            return .cut(range, evidence)
        }
    }

    /// Why a sentence stays though enough of its paragraph would; nil where it goes.
    ///
    /// A scraper repeats what stands at the head, or several sentences together. One alone between others is how recipes,
    /// references and guides are written: "Let it rest for five minutes." Of a teaser and the paragraph that begins with it
    /// the teaser goes, as a near repeat.
    private func guardReason(_ index: Int, in sentences: Range<Int>) -> String? {
        let first = firsts[index]
        if sentences.contains(first) { return nil }
        if index == sentences.lowerBound, isTeaser(first) { return "near-repeat judges the teaser that it is" }
        let isInHead = text.sentences[first].range.lowerBound < headEnd
        let isInRun = [index - 1, index + 1].contains { neighbour in
            sentences.contains(neighbour) && isRepeated[neighbour] && firsts[neighbour] - first == neighbour - index
        }
        return isInHead || isInRun ? nil : "it recurs alone between other sentences"
    }

    /// Whether a sentence is one of the first paragraphs behind the headline, and long enough for a near repeat.
    private func isTeaser(_ sentence: Int) -> Bool {
        let words = text.sentences[sentence].words
        return words.count >= nearRepeatWordCount
            && text.paragraphs.prefix(headParagraphCount).dropFirst().contains { $0.words == words }
    }
}
