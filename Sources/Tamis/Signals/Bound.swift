/// What a profile accepts of one signal: the values on one side of a limit.
///
/// A signal that must lie between two numbers has two bounds, so that each has a name of its own in settings and ledger.
public struct Bound: Sendable {
    /// The side that is accepted; the published tests drop what is strictly beyond, so most limits are accepted themselves.
    public enum Side: String, Sendable {
        /// The limit and less.
        case atMost = "<="
        /// The limit and more.
        case atLeast = ">="
        /// Less than the limit.
        case below = "<"
        /// More than the limit.
        case above = ">"
    }

    /// The name within the profile: the published reason for dropping, where there is one.
    public let name: String
    /// The signal it judges.
    public let signal: String
    /// The side of the limit that is accepted.
    public let side: Side
    /// The published limit.
    public let limit: Double
    /// The code of the one language whose documents it is for; nil for those that have no bounds of their own.
    public var language: String?

    /// Whether `value` lies on the accepted side of `limit`, which may have been set anew; NaN never does.
    public func accepts(_ value: Double, limit: Double) -> Bool {
        switch side {
        case .atMost: value <= limit
        case .atLeast: value >= limit
        case .below: value < limit
        case .above: value > limit
        }
    }
}

/// A reason for which a profile does not accept a text.
public struct Violation: Sendable, Equatable, CustomStringConvertible {
    /// The name of the profile.
    public let profile: String
    /// What is violated.
    public let reason: Reason

    /// What a text violates.
    public enum Reason: Sendable, Equatable {
        /// There is no line that is not blank: nothing can be measured.
        case empty
        /// A signal's value lies on the wrong side of a limit.
        case bound(String, signal: String, value: Double, side: Bound.Side, limit: Double)
    }

    /// Such as `gopher.short_doc: gopher_word_count is 4.0, not >= 50.0`.
    public var description: String {
        switch reason {
        case .empty: "\(profile): the text is empty"
        case .bound(let name, let signal, let value, let side, let limit):
            "\(profile).\(name): \(signal) is \(value), not \(side.rawValue) \(limit)"
        }
    }
}
