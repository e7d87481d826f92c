import ArgumentParser
import Tamis
import TamisIO

/// `tamis list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Print the tables of rules, signals or settings.",
        discussion: """
            EXAMPLES
              tamis list rules
              tamis list signals
            """)

    /// What can be listed.
    enum Table: String, ExpressibleByArgument, CaseIterable {
        case rules
        case signals
        case settings
    }

    @Argument(help: "The table: rules, signals or settings.")
    var table: Table

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
        case .signals:
            Signal.all.map { "\($0.name)  (\($0.unit.rawValue))\n    \($0.summary)\n    Source: \($0.source)\n" }
                .joined()
        case .settings:
            Rule.all.map { rule in
                "\(rule.name)  \(rule.isOnByDefault)\n    Whether the rule runs.\n"
                    + rule.limits.map { limit in
                        "\(rule.name).\(limit.name)  \(limit.value)\n    \(limit.summary.capitalizedFirst); "
                            + "from \(limit.bounds.lowerBound) to \(limit.bounds.upperBound).\n"
                    }.joined()
            }.joined()
        }
    }

    private static func describe(_ rule: Rule) -> String {
        var text = "\(rule.name)\(rule.isOnByDefault ? "" : "  (off)")\n    \(rule.summary)\n"
        if !rule.guards.isEmpty { text += "    \(rule.guards)\n" }
        return text
    }
}

extension String {
    /// The text with a capital at its start.
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
