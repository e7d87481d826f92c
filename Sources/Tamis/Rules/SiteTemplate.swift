// A document of a site whose templates are marked t, with the words of its paragraphs of ten words or more:
//
//        The river rises again
//     t  Follow the Example News on all channels
//        It rained for days … (40 words)                  40
//     t  Example News is published by … (30 words)        30
//
// Templates would take 30 of 70 words, which is not over half, so both lines go. If the last line had 50 words, only the
// short one would go: where furniture outweighs the prose it may be the prose.

/// The lines and paragraphs of a text that are templates of its site.
func siteTemplates(in context: borrowing RuleContext) -> [Match] {
    guard !context.corpus.templates.isEmpty else { return [] }
    let text = context.text
    let found = templates(of: text, among: context.corpus.templates)
    guard !found.isEmpty else { return [] }
    let title = titleLine(of: text).map { text.lines[$0].range }
    let zones = found.contains(where: \.entry.isOnlyInZones) ? OuterZones(of: text, except: found) : nil
    let reasons = found.map { template -> String? in
        if let title, template.segment.range.overlaps(title) { return "it is the headline" }
        let isInside = template.entry.isOnlyInZones && zones?.contains(template.segment.range) != true
        return isInside ? "it stands inside the prose, and the documents are few" : nil
    }
    let outweighs = outweighProse(zip(found, reasons).filter { $1 == nil }.map(\.0.segment), in: text)
    return zip(found, reasons).map { template, reason in
        let range = template.segment.range.lowerBound..<template.segment.end
        let evidence = Evidence.inDocuments(template.entry.voteCount, first: template.entry.documents)
        let isTooMuch = outweighs && template.segment.words.count >= longParagraphWordCount
        guard let reason = reason ?? (isTooMuch ? "templates would take over half of the text" : nil) else {
            return .cut(range, evidence)
        }
        return .spared(range, evidence, because: reason)
    }
}

/// Whether segments that would go have over half the words of the longer paragraphs.
private func outweighProse(_ segments: [Segment], in text: SegmentedDocument) -> Bool {
    func wordCount(_ segments: [Segment]) -> Int {
        segments.reduce(0) { $0 + ($1.words.count >= longParagraphWordCount ? $1.words.count : 0) }
    }
    let taken = wordCount(segments)
    return taken > 0 && taken * 2 > wordCount(text.paragraphs)
}

/// A line or paragraph with what the corpus knows of it.
private struct FoundTemplate {
    let segment: Segment
    let entry: Templates.Entry
}

/// The paragraphs that are templates, and the lines of those paragraphs of which every line is one.
private func templates(of text: SegmentedDocument, among known: Templates) -> [FoundTemplate] {
    let keys = TemplateKeys(text, seed: Templates.seed(known.seed, site: text.document.site))
    func found(_ key: TemplateKey, among segments: [Segment]) -> FoundTemplate? {
        known.entry(of: key.key).map { FoundTemplate(segment: segments[key.index], entry: $0) }
    }
    guard text.isHardWrapped else { return keys.lines.compactMap { found($0, among: text.lines) } }
    func found(_ keys: [TemplateKey], among segments: [Segment]) -> [FoundTemplate?] {
        var all = [FoundTemplate?](repeating: nil, count: segments.count)
        for key in keys { all[key.index] = found(key, among: segments) }
        return all
    }
    let lines = found(keys.lines, among: text.lines)
    var templates: [FoundTemplate] = []
    var line = 0
    for (paragraph, whole) in zip(text.paragraphs, found(keys.paragraphs, among: text.paragraphs)) {
        while line < lines.count, text.lines[line].range.lowerBound < paragraph.range.lowerBound { line += 1 }
        let first = line
        while line < lines.count, text.lines[line].range.lowerBound < paragraph.range.upperBound { line += 1 }
        let parts = lines[first..<line].compactMap(\.self)
        if let whole { templates.append(whole) } else if parts.count == line - first { templates += parts }
    }
    return templates
}

/// Before the first line of prose and after the last, templates not counted; nowhere in a text without prose.
private struct OuterZones {
    private let prose: ByteRange?

    init(of text: SegmentedDocument, except templates: [FoundTemplate]) {
        var rest = text
        rest.remove(segmentsIn: templates.map(\.segment.range))
        let lines = rest.lines.filter { isProse($0, in: rest) }
        prose = lines.first.map { $0.range.lowerBound..<(lines.last?.range.upperBound ?? $0.range.upperBound) }
    }

    func contains(_ range: ByteRange) -> Bool {
        prose.map { range.upperBound <= $0.lowerBound || range.lowerBound >= $0.upperBound } ?? false
    }
}
