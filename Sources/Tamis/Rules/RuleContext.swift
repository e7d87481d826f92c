/// What a rule is given: a text without the segments that earlier rules took, and the settings.
public struct RuleContext: ~Copyable {
    /// The text. Its lines, paragraphs and sentences are those that still stand; its bytes are all there.
    public var text: SegmentedDocument
    /// The settings of the run.
    public let settings: Settings
    /// The rule being run, which names its limits.
    var ruleIndex = 0

    init(text: SegmentedDocument, settings: Settings) {
        self.text = text
        self.settings = settings
    }

    /// The bytes of the text.
    var utf8: [UInt8] { text.document.utf8 }

    /// The value in force of a limit of the rule being run.
    func limit(_ name: String) -> Double {
        let rule = Rule.all[ruleIndex]
        guard let index = rule.limits.firstIndex(where: { $0.name == name }) else {
            preconditionFailure("rule \(rule.name) has no limit \(name)")
        }
        return settings.limits[ruleIndex][index]
    }
}
