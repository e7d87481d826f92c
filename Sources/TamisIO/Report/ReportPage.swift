import Tamis

/// A report as one page of HTML: no script, nothing from a network, at most 5 MB whatever the corpus.
///
/// Samples are chosen by hashes and counts, so the same input and settings give the same bytes.
public struct ReportPage {
    let report: CorpusReport
    let summary: Summary
    let corpus: CorpusSummary
    let tallies: SignalTallies
    let violations: ViolationTally
    let options: CleanOptions
    /// Whether the texts of documents are left out.
    let isRedacted: Bool

    /// Makes the page of a run that sampled its documents.
    ///
    /// - Parameter isRedacted: Whether the texts of documents are left out; ids and names of sources stay.
    package init(
        of run: CleanRun, tallies: SignalTallies, violations: ViolationTally, options: CleanOptions, isRedacted: Bool
    ) {
        report = run.report
        summary = run.summary
        corpus = run.corpusSummary
        self.tallies = tallies
        self.violations = violations
        self.options = options
        self.isRedacted = isRedacted
    }

    /// Makes the page of merged parts, in which there are no signals; nil where a part has no samples.
    public init?(of part: ReportPart, options: CleanOptions, isRedacted: Bool) {
        guard let report = part.report else { return nil }
        self.report = report
        summary = part.summary
        corpus = part.corpusSummary
        tallies = SignalTallies([])
        violations = ViolationTally([])
        self.options = options
        self.isRedacted = isRedacted
    }

    /// The page.
    public var bytes: [UInt8] {
        var page = HTMLWriter()
        page.raw("<!DOCTYPE html>\n")
        page.element("html", ["lang": "en"]) { page in
            page.element("head") { head(&$0) }
            page.element("body") { page in
                page.element("header") { page in
                    page.element("h1", "Tamis report")
                    headline(&page)
                }
                navigation(&page)
                page.element("main") { page in for section in sections { section.write(&page) } }
                page.element("footer") { page in
                    page.text("Made by tamis \(Version.release), algorithm \(Version.algorithm), seed \(Version.seed).")
                }
            }
        }
        page.raw("\n")
        return page.bytes
    }

    private func head(_ page: inout HTMLWriter) {
        page.raw(
            """
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>Tamis report</title>

            """)
        page.element("style") { $0.raw(Self.style) }
    }

    /// A part of the page with a heading.
    struct Section {
        let anchor: String
        let title: String
        let content: (inout HTMLWriter) -> Void

        func write(_ page: inout HTMLWriter) {
            page.element("section", ["id": anchor, "aria-labelledby": anchor + "-title"]) { page in
                page.element("h2", ["id": anchor + "-title"], title)
                content(&page)
            }
        }
    }

    private var sections: [Section] {
        var sections = [
            Section(anchor: "repeats", title: "How much repeats", content: levels),
            Section(anchor: "rules", title: "What each rule takes", content: rules),
            Section(anchor: "lines", title: "Repeated lines and templates", content: lines),
        ]
        if !report.clusters.largest.isEmpty {
            sections.append(Section(anchor: "clusters", title: "Largest clusters", content: clusters))
        }
        sections.append(Section(anchor: "sources", title: "By source", content: sources))
        if !violations.rows.isEmpty {
            sections.append(Section(anchor: "profiles", title: "Published bounds", content: profiles))
        }
        if !tallies.signals.isEmpty {
            sections.append(Section(anchor: "signals", title: "Signals", content: signals))
        }
        return sections + [
            Section(anchor: "settings", title: "Settings", content: settings),
            Section(anchor: "definitions", title: "Definitions", content: definitions),
        ]
    }

    private func navigation(_ page: inout HTMLWriter) {
        page.element("nav", ["aria-label": "Sections"]) { page in
            for section in sections { page.element("a", ["href": "#" + section.anchor], section.title) }
        }
    }

    private func definitions(_ page: inout HTMLWriter) {
        let signals = (tallies.signals + violations.rows.compactMap { Profile.named($0.profile) }.flatMap(\.signals))
        let all =
            Definition.general + Rule.all.map(Definition.rule) + Profile.all.map(Definition.profile)
            + signals.withoutRepeats.map(Definition.signal)
        page.element("dl") { page in
            for definition in all {
                page.element("dt", ["id": definition.anchor], definition.term)
                page.element("dd", definition.meaning)
            }
        }
    }
}
