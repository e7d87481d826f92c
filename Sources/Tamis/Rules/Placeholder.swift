/// The lines that hold the place of a widget, an advertisement or a text to come.
func placeholders(in context: borrowing RuleContext) -> [Match] {
    let lines = context.text.lines
    var reasons: [(line: Int, what: String)] = []
    for line in context.text.lines(holding: braces)
    where isTemplateVariable(context.text.document.utf8[lines[line].range].trimmed) {
        reasons.append((line, "template variable"))
    }
    context.phraseHits.forEach(among: lines) { line, hit in
        if hit.holdsPlace { reasons.append((line, hit.kind.rawValue)) }
    }
    // The sort is stable: of two reasons for a line the variable comes first.
    reasons.sort { $0.line < $1.line }
    return reasons.indices.compactMap { index in
        let line = reasons[index].line
        guard index == 0 || reasons[index - 1].line != line else { return nil }
        return .cut(lines[line].range.lowerBound..<lines[line].end, .debris(reasons[index].what))
    }
}

private let braces = ByteSet("{".utf8)

extension FurniturePhrase {
    /// Whether the row belongs to the rule `placeholder`; all others belong to `page-furniture`.
    var holdsPlace: Bool {
        (kind == .placeholder || kind == .advertisement) && zone == .anywhere
    }
}

/// Whether a trimmed line is one variable of a template that was never filled, such as `{{ post.title }}`.
private func isTemplateVariable(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 5, bytes.prefix(2).elementsEqual([0x7B, 0x7B]), bytes.suffix(2).elementsEqual([0x7D, 0x7D])
    else {
        return false
    }
    return !bytes.dropFirst(2).dropLast(2).contains { $0 == 0x7B || $0 == 0x7D }
}
