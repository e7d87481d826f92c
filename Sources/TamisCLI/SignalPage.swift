import Tamis

/// The tables of signals, profiles and comparisons as one page of Markdown: `docs/signals.md`.
enum SignalPage {
    /// The page.
    static var text: String {
        """
        # Quality signals and profiles

        <!-- Written by `tamis list signals --markdown`; change the tables in Sources/Tamis/Signals and run scripts/record-docs. -->

        A signal measures, a profile judges. The name of a signal carries its definition: the same question has other
        answers in other families, and [the last section](#why-the-families-differ) says why. Choose families by
        `--signals core,gopher`, drop what violates a profile by `--require gopher`, or only count it by
        `tamis report --profile gopher`. A value that is undefined is `null` and violates nothing; a text without a line
        that is not blank is `empty` and violates every profile with bounds.

        \(SignalFamily.all.map(section).joined(separator: "\n"))
        ## Not computed

        These need a trained model, which Tamis does not carry.

        \(table(["signal", "needs"], Signal.notComputed.map { [$0.names, $0.needs] }))
        ## Profiles

        Limits are settings: `{"gopher.dup_line_frac": 0.25}` in the file of `--settings`. A profile can be for one language:
        `--require en:gopher,de:fineweb2`.

        \(Profile.all.map(section).joined(separator: "\n"))
        ## Why the families differ

        `tamis report --compare` puts these side by side.

        \(FamilyComparison.all.map(section).joined(separator: "\n"))
        """
    }

    private static func section(_ family: SignalFamily) -> String {
        "## \(family.name)\n\n\(family.summary.capitalizedFirst).\n\n"
            + table(
                ["signal", "unit", "definition", "source", "accepted"],
                family.signals.map { signal in
                    [
                        "`\(signal.name)`", signal.unit.rawValue, signal.summary, signal.source,
                        signal.acceptedRanges.joined(separator: ", "),
                    ]
                })
    }

    private static func section(_ profile: Profile) -> String {
        let text = "### \(profile.name)\n\n\(profile.summary.capitalizedFirst).\n\nSource: \(profile.source).\n"
        guard !profile.bounds.isEmpty else { return text }
        return text + "\n"
            + table(
                ["setting", "accepted"],
                profile.bounds.map {
                    ["`\(profile.name).\($0.name)`", "`\($0.signal)` \($0.side.rawValue) \(plainNumber($0.limit))"]
                })
    }

    private static func section(_ comparison: FamilyComparison) -> String {
        let names = comparison.signals.map { "`\($0)`" }.joined(separator: ", ")
        return "- **\(comparison.question)** \(names). \(comparison.reason)\n"
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> String {
        ([header, header.map { _ in "---" }] + rows).map { row in
            "| " + row.map(escaped).joined(separator: " | ") + " |\n"
        }.joined()
    }

    /// A cell in which no character ends the cell or begins a tag; code is left as it is.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "|", "*",
                "_" where !text.hasPrefix("`"):
                result += "\\\(character)"
            case "<": result += text.hasPrefix("`") ? "<" : "&lt;"
            default: result.append(character)
            }
        }
        return result
    }
}

extension Signal {
    /// What each profile accepts of the signal, such as `gopher <= 0.3`.
    var acceptedRanges: [String] {
        Profile.all.flatMap { profile in
            profile.bounds.filter { $0.signal == name }.map {
                "\(profile.name) \($0.side.rawValue) \(plainNumber($0.limit))"
            }
        }
    }
}
