import Tamis

extension ReportPage {
    /// How each signal is distributed, with the bounds of profiles.
    func signals(_ page: inout HTMLWriter) {
        page.element("p") { page in
            page.text(
                "Bars count documents before cleaning, by tenths of 0 to 1 for a share, else by tenths of the way from the least "
            )
            page.text(
                "to the greatest value, on a logarithmic scale. Red lines are bounds of published profiles; an arrow stands for a bound beyond the axis. "
            )
            page.term("Quartiles", .quartiles)
            page.text(" are in the table below.")
        }
        page.element("div", ["class": "signals"]) { page in
            for index in drawn {
                page.element("div") { page in
                    let signal = tallies.signals[index]
                    page.element("h3") { $0.term(signal.name, .signal(signal)) }
                    let tally = tallies.before[index]
                    Chart.histogram(
                        "histogram-\(index)", "\(signal.name), documents before cleaning",
                        bins: tally.tenths(of: signal.unit),
                        ends: ends(of: signal, tally), marks: marks(of: signal, tally), to: &page)
                }
            }
        }
        tenths(&page)
        page.table(
            "Signals before and after cleaning",
            [
                .text("signal"), .numbers("lower quartile", .quartiles), .numbers("median", .quartiles),
                .numbers("upper quartile", .quartiles), .numbers("median after", .quartiles),
                .numbers("without a value", .undefined),
            ],
            tallies.signals.indices.map { index in
                let (before, after) = (tallies.before[index], tallies.after[index])
                return [
                    .term(tallies.signals[index].name, .signal(tallies.signals[index])),
                    .number(PlainNumber.short(before.quantile(0.25))), .number(PlainNumber.short(before.quantile(0.5))),
                    .number(PlainNumber.short(before.quantile(0.75))), .number(PlainNumber.short(after.quantile(0.5))),
                    .number(PlainNumber.count(before.undefinedCount)),
                ]
            })
    }

    /// The numbers that the histograms draw.
    private func tenths(_ page: inout HTMLWriter) {
        page.element("details") { page in
            page.element("summary", "The histograms as a table")
            page.table(
                "Documents by tenth, before cleaning",
                [.text("signal"), .numbers("from", .tenth)] + (1...10).map { .numbers("\($0)", .tenth) }
                    + [.numbers("to", .tenth)],
                drawn.map { index in
                    let (signal, tally) = (tallies.signals[index], tallies.before[index])
                    let ends = ends(of: signal, tally)
                    return [.term(signal.name, .signal(signal)), .number(ends.0)]
                        + tally.tenths(of: signal.unit).map { .number(PlainNumber.count($0)) } + [.number(ends.1)]
                })
        }
    }

    /// The signals that any document has a value of.
    private var drawn: [Int] { tallies.signals.indices.filter { tallies.before[$0].count > 0 } }

    /// The first and the last value of a histogram.
    private func ends(of signal: Signal, _ tally: SignalTally) -> (String, String) {
        signal.unit == .fraction ? ("0", "1") : (PlainNumber.short(tally.least), PlainNumber.short(tally.greatest))
    }

    /// The bounds on a signal of the profiles that judge, of all where none does; those for one language are left out.
    private func marks(of signal: Signal, _ tally: SignalTally) -> [Chart.Mark] {
        let judges = options.settings.requirements.map(\.profile.name)
        return Profile.all.enumerated().filter { judges.isEmpty || judges.contains($1.name) }.flatMap {
            number, profile in
            zip(profile.bounds, options.settings.profileLimits[number]).compactMap { bound, limit in
                guard bound.signal == signal.name, bound.language == nil else { return nil }
                return Chart.Mark(
                    position: tally.position(of: limit, unit: signal.unit) ?? (limit < tally.least ?? 0 ? -1 : 2),
                    name: "\(profile.name) \(bound.side.rawValue) \(PlainNumber.short(limit))")
            }
        }
    }

    /// How many documents violate each profile and each bound.
    func profiles(_ page: inout HTMLWriter) {
        page.element("p") { page in
            page.text("Of \(PlainNumber.count(violations.documentCount, "cleaned document")). A ")
            page.term("violation", .violation)
            page.text(" is no verdict: it says that a text lies outside what others accept.")
        }
        let whole = violations.documentCount
        Chart.bars(
            "profiles-chart", "Documents that violate a profile", series: ["documents"],
            violations.rows.map { row in
                Chart.Row(
                    label: row.profile, lengths: [whole > 0 ? Double(row.documentCount) / Double(whole) : 0],
                    values: [PlainNumber.percent(row.documentCount, of: whole)])
            }, to: &page)
        page.table(
            "Violations by profile and bound",
            [
                .text("profile, bound"), .term("accepted", .accepted), .numbers("documents", .violation),
                .numbers("share", .share),
            ],
            violations.rows.flatMap { row in rows(of: row, whole) })
    }

    private func rows(of row: ViolationTally.Row, _ whole: Int) -> [[HTMLCell]] {
        guard let number = Profile.all.firstIndex(where: { $0.name == row.profile }) else { return [] }
        let profile = Profile.all[number]
        let count = { (count: Int) -> [HTMLCell] in
            [.number(PlainNumber.count(count)), .number(PlainNumber.percent(count, of: whole))]
        }
        var rows: [[HTMLCell]] = [
            [.term(row.profile, .profile(profile)), .text("all bounds")] + count(row.documentCount)
        ]
        if row.emptyCount > 0 {
            rows.append([.text("empty"), .text("a line that is not blank")] + count(row.emptyCount))
        }
        for (index, bound) in profile.bounds.enumerated() where row.boundCounts[index] > 0 {
            let limit = PlainNumber.short(options.settings.profileLimits[number][index])
            let signal = Signal.all.first { $0.name == bound.signal }
            rows.append(
                [
                    signal.map { .term(bound.name, .signal($0)) } ?? .text(bound.name),
                    .text("\(bound.side.rawValue) \(limit)"),
                ] + count(row.boundCounts[index]))
        }
        return rows
    }
}
