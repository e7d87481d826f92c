/// The lines that hold the place of a widget, an advertisement or a text to come.
func placeholders(in context: borrowing RuleContext) -> [Match] {
    let utf8 = context.utf8
    return context.text.lines.compactMap { line in
        let whole = line.range.lowerBound..<line.end
        if isTemplateVariable(utf8[line.range].trimmed) { return .cut(whole, .debris("template variable")) }
        guard let hit = context.phraseHits.hit(at: line.range.lowerBound), hit.holdsPlace else { return nil }
        return .cut(whole, .debris(hit.kind.rawValue))
    }
}

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
