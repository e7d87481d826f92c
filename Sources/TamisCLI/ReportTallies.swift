import Tamis
import TamisIO

/// What a report counts over the documents of a run besides what the run counts itself.
struct ReportTallies {
    /// The distributions of the signals.
    private(set) var signals: SignalTallies
    /// What the profiles judged.
    private(set) var violations: ViolationTally

    init(_ settings: Settings) {
        signals = SignalTallies(settings.signals)
        violations = ViolationTally(settings.requirements.map(\.profile))
    }

    /// Counts a document.
    mutating func add(_ row: DocumentRow) {
        signals.add(before: row.before, after: row.after)
        if let found = row.violations { violations.add(found) }
    }

    /// Writes the page about a run to `output`.
    func write(_ run: CleanRun, _ options: CleanOptions, isRedacted: Bool, to output: OutputFile) throws {
        let page = ReportPage(
            of: run, tallies: signals, violations: violations, options: options, isRedacted: isRedacted)
        try output.write(page.bytes)
        try output.finish()
    }
}
