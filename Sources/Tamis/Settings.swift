/// What decides the outcome of a run, apart from the input.
public struct Settings: Sendable {
    /// Whether each rule runs, in the order of `Rule.all`.
    public private(set) var isOn: [Bool]
    /// The limits of each rule, in the order of `Rule.all` and of its row.
    public private(set) var limits: [[Double]]
    /// The signals to compute.
    public var signals: [Signal]
    /// Tells the language of a text that comes without one; nil to leave it unknown.
    public var identifyLanguage: (@Sendable (Span<UInt8>) -> Language?)?
    /// The profiles that documents must meet.
    public private(set) var requirements: [Requirement] = []
    /// The limits of each profile's bounds, in the order of `Profile.all` and of its row.
    public private(set) var profileLimits: [[Double]]
    /// Exact keys of whole lines that go wherever they stand.
    public private(set) var listedLines: Set<Key> = []
    /// Exact keys of whole lines that no rule may touch.
    public private(set) var protectedLines: Set<Key> = []

    /// Whether the evidence of a judgement names the features that spoke most: for people who ask, since it takes time.
    public var namesFeatures = false

    /// A judge with other weights than those of the table, which the trainer tries.
    var otherJudge: LineJudge?
    /// Who judges page furniture.
    var judge: LineJudge { otherJudge ?? .shared }

    /// The defaults of the tables.
    public init() {
        isOn = Rule.all.map(\.isOnByDefault)
        limits = Rule.all.map { $0.limits.map(\.value) }
        signals = Signal.all
        profileLimits = Profile.all.map { $0.bounds.map(\.limit) }
    }

    /// Switches a rule on or off.
    ///
    /// - Throws: `SettingsError.unknown` where there is no such rule.
    public mutating func set(rule name: String, isOn on: Bool) throws(SettingsError) {
        isOn[try Settings.index(ofRule: name)] = on
    }

    /// Switches on exactly the named rules.
    ///
    /// - Throws: `SettingsError.unknown` where there is no such rule.
    public mutating func setOnly(rules names: [String]) throws(SettingsError) {
        isOn = Rule.all.map { _ in false }
        for name in names { try set(rule: name, isOn: true) }
    }

    /// Sets how much page furniture goes.
    public mutating func set(furniture level: FurnitureLevel) {
        guard let rule = Rule.index(named: "page-furniture"),
            let place = Rule.all[rule].limits.firstIndex(where: { $0.name == "level" })
        else { return }
        limits[rule][place] = Double(level.rawValue)
    }

    /// Sets a limit of a rule or of a profile by its full name, such as `near-repeat.jaccard` or `gopher.dup_line_frac`.
    ///
    /// - Throws: `SettingsError` where there is no such limit or the value is out of its bounds.
    public mutating func set(limit fullName: String, to value: Double) throws(SettingsError) {
        for (ruleIndex, rule) in Rule.all.enumerated() {
            for (limitIndex, limit) in rule.limits.enumerated() where "\(rule.name).\(limit.name)" == fullName {
                guard limit.bounds.contains(value) else {
                    throw .outOfBounds(fullName, value, limit.bounds)
                }
                limits[ruleIndex][limitIndex] = value
                return
            }
        }
        for (profileIndex, profile) in Profile.all.enumerated() {
            for (index, bound) in profile.bounds.enumerated() where "\(profile.name).\(bound.name)" == fullName {
                guard value.isFinite else { throw .notAValue(fullName) }
                profileLimits[profileIndex][index] = value
                return
            }
        }
        throw .unknown(fullName, nearest: nearest(to: fullName, among: Settings.limitNames))
    }

    /// Adds a profile that documents must meet: `gopher`, or `en:gopher` for those in one language.
    ///
    /// - Throws: `SettingsError` where there is no such profile or the language is no code.
    public mutating func require(_ spelling: String) throws(SettingsError) {
        let parts = spelling.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[parts.count - 1]
        guard let index = Profile.all.firstIndex(where: { $0.name == name }) else {
            throw .unknown(name, nearest: nearest(to: name, among: Profile.all.map(\.name)))
        }
        guard parts.count == 2 else {
            requirements.append(Requirement(profileIndex: index, language: nil))
            return
        }
        guard let language = Language(tag: parts[0]) else { throw .notALanguage(parts[0]) }
        requirements.append(Requirement(profileIndex: index, language: language))
    }

