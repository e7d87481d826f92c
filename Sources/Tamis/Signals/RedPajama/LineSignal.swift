/// A number for every line of a text: a row of a table.
public struct LineSignal: Sendable {
    /// The name, in snake case; the definition belongs to the name.
    public let name: String
    /// What is counted.
    public let unit: Signal.Unit
    /// The definition.
    public let summary: String
    /// The system the definition is from.
    public let source: String
    /// What a text without lines gives: nothing, or one null.
    public let isNullWithoutLines: Bool
    /// The value for one line.
    public let measure: @Sendable (RedPajamaLine) -> Double

    /// Every signal of lines.
    public static let all = redPajama

    /// The values of `signals` for every line of `document`: a list for each signal.
    ///
    /// Linear in the text.
    public static func values(_ signals: [LineSignal], of document: Document) -> [[Double?]] {
        let characters = CharacterTally(document.utf8)
        var values = [[Double?]](repeating: [], count: signals.count)
        document.utf8.withUnsafeBufferPointer { utf8 in
            let text = SplitText(utf8, characters: characters)
            NormalizedText(text).forEachLine(of: text) { line in
                for (index, signal) in signals.enumerated() { values[index].append(signal.measure(line)) }
            }
        }
        for (index, signal) in signals.enumerated() where signal.isNullWithoutLines && values[index].isEmpty {
            values[index] = [nil]
        }
        return values
    }
}

extension NormalizedText {
    /// Gives `body` the lines of `text`, of which these are the words.
    func forEachLine(of text: SplitText, _ body: (RedPajamaLine) -> Void) {
        utf8.withUnsafeBufferPointer { utf8 in
            var index = 0
            var start = 0
            text.forEachFeedLine { range in
                var line = RedPajamaLine(range, of: text)
                line.addWords(words[start..<lineEnds[index]], of: utf8)
                body(line)
                start = lineEnds[index]
                index += 1
            }
        }
    }
}

private func row(
    _ id: String, _ unit: Signal.Unit, _ summary: String, isNullWithoutLines: Bool = false,
    _ measure: @escaping @Sendable (RedPajamaLine) -> Double
) -> LineSignal {
    LineSignal(
        name: "rps_lines_" + id, unit: unit, summary: summary, source: "Weber et al. 2024 (RedPajama-V2), lines.py",
        isNullWithoutLines: isNullWithoutLines, measure: measure)
}

extension LineSignal {
    /// RedPajama-V2's signals of lines between line feeds.
    public static let redPajama = [
        row("javascript_counts", .count, "normalised words that are javascript") { Double($0.javascriptCount) },
        row(
            "ending_with_terminal_punctution_mark", .count,
            "1 if the line ends, white space passed over, in . ! ? or ” (a straight quote is none), else 0"
        ) { $0.isTerminal ? 1 : 0 },
        row("num_words", .count, "normalised words") { Double($0.wordCount) },
        row(
            "uppercase_letter_fraction", .fraction,
            "scalars in upper case / scalars of the line, its line feed included"
        ) { fraction($0.uppercaseCount, of: $0.characterCount) ?? 0 },
        row(
            "numerical_chars_fraction", .fraction,
            "numeric scalars / scalars of the normalised line; 0 where it is empty"
        ) { fraction($0.numericCount, of: $0.normalizedCharacterCount) ?? 0 },
        row(
            "start_with_bulletpoint", .count,
            "1 if the line begins, white space passed over, with one of ten bullets, else 0; "
                + "one null where the text has no lines",
            isNullWithoutLines: true
        ) { $0.isBullet ? 1 : 0 },
    ]
}
