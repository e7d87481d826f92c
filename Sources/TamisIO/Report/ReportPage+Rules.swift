import Tamis

extension ReportPage {
    /// What each rule takes, with examples.
    func rules(_ page: inout HTMLWriter) {
        let ranked = rankedRules
        guard !ranked.isEmpty else { return page.element("p", "No rule found anything.") }
        let most = Double(max(1, summary.cutCharacterCounts[ranked[0]]))
        Chart.bars(
            "rules-chart", "Characters that go, by rule", series: ["characters"],
            ranked.map { rule in
                Chart.Row(
                    label: summary.rules[rule], lengths: [Double(summary.cutCharacterCounts[rule]) / most],
                    values: [PlainNumber.count(summary.cutCharacterCounts[rule])])
            }, to: &page)
        page.table(
            "What each rule takes",
            [
                .text("rule"), .numbers("findings", .finding), .numbers("characters", .characters),
                .numbers("share", .share),
            ],
            ranked.map { rule in
                [
                    Rule.named(summary.rules[rule]).map { .term($0.name, .rule($0)) } ?? .text(summary.rules[rule]),
                    .number(PlainNumber.count(summary.findingCounts[rule])),
                    .number(PlainNumber.count(summary.cutCharacterCounts[rule])),
                    .number(PlainNumber.percent(summary.cutCharacterCounts[rule], of: summary.cutCharacterCount)),
                ]
            })
        if isRedacted { return page.element("p", ["class": "note"], "Examples are left out by --redact.") }
        page.element("p", "In the examples ⟦ and ⟧ stand around what goes.")
        for rule in ranked { examples(of: summary.rules[rule], &page) }
    }

    private func examples(of rule: String, _ page: inout HTMLWriter) {
        let samples = report.cuts.samples(of: rule)
        guard !samples.isEmpty else { return }
        page.element("details") { page in
            page.element("summary", "\(rule): \(PlainNumber.count(samples.count, "example"))")
            for sample in samples { example(sample, &page) }
        }
    }

    private func example(_ sample: CutSample, _ page: inout HTMLWriter) {
        page.element("div", ["class": "example"]) { page in
            page.element("pre") { page in
                if sample.isPreceded { page.text("…") }
                page.lines(sample.before)
                // The line end of a cut stands behind the mark of its end, so that the mark is not on the next line.
                let lineEnd = sample.cut.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
                page.element("del") { page in
                    page.lines(sample.cut.dropLast(lineEnd))
                    if sample.byteCount > sample.cut.count {
                        page.text(" … \(PlainNumber.count(sample.byteCount - sample.cut.count, "more byte"))")
                    }
                }
                if !sample.replacement.isEmpty { page.element("ins") { $0.lines(sample.replacement) } }
                page.lines(sample.cut.suffix(lineEnd))
                page.lines(sample.after)
                if sample.isFollowed { page.text("…") }
            }
            page.element("p", ["class": "note"]) { page in
                page.text("\(shortened(sample.document)): \(reason(sample.evidence))")
            }
        }
    }

    private func reason(_ evidence: Evidence) -> String {
        switch evidence {
        case .debris(let what): what
        case .repeats(_, let similarity):
            similarity < 1
                ? "repeats an earlier part, similarity \(PlainNumber.short(similarity))" : "repeats an earlier part"
        case .inDocuments(let count, let first):
            "stands in \(PlainNumber.count(count, "document")), such as \(first.map(shortened).joined(separator: ", "))"
        case .duplicates(let document, let similarity):
            "\(shortened(document)) stays, similarity \(PlainNumber.short(similarity))"
        }
    }

    /// An id or name of bounded length.
    func shortened(_ name: String) -> String {
        name.unicodeScalars.count <= 120
            ? name : "…" + String(String.UnicodeScalarView(name.unicodeScalars.suffix(119)))
    }
}
