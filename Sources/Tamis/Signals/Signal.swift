/// A number that says something of a text's quality: a row of a table.
///
/// A signal measures and does not judge; bounds stand in a profile. The row is the registration, the documentation, the
/// key in settings and in the output.
public struct Signal: Sendable {
    /// The name, in snake case; the definition belongs to the name.
    public let name: String
    /// What is counted.
    public let unit: Unit
    /// The definition: numerator, denominator, and when there is no value.
    public let summary: String
    /// The paper, standard or system the definition is from.
    public let source: String
    /// What must have been computed before `measure` is called.
    public let needs: Measures
    /// The values line by line, of a signal of lines; such a signal has no single value.
    var measureLines: (@Sendable (TextMeasures) -> [Double?])?
    /// The value; nil where it is undefined.
    public let measure: @Sendable (TextMeasures) -> Double?

    /// What a signal's number counts.
    public enum Unit: String, Sendable {
        /// Things, a whole number.
        case count
        /// Unicode scalars.
        case characters
        /// Part of a whole, 0…1.
        case fraction
        /// A quotient of two counts that may exceed 1.
        case ratio
        /// Natural units of information.
        case nats
    }

    /// Every signal, family after family.
    public static let all: [Signal] = SignalFamily.all.flatMap(\.signals)

    /// The signals that `name` stands for: `all`, `none`, a family or one signal; nil for an unknown name.
    public static func named(_ name: String) -> [Signal]? {
        switch name {
        case "all": all
        case "none": []
        default:
            SignalFamily.all.first { $0.name == name }?.signals ?? all.first { $0.name == name }.map { [$0] }
        }
    }

    /// Every name that `named` knows, to suggest from.
    public static var knownNames: [String] {
        ["all", "none"] + SignalFamily.all.map(\.name) + all.map(\.name)
    }
}

/// Signals of one set of definitions.
public struct SignalFamily: Sendable {
    /// The name to choose it by, which starts the names of all its signals but the core's.
    public let name: String
    /// Whose definitions these are.
    public let summary: String
    /// The rows.
    public let signals: [Signal]

    /// Every family.
    public static let all: [SignalFamily] = [core, gopher, datatrove, dolma, nemo, c4, fineWeb, refinedWeb, redPajama]
}
