/// A row of the table of rules: its name is the settings key and the ledger's word, and the row documents it.
public struct Rule: Sendable {
    /// The name in kebab-case, unique among all rules.
    public let name: String
    /// What it finds, in one sentence.
    public let summary: String
    /// What keeps it from acting, in one sentence; empty where nothing does.
    public let guards: String
    /// Whether it runs unless told otherwise.
    public let isOnByDefault: Bool
    /// The numbers that can be set.
    public let limits: [Limit]
    /// The segments it looks at.
    public let levels: SegmentLevels
    /// Whether it asks which lines the table of phrases takes.
    let usesPhrases: Bool
    /// Whether it asks the judge of lines.
    let judgesLines: Bool
    /// Whether it asks where runs of words begin that stand more than once.
    let usesWordRuns: Bool
    /// Whether it may find something when lines that it does not take are gone; others that found nothing need not look again.
    let looksAround: Bool
    /// Texts that show it at work; tests run them all.
    public let examples: [Example]
    /// What it finds in a text; the ranges lie in the text of the context.
    public let matches: @Sendable (borrowing RuleContext) -> [Match]

    /// A number of a rule that the settings can change.
    public struct Limit: Sendable {
        /// The name within the rule, in snake_case.
        public let name: String
        /// The value unless set.
        public let value: Double
        /// The values that make sense.
        public let bounds: ClosedRange<Double>
        /// What it limits.
        public let summary: String
    }

    /// A text in which what goes is set between `⟦` and `⟧`; without these marks the text stays as it is.
    public struct Example: Sendable, ExpressibleByStringLiteral {
        /// The text with its marks.
        public let marked: String
        /// Lines that are templates of the site.
        public let templates: [String]

        /// Makes an example of a marked text.
        public init(stringLiteral marked: String) {
            self.init(marked, templates: [])
        }

        init(_ marked: String, templates: [String]) {
            self.marked = marked
            self.templates = templates
        }
    }

    init(
        _ name: String, _ summary: String, guards: String = "", isOnByDefault: Bool = true, limits: [Limit] = [],
        levels: SegmentLevels = .lines, usesPhrases: Bool = false, judgesLines: Bool = false,
        usesWordRuns: Bool = false, looksAround: Bool = false, examples: [Example],
        matches: @escaping @Sendable (borrowing RuleContext) -> [Match]
    ) {
        self.name = name
        self.summary = summary
        self.guards = guards
        self.isOnByDefault = isOnByDefault
        self.limits = limits
        self.levels = levels
        self.usesPhrases = usesPhrases
        self.judgesLines = judgesLines
        self.usesWordRuns = usesWordRuns
        self.looksAround = looksAround
        self.examples = examples
        self.matches = matches
    }

    /// Every rule, in order of credit: where two claim the same bytes, the earlier row is credited.
    public static let all: [Rule] = debris + repeats + corpusRules + documents + lineRules + [repair]

    /// The rule of that name, or nil.
    public static func named(_ name: String) -> Rule? {
        index(named: name).map { all[$0] }
    }

    /// Where the rule of that name stands in `all`; nil where there is none.
    public static func index(named name: String) -> Int? {
        // Names of one length are few, and telling two strings apart takes far longer than their lengths.
        let length = name.utf8.count
        return names.firstIndex { $0.utf8.count == length && $0 == name }
    }

    private static let names = all.map(\.name)
}
