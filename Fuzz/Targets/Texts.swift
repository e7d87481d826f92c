@testable import Tamis

/// Lines, paragraphs and words of any bytes lie in the text, in order; lines cover it.
@Sendable func segments(_ bytes: [UInt8]) {
    let text = SegmentedDocument(Document(id: "", utf8: bytes), levels: .all)
    var cursor = 0
    for line in text.lines {
        precondition(line.range.lowerBound >= cursor && line.range.upperBound <= bytes.count, "lines overlap")
        cursor = line.range.upperBound
    }
    for sentence in text.sentences {
        precondition(sentence.range.upperBound <= bytes.count, "a sentence leaves the text")
    }
    var word = 0
    for next in text.words {
        precondition(Int(next.start) >= word && next.start < next.end && Int(next.end) <= bytes.count, "words overlap")
        word = Int(next.end)
    }
}

private let pipeline: Pipeline = {
    var settings = Settings()
    settings.signals = []
    return Pipeline(settings: settings)
}()

/// Findings and kept ranges cover a text once, the cleaned text is what is left, and findings lead back.
@Sendable func rules(_ bytes: [UInt8]) {
    let cleaned = pipeline.clean(Document(id: "", utf8: bytes))
    var output: [UInt8] = []
    var cursor = 0
    for finding in cleaned.findings {
        precondition(finding.range.lowerBound >= cursor && !finding.range.isEmpty, "findings overlap")
        output += bytes[cursor..<finding.range.lowerBound] + finding.replacement
        cursor = finding.range.upperBound
    }
    output += bytes[cursor...]
    precondition(output == cleaned.utf8, "the findings lead elsewhere")
    // One finding may not shorten it: an edit over bytes that went before is split, and its replacement stands in the first part.
    precondition(output.count < bytes.count || cleaned.findings.isEmpty, "the findings make the text no shorter")
    precondition(
        pipeline.clean(Document(id: "", utf8: output)).findings.isEmpty || bytes.count > 2000, "a second run finds more"
    )
}
