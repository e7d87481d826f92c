extension Rule {
    /// The one rule that mends characters; last in credit, so that what goes as a whole is not mended first.
    public static let repair = Rule(
        "repair",
        "Control characters, zero-width spaces, soft hyphens and byte order marks inside the text go, entities such as "
            + "&nbsp; become their character, three line ends or more become two, and a cut leaves no blank line behind.",
        guards: "Joiners, quotes, ligatures and widths stay, zero-width spaces between letters of Thai, Lao, Khmer and "
            + "Myanmar too, and entities for &, < and > and those in sample code.",
        examples: [
            "The har⟦\u{AD}⟧bour ope⟦\u{200B}⟧ned.⟦\u{0007}⟧",
            "The harbour opened.\n\n⟦\n\n⟧Ships came.",
            "می\u{200C}خواهم 👩\u{200D}🚀 &lt;b&gt; &amp;",
        ],
        matches: { context in repairs(in: context.text) })
}

/// The characters to mend, in ascending order.
func repairs(in text: SegmentedDocument) -> [Match] {
    let utf8 = text.document.utf8
    var matches: [Match] = []
    var kinds: LineKinds?
    for index in text.lines(holding: suspects) {
        let line = text.lines[index]
        var offset = line.range.lowerBound
        var isSampleLine: Bool?
        while let start = firstSuspect(in: utf8, from: offset, to: line.range.upperBound) {
            offset = start + 1
            if utf8[start] == UInt8(ascii: "&") {
                guard let entity = Entity(at: start, to: line.range.upperBound, in: utf8) else { continue }
                let lineKinds = kinds ?? LineKinds(of: text)
                kinds = lineKinds
                let range = start..<entity.end
                let isSample = isSampleLine ?? (lineKinds.isTechnical || lineKinds.kind(ofLine: index) == .code)
                isSampleLine = isSample
                let evidence = Evidence.debris("entity")
                matches.append(
                    isSample
                        ? .spared(range, evidence, because: "it is sample code")
                        : .replace(range, by: entity.character, evidence))
                offset = entity.end
            } else if let (length, name) = invisible(at: start, in: utf8) {
                matches.append(.cut(start..<start + length, .debris(name)))
                offset = start + length
            }
        }
    }
    return matches
}

/// The bytes that may begin something to mend.
private let suspects = ByteSet(Array(0x00...0x08) + Array(0x0E...0x1F) + [0x7F, UInt8(ascii: "&"), 0xC2, 0xE2, 0xEF])

/// The first byte that may begin something to mend.
private func firstSuspect(in utf8: [UInt8], from start: Int, to end: Int) -> Int? {
    let found = utf8.withUnsafeBufferPointer {
        suspects.first(in: UnsafeBufferPointer(rebasing: $0[..<end]), from: start)
    }
    return found < end ? found : nil
}

/// The length and name of the invisible character at `offset` that goes, or nil where the byte begins another one.
private func invisible(at offset: Int, in utf8: [UInt8]) -> (length: Int, name: String)? {
    let second = offset + 1 < utf8.count ? utf8[offset + 1] : 0
    let third = offset + 2 < utf8.count ? utf8[offset + 2] : 0
    switch (utf8[offset], second, third) {
    case (0x00...0x7F, _, _): return (1, "control character")
    case (0xC2, 0xAD, _): return (2, "soft hyphen")
    case (0xC2, 0x80...0x9F, _) where second != 0x85: return (2, "control character")
    case (0xE2, 0x80, 0x8B): return isBreakOpportunity(offset, in: utf8) ? nil : (3, "zero-width space")
    case (0xE2, 0x81, 0xA0): return (3, "word joiner")
    case (0xEF, 0xBB, 0xBF): return offset == 0 ? nil : (3, "byte order mark")
    default: return nil
    }
}

/// Whether a zero-width space stands beside a letter of a script that marks word borders with it.
private func isBreakOpportunity(_ offset: Int, in utf8: [UInt8]) -> Bool {
    [offset - 3, offset + 3].contains { place in
        guard place >= 0, place + 1 < utf8.count else { return false }
        return utf8[place] == 0xE0 && (0xB8...0xBB).contains(utf8[place + 1])  // Thai, Lao
            || utf8[place] == 0xE1 && (0x80...0x82).contains(utf8[place + 1])  // Myanmar
            || utf8[place] == 0xE1 && (0x9E...0x9F).contains(utf8[place + 1])  // Khmer
    }
}
