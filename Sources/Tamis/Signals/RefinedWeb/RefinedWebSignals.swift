extension SignalFamily {
    /// What RefinedWeb's rules for lines do to a document.
    public static let refinedWeb = SignalFamily(
        name: "refinedweb",
        summary: "what RefinedWeb's rules for lines take of a document, with the rule refinedweb-lines switched on",
        signals: [
            Signal(
                name: "refinedweb_word_removal_ratio", unit: .fraction,
                summary: "words between white space that the rule refinedweb-lines cut / words of the text as it came; "
                    + "0 where it cut none, null without words",
                source: "Penedo et al. 2023 (RefinedWeb), Li et al. 2024 (DCLM), dclm_baseline_refinedweb.yaml",
                needs: .lineRemoval
            ) { fraction($0.lineRemoval.removedWordCount, of: $0.lineRemoval.wordCount) }
        ])
}

/// How many words a text had, and how many of them RefinedWeb's rules for lines cut.
public struct LineRemoval: Sendable {
    /// Words between white space of the text as it came.
    public private(set) var wordCount = 0
    /// Those in what was cut.
    public private(set) var removedWordCount = 0

    init() {}

    /// Counts the words of `utf8` and of `ranges` in it; linear in the text where these do not overlap.
    init(_ utf8: [UInt8], removing ranges: [ByteRange]) {
        utf8.withUnsafeBufferPointer { utf8 in
            wordCount = SplitBlocks(utf8).wordCount
            removedWordCount = ranges.reduce(0) {
                $0 + SplitBlocks(UnsafeBufferPointer(rebasing: utf8[$1])).wordCount
            }
        }
    }
}
