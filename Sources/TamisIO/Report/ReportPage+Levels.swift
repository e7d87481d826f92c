import Tamis

extension ReportPage {
    private typealias Level = DuplicateTally.Level

    /// Repeats by level, before and after.
    func levels(_ page: inout HTMLWriter) {
        page.element("p") { page in
            page.text("Every share is given twice: ")
            page.term("excess", .excess)
            page.text(" counts later copies only, ")
            page.term("member", .member)
            page.text(
                " all copies of what stands more than once. Lines, paragraphs and sentences are compared within a document, "
            )
            page.text("documents with all others.")
        }
        var levels: [(name: String, definition: Definition, before: Level, after: Level)] = [
            ("lines", .line, report.before.lines, report.after.lines),
            ("paragraphs", .paragraph, report.before.paragraphs, report.after.paragraphs),
            ("sentences", .sentence, report.before.sentences, report.after.sentences),
        ]
        if corpus.documentCount > 0 {
            levels.append(("documents", .documents, report.documents, report.remainingDocuments))
        } else {
            page.element("p", ["class": "note"], "Documents were not compared with each other.")
        }
        let fractions = levels.map { level in
            [
                level.before.excessFraction, level.after.excessFraction, level.before.memberFraction,
                level.after.memberFraction,
            ]
        }
        let scale = max(fractions.joined().compactMap { $0 }.max() ?? 0, 0.01)
        Chart.bars(
            "repeats-chart", "Repeats by level, before and after cleaning",
            series: ["excess before", "excess after", "member before", "member after"],
            zip(levels, fractions).map { level, values in
                Chart.Row(
                    label: level.name, lengths: values.map { ($0 ?? 0) / scale },
                    values: values.map(PlainNumber.percent))
            }, to: &page)
        page.table(
            "Repeats by level, before and after cleaning",
            [
                .text("level"), .numbers("all before", .all), .numbers("excess", .excess), .numbers("share", .excess),
                .numbers("share after", .excess), .numbers("member", .member), .numbers("share", .member),
                .numbers("share after", .member), .numbers("excess characters", .characters),
                .numbers("after", .characters),
            ],
            levels.map { level in
                [
                    .term(level.name, level.definition), .number(PlainNumber.count(level.before.count)),
                    .number(PlainNumber.count(level.before.excessCount)),
                    .number(PlainNumber.percent(level.before.excessFraction)),
                    .number(PlainNumber.percent(level.after.excessFraction)),
                    .number(PlainNumber.count(level.before.memberCount)),
                    .number(PlainNumber.percent(level.before.memberFraction)),
                    .number(PlainNumber.percent(level.after.memberFraction)),
                    .number(PlainNumber.percent(level.before.excessCharacterFraction)),
                    .number(PlainNumber.percent(level.after.excessCharacterFraction)),
                ]
            })
    }
}
