// For the median and the quartiles, the bars show where the values before cleaning lie:
//
//     signal                 lower  median  upper  after  null  tenths of 0…1, or of the range
//     excess_line_fraction       0   0.143    0.2      0     0  █▂▁▁······

import Tamis

/// Signals, violated bounds and the families' answers, for a terminal.
struct SignalTable {
    let tallies: SignalTallies
    let violations: ViolationTally
    let showsSignals: Bool
    let showsViolations: Bool

    /// The distribution of each signal.
    var signals: String {
        guard showsSignals, !tallies.signals.isEmpty else { return "" }
        let header = ["signal", "lower", "median", "upper", "after", "null", "histogram "]
        let body = tallies.signals.indices.map { index in
            let tally = tallies.before[index]
            return [
                tallies.signals[index].name, briefNumber(tally.quantile(0.25)), briefNumber(tally.quantile(0.5)),
                briefNumber(tally.quantile(0.75)), briefNumber(tallies.after[index].quantile(0.5)),
                "\(tally.undefinedCount)", bars(tally.tenths(of: tallies.signals[index].unit)),
            ]
        }
        return alignedRows([header] + body)
    }

    /// How many documents violate each profile and each bound; bounds that none violates are left out.
    var violatedBounds: String {
        guard showsViolations, !violations.rows.isEmpty else { return "" }
        var rows = [["profile, bound", "accepted", "documents", "share"]]
        for row in violations.rows {
            rows.append([row.profile, "", "\(row.documentCount)", share(row.documentCount)])
            if row.emptyCount > 0 { rows.append(["  empty", "", "\(row.emptyCount)", share(row.emptyCount)]) }
            for (bound, count) in zip(Profile.named(row.profile)?.bounds ?? [], row.boundCounts) where count > 0 {
                rows.append([
                    "  \(bound.name)", "\(bound.side.rawValue) \(shortNumber(bound.limit))", "\(count)", share(count),
                ])
            }
        }
        return alignedRows(rows)
    }

    /// Each question with the families' answers and the reason why they differ.
    var comparisons: String {
        FamilyComparison.all.map { comparison in
            let answers = comparison.signals.map { ["  \($0)", shortNumber(tallies.before($0)?.quantile(0.5))] }
            return "\(comparison.question)\n\(alignedRows(answers))\(wrapped(comparison.reason, indent: 2))"
        }.joined(separator: "\n")
    }

    private func share(_ count: Int) -> String {
        guard violations.documentCount > 0 else { return "–" }
        let tenths = Int((Double(count) / Double(violations.documentCount) * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }

    private func bars(_ counts: [Int]) -> String {
        let most = counts.max() ?? 0
        let eighths = Array("▁▂▃▄▅▆▇█")
        return String(
            counts.map { count -> Character in
                count == 0 ? "·" : eighths[(count * 8 + most - 1) / most - 1]
            })
    }
}
