import ArgumentParser
import Tamis
import TamisIO

/// `tamis list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the tables of rules, signals, profiles or settings.",
        discussion: """
            EXAMPLES
              tamis list rules
              tamis list signals
              tamis list profiles
            """)

    /// What can be listed.
    enum Table: String, Choice {
        case rules
        case signals
        case profiles
        case settings
    }

    @Argument(help: "The table: rules, signals, profiles or settings.")
    var table: Table

    @Flag(help: "With signals: signals, profiles and comparisons as a page of Markdown.")
    var markdown = false

    func validate() throws {
        if markdown, table != .signals { throw ValidationError("--markdown goes with signals") }
    }

    func run() throws {
        try reportingFailures {
            let output = try OutputFile(path: "-")
            try output.write(Array(text.utf8))
            try output.finish()
        }
    }

    private var text: String {
        switch table {
        case .rules: Rule.all.map(Self.describe).joined(separator: "\n")
        case .signals where markdown: SignalPage.text
        case .signals: SignalFamily.all.map(Self.describe).joined(separator: "\n")
        case .profiles: Profile.all.map(Self.describe).joined(separator: "\n")
        case .settings: Rule.all.map(Self.settings).joined() + Profile.all.map(Self.settings).joined()
        }
    }

    private static func describe(_ rule: Rule) -> String {
        var text = "\(rule.name)\(rule.isOnByDefault ? "" : "  (off)")\n    \(rule.summary)\n"
        if !rule.guards.isEmpty { text += "    \(rule.guards)\n" }
        return text
    }

    private static func describe(_ family: SignalFamily) -> String {
        "\(family.name): \(family.summary)\n\n"
            + family.signals.map { signal in
                var text = "\(signal.name)  (\(signal.unit.rawValue))\n    \(signal.summary)\n"
                text += "    Source: \(signal.source)\n"
                let accepted = signal.acceptedRanges
                if !accepted.isEmpty { text += "    Accepted: \(accepted.joined(separator: ", "))\n" }
                return text
            }.joined()
    }

    private static func describe(_ profile: Profile) -> String {
        "\(profile.name)\n    \(profile.summary.capitalizedFirst).\n    Source: \(profile.source)\n"
            + profile.bounds.map { "    \($0.name): \($0.signal) \($0.side.rawValue) \(plainNumber($0.limit))\n" }
            .joined()
            + (profile.bounds.isEmpty ? "    No bounds were published: nothing violates it.\n" : "")
    }

    private static func settings(_ rule: Rule) -> String {
        "\(rule.name)  \(rule.isOnByDefault)\n    Whether the rule runs.\n"
            + rule.limits.map { limit in
                "\(rule.name).\(limit.name)  \(limit.value)\n    \(limit.summary.capitalizedFirst); "
                    + "from \(limit.bounds.lowerBound) to \(limit.bounds.upperBound).\n"
            }.joined()
    }

    private static func settings(_ profile: Profile) -> String {
        profile.bounds.map { bound in
            "\(profile.name).\(bound.name)  \(plainNumber(bound.limit))\n    "
                + "The profile accepts \(bound.signal) \(bound.side.rawValue) this.\n"
        }.joined()
    }
}

/// A number without a needless `.0`.
func plainNumber(_ value: Double) -> String {
    value.rounded() == value && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
}

extension String {
    /// The text with a capital at its start.
    var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
