import Tamis

/// Adds up the lines that parts of a run wrote; memory is that of one page.
public struct ReportMerge {
    private let items: [InputFile]
    private let settings: String

    /// Prepares to read the lines of `items`, made with these settings.
    public init(_ items: [InputFile], settings: Settings) {
        self.items = items
        self.settings = settings.digest
    }

    /// The whole.
    ///
    /// - Throws: `InputError` for a line that is no part, or of another version, or made with other settings.
    public func merged() throws -> ReportPart {
        var whole: ReportPart?
        var count = 0
        try JSONLines(items).forEach(
            prepare: { line throws(InputError) in try ReportPart(line) },
            { part, line in
                guard part.settings == settings else {
                    throw line.refusal("was made with other settings", "give the rule options of that run")
                }
                count += 1
                guard count <= Self.partLimit else {
                    throw line.refusal("is one part too many", "merge fewer at a time")
                }
                if whole == nil { whole = part } else { try whole?.merge(part) }
            })
        guard let whole else {
            throw InputError("there is no part of a run", file: items.first?.path ?? "-", advice: "see docs/spark.md")
        }
        return whole
    }

    /// With it, and with what a part's counts may come to, no sum overflows.
    private static let partLimit = 1 << 17
}
