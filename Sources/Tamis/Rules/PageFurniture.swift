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
    var guarded: GuardedLines?
    var matches: [Match] = []
    for index in lines.indices {
        let range = lines[index].range.lowerBound..<lines[index].end
        if !phraseReasons.isEmpty, let reason = phraseReasons[index] {
            matches.append(.cut(range, .debris(reason)))
        } else if let judged, let reason = judged.reason(forLine: index, isNamed: context.namesFeatures) {
            if guarded == nil { guarded = GuardedLines(context.text) }
            if let kept = guarded?.reason(toKeep: index, isNearStart: judged.isNearStart(index)) {
                matches.append(.spared(range, .debris(reason), because: kept))
            } else {
                matches.append(.cut(range, .debris(reason)))
            }
        }
    }
    return matches
}

/// Why phrases take lines, for each line; empty where they take none.
private func reasonsByPhrases(in context: borrowing RuleContext) -> [String?] {
    let lines = context.text.lines
    var hits: [PhraseIndex.Hit?] = []
    context.phraseHits.forEach(among: lines) { line, hit in
        if hits.isEmpty { hits = Array(repeating: nil, count: lines.count) }
        hits[line] = hit
    }
    guard !hits.isEmpty else { return [] }
    let zones = lineZones(of: context.text, hits)
    var reasons = [String?](repeating: nil, count: lines.count)
    var block: String?
    for (index, hit) in hits.enumerated() {
        reasons[index] = block
        guard let hit, !hit.zone.isDisjoint(with: zones[index]) else { continue }
        // No page begins with its footer: a text that begins with `Privacy Policy` is one.
        if index == 0, hit.kind == .footer { continue }
        reasons[index] = hit.kind.rawValue
        // A header further down renames the rest.
        if hit.opensBlock, zones[index] == .tail { block = "block: \(hit.kind.rawValue)" }
    }
    spread(&reasons, hits, lines.indices)
    spread(&reasons, hits, lines.indices.reversed())
    return reasons
}

/// What the judge may not take: the document's title, its author, code and verse.
///
/// A class, so that asking for each line copies nothing.
private final class GuardedLines {
    private let text: SegmentedDocument
    private let kinds: LineKinds
    private let title: Key?

    init(_ text: SegmentedDocument) {
        self.text = text
        kinds = LineKinds(of: text)
        title = text.document.title.flatMap {
            SegmentedDocument(Document(id: "", utf8: Array($0.utf8)), levels: .lines).lines.first?.key
        }
    }

    /// Why line `index` stays, or nil.
    func reason(toKeep index: Int, isNearStart: Bool) -> String? {
        if text.lines[index].key == title { return "it is the title" }
        if isNearStart, isByline(text.lines[index], in: text) { return "it names the author" }
        return kinds.codeOrVerse(ofLine: index).map { "it is \($0.rawValue)" }
    }
}

/// The zone of each line: head, tail or inside; all lines are inside where the text has no prose.
private func lineZones(of text: SegmentedDocument, _ hits: [PhraseIndex.Hit?]) -> [FurniturePhrase.Zone] {
    // A consent notice is as long as prose, and a phrase knows it.
    let proseFlags = zip(text.lines, hits).map { $1 == nil && isProse($0, in: text) }
    guard let first = proseFlags.firstIndex(of: true), let last = proseFlags.lastIndex(of: true) else {
        return proseFlags.map { _ in .inside }
    }
    return proseFlags.indices.map { $0 < first ? .head : $0 > last ? .tail : .inside }
}

/// Whether a line is prose: twenty words, or ten that end a sentence.
func isProse(_ line: Segment, in text: SegmentedDocument) -> Bool {
    return line.words.count >= 20 || line.words.count >= 10 && endsSentence(text.document.utf8[line.range])
}

/// Takes lines that go beside furniture, along `order`, so that each taken line can take the next.
private func spread(_ reasons: inout [String?], _ hits: [PhraseIndex.Hit?], _ order: some Sequence<Int>) {
    var previous: Int?
    for index in order {
        if reasons[index] == nil, let hit = hits[index], hit.zone.contains(.neighbour), let previous,
            reasons[previous] != nil
        {
            reasons[index] = hit.kind.rawValue
        }
        previous = index
    }
}
