extension Rule {
    /// The name of RefinedWeb's rule, of which a signal says how much it cut.
    static let refinedWebLinesName = "refinedweb-lines"

    /// The line rules of two published corpora: off unless asked for, since they take what many texts need.
    static let lineRules: [Rule] = [
        Rule(
            "c4-lines",
            "C4's line rules: lines that do not end in . ? ! \" or ', lines of under three words, lines with javascript or a "
                + "phrase of cookie and privacy notices, and the marks of citations.",
            guards:
                "Blank lines stay, and lines with { or lorem ipsum, for which C4 drops the document: the profile c4 does.",
            isOnByDefault: false,
            examples: [
                """
                The council met on Monday.
                ⟦Menu
                ⟧It will build the bridge⟦[1]⟧ again.
                """,
                """
                He won by a mile.⟦[3]⟧ All cheered⟦[citation needed]⟧!
                ⟦No way.
                He could go no further...
                Please read our privacy policy.⟧
                """,
                "She wrote { and meant it.\nThen she asked why?",
            ],
            matches: { context in c4Lines(in: context.text) }),
        Rule(
            refinedWebLinesName,
            "RefinedWeb's line rules: lines mostly in capitals, lines of digits, counters of likes and shares, lines of one "
                + "word, and three phrases in lines of at most ten words.",
            guards: "Web addresses inside lines stay.", isOnByDefault: false,
            limits: [
                Limit(
                    name: "uppercase_fraction", value: 0.5, bounds: 0...1,
                    summary: "the greatest part of a line's characters that are capitals"),
                Limit(
                    name: "digit_fraction", value: 0.999999, bounds: 0...1,
                    summary: "the greatest part of a line's characters that are digits"),
                Limit(name: "word_count", value: 2, bounds: 1...100, summary: "the fewest words of a line that stays"),
            ],
            examples: [
                """
                The council met on Monday.
                ⟦BREAKING NEWS FROM TOWN
                3.5K likes
                Menu
                2024
                ⟧It will build the bridge again.
                """,
                """
                ⟦Sign-in⟧ to the old house by the river
                The bridge is closed until the summer⟦ Read more...⟧
                There are 3⟦ items in cart⟧ or so
                """,
                "12 views of the bridge by old masters",
            ],
            matches: { context in refinedWebLines(in: context) }),
    ]
}

/// What C4's line rules, in datatrove's order, drop.
private func c4Lines(in text: SegmentedDocument) -> [Match] {
    let characters = CharacterTally(text.document.utf8)
    return text.document.utf8.withUnsafeBufferPointer { utf8 in
        let split = SplitText(utf8, characters: characters)
        var matches: [Match] = []
        var start: (line: Int, reason: String)?
        C4Lines(text: split).forEach { outcome in
            let line = outcome.line
            // A line goes with its line end, which is known where the next line begins.
            if let dropped = start { matches.append(.cut(dropped.line..<line.lowerBound, .debris(dropped.reason))) }
            start = nil
            guard !split.stripped(line).isEmpty else { return }
            switch outcome.decision {
            case .kept:
                if outcome.kept.count < split.stripped(line).count {
                    matches += Citations.ranges(in: utf8, line).map { .cut($0, .debris("citation")) }
                }
            case .longWord: start = (line.lowerBound, "a word of over 1000 characters")
            case .noTerminalPunctuation: start = (line.lowerBound, "no mark at the end of the line")
            case .fewWords: start = (line.lowerBound, "under three words")
            case .javascript: start = (line.lowerBound, "javascript")
            case .policy: start = (line.lowerBound, "policy notice")
            }
        }
        if let dropped = start { matches.append(.cut(dropped.line..<utf8.count, .debris(dropped.reason))) }
        return matches
    }
}

extension Citations {
    /// The bytes of a line's citations.
    fileprivate static func ranges(in utf8: UnsafeBufferPointer<UInt8>, _ line: ByteRange) -> [ByteRange] {
        let bytes = UnsafeBufferPointer(rebasing: utf8[line])
        var ranges: [ByteRange] = []
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "["), let end = end(of: bytes, from: offset + 1) {
                ranges.append(line.lowerBound + offset..<line.lowerBound + end)
                offset = end
            } else {
                offset += 1
            }
        }
        return ranges
    }
}
