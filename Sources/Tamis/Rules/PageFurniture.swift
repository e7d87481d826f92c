// The main span runs from the first line of prose to the last. Before it is the head, after it the tail:
//
//     Home                                             head   phrase `home` counts there
//     The council met on Monday and agreed to …        main
//     Subscribe                                        main   stays: no neighbour is furniture
//     It will meet again when the bridge is built.     main
//     Related articles                                 tail   opens a block that runs to the end
//     A cat in the tree                                tail   within the block
//
// Lines that say little by themselves ("Name", "Email") go beside a line that is furniture for a reason of its own.

/// The lines of the web site around an article: those that phrases take, and those that the judge takes.
func pageFurniture(in context: borrowing RuleContext) -> [Match] {
    let lines = context.text.lines
    let phraseReasons = reasonsByPhrases(in: context)
    let judged = FurnitureLines(
        of: context.text, hits: context.phraseHits, readings: context.lineReadings, level: context.furnitureLevel,
        judge: context.judge)
    if phraseReasons.isEmpty, judged == nil { return [] }
    let taken = judged?.taken(isNamed: context.namesFeatures) ?? []
    let guarded = taken.isEmpty ? nil : GuardedLines(context.text)
    var matches: [Match] = []
    var next = 0
    for index in lines.indices {
        let isJudged = next < taken.count && taken[next].line == index
        if isJudged { next += 1 }
        let range = lines[index].range.lowerBound..<lines[index].end
        if !phraseReasons.isEmpty, let reason = phraseReasons[index] {
            matches.append(.cut(range, .debris(reason)))
        } else if isJudged {
            let evidence = Evidence.debris(taken[next - 1].reason)
            if let kept = guarded?.reason(toKeep: index, isNearStart: judged?.isNearStart(index) == true) {
                matches.append(.spared(range, evidence, because: kept))
            } else {
                matches.append(.cut(range, evidence))
            }
        }
    }
    return matches
}

/// A line that a phrase takes.
private typealias LineHit = (line: Int, hit: PhraseIndex.Hit)

/// Why phrases take lines, for each line; empty where they take none.
private func reasonsByPhrases(in context: borrowing RuleContext) -> [String?] {
    let lines = context.text.lines
    var hits: [LineHit] = []
    context.phraseHits.forEach(among: lines) { hits.append(($0, $1)) }
    guard !hits.isEmpty else { return [] }
    let main = mainSpan(of: context.text, hits)
    var reasons = [String?](repeating: nil, count: lines.count)
    var block: String?
    var next = 0
    func goOn(to end: Int) {
        if let block { for index in next..<end { reasons[index] = block } }
        next = end
    }
    for (line, hit) in hits {
        goOn(to: line + 1)
        let zone: FurniturePhrase.Zone = line < main.lowerBound ? .head : line >= main.upperBound ? .tail : .inside
        guard !hit.zone.isDisjoint(with: zone) else { continue }
        // No page begins with its footer: a text that begins with `Privacy Policy` is one.
        if line == 0, hit.kind == .footer { continue }
        reasons[line] = hit.kind.rawValue
        // A header further down renames the rest.
        if hit.opensBlock, zone == .tail { block = "block: \(hit.kind.rawValue)" }
    }
    goOn(to: lines.count)
    // Lines that go beside furniture: each that is taken can take the next.
    for (line, hit) in hits where line > 0 { spread(from: line - 1, to: line, hit, &reasons) }
    for (line, hit) in hits.reversed() where line + 1 < lines.count { spread(from: line + 1, to: line, hit, &reasons) }
    return reasons
}

/// What the judge may not take: the document's title, its author, code and verse.
///
/// A class, so that asking for each line copies nothing.
private final class GuardedLines {
    private let text: SegmentedDocument
    private let kinds: LineKinds
    private let title: DocumentTitle

    init(_ text: SegmentedDocument) {
        self.text = text
        kinds = LineKinds(of: text)
        title = DocumentTitle(of: text.document)
    }

    /// Why line `index` stays, or nil.
    func reason(toKeep index: Int, isNearStart: Bool) -> String? {
        if title.names(text.lines[index]) { return "it is the title" }
        if isNearStart, isByline(text.lines[index], in: text) { return "it names the author" }
        return kinds.codeOrVerse(ofLine: index).map { "it is \($0.rawValue)" }
    }
}

/// The lines from the first that is prose to the last; all where the text has no prose.
private func mainSpan(of text: SegmentedDocument, _ hits: [LineHit]) -> Range<Int> {
    var isHit = [Bool](repeating: false, count: text.lines.count)
    // A consent notice is as long as prose, and a phrase knows it.
    for (line, _) in hits { isHit[line] = true }
    func isMain(_ line: Int) -> Bool { !isHit[line] && isProse(text.lines[line], in: text) }
    guard let first = text.lines.indices.first(where: isMain), let last = text.lines.indices.last(where: isMain) else {
        return text.lines.indices
    }
    return first..<last + 1
}

/// Whether a line is prose: twenty words, or ten that end a sentence.
func isProse(_ line: Segment, in text: SegmentedDocument) -> Bool {
    return line.words.count >= 20 || line.words.count >= 10 && endsSentence(text.document.utf8[line.range])
}

/// Takes a line that goes beside furniture, if its neighbour is taken.
private func spread(from neighbour: Int, to line: Int, _ hit: PhraseIndex.Hit, _ reasons: inout [String?]) {
    guard reasons[line] == nil, reasons[neighbour] != nil, hit.zone.contains(.neighbour) else { return }
    reasons[line] = hit.kind.rawValue
}