    /// Whether the rule runs that takes what many documents of a site hold.
    public var countsTemplates: Bool { isOn(rule: "site-template") }

    /// Whether the rule runs that takes paragraphs of earlier documents.
    public var sharesParagraphs: Bool { isOn(rule: "shared-paragraph") }

    /// Whether a rule runs that takes whole documents.
    public var comparesDocuments: Bool {
        Removal.Rule.allCases.contains { isOn($0) }
    }

    private func isOn(rule name: String) -> Bool {
        Rule.index(named: name).map { isOn[$0] } ?? false
    }

    /// Whether a rule that takes whole documents runs.
    public func isOn(_ rule: Removal.Rule) -> Bool {
        isOn(rule: rule.rawValue)
    }

    /// The signals that the required profiles judge.
    var judgedSignals: [Signal] {
        requirements.flatMap(\.profile.signals).withoutRepeats
    }

    /// Every bound that a text violates; nil where no profile is required.
    func violations(of values: SignalValues, isEmpty: Bool, language: Language?) -> [Violation]? {
        guard !requirements.isEmpty else { return nil }
        var position = 0
        return requirements.filter { $0.applies(to: language) }.flatMap {
            $0.profile.violations(
                of: values, from: &position, isEmpty: isEmpty, language: language,
                limits: profileLimits[$0.profileIndex])
        }
    }

    /// Whether the blank lines that a cut leaves are closed: a part of the rule `repair`.
    var closesBlankLines: Bool { isOn[Rule.all.count - 1] }

    /// Adds whole lines to cut, one a line of `utf8`.
    public mutating func list(linesOf utf8: [UInt8]) {
        listedLines.formUnion(Settings.keys(ofLines: utf8))
    }

    /// Adds whole lines to protect, one a line of `utf8`.
    public mutating func protect(linesOf utf8: [UInt8]) {
        protectedLines.formUnion(Settings.keys(ofLines: utf8))
    }

    /// The full names of all limits, in the order of the tables.
    public static var limitNames: [String] {
        Rule.all.flatMap { rule in rule.limits.map { "\(rule.name).\($0.name)" } }
            + Profile.all.flatMap { profile in profile.bounds.map { "\(profile.name).\($0.name)" } }
    }

    /// The keys of lines as they stand, and as the rule `repair` leaves them: without control characters.
    private static func keys(ofLines utf8: [UInt8]) -> [Key] {
        let plain = utf8.filter { $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }
        return [utf8, plain].flatMap { SegmentedDocument(Document(id: "", utf8: $0), levels: .lines).lines.map(\.key) }
    }

    private static func index(ofRule name: String) throws(SettingsError) -> Int {
        guard let index = Rule.index(named: name) else {
            throw .unknown(name, nearest: nearest(to: name, among: Rule.all.map(\.name)))
        }
        return index
    }
}

/// A setting that cannot be taken.
public enum SettingsError: Error, Equatable, CustomStringConvertible {
    /// No rule or limit has that name; the nearest that exists is given.
    case unknown(String, nearest: String?)
    /// The value of a limit is outside its bounds.
    case outOfBounds(String, Double, ClosedRange<Double>)
    /// The value is neither a number nor true or false.
    case notAValue(String)

    /// The language is no code of ISO 639 or BCP 47.
    case notALanguage(String)

    /// What is wrong and what to do, in one line.
    public var description: String {
        switch self {
        case .unknown(let name, let nearest):
            "unknown name '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "; see 'tamis list'")
        case .outOfBounds(let name, let value, let bounds):
            "\(name) = \(value) is outside \(bounds.lowerBound) to \(bounds.upperBound)"
        case .notAValue(let name):
            "\(name) must be a number for a limit, true or false for a rule"
        case .notALanguage(let tag):
            "'\(tag)' is no language; give a code such as en, de or zh"
        }
    }
}
