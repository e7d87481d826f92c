// A signal measures, a profile judges:
//
//     gopher_dup_line_frac = 0.41        gopher.dup_line_frac accepts <= 0.3        violated
//     gopher_top_2_gram    = 0.05        gopher.top_2_gram    accepts <= 0.2        accepted
//     gopher_mean_word_length = null     (no words)                                 nothing to judge

/// A named set of bounds, as a paper or a system published it.
public struct Profile: Sendable {
    /// The name to choose it by.
    public let name: String
    /// What it stands for.
    public let summary: String
    /// The paper or system the bounds are from.
    public let source: String
    /// What it accepts; none where no bounds were published.
    public let bounds: [Bound]
    /// The signals to report with it, beside those of its bounds.
    public let family: String

    /// Every profile.
    public static let all: [Profile] = [
        gopher, datatroveRepetition, datatroveQuality, c4, fineweb, fineweb2, refinedweb, redpajama, dolma, nemo,
    ]

    /// The profile of that name, or nil.
    public static func named(_ name: String) -> Profile? {
        all.first { $0.name == name }
    }

    /// The signals that its bounds judge, each once, in the order of the bounds.
    public var signals: [Signal] {
        bounds.compactMap { bound in Signal.all.first { $0.name == bound.signal } }.withoutRepeats
    }

    /// Every bound that a text with these signals violates, in the order of the profile; an undefined value violates none.
    ///
    /// - Parameters:
    ///   - isEmpty: Whether the text has no line that is not blank, which every profile with bounds refuses.
    ///   - language: The language of the text; its own bounds stand in for those of all, where there are any.
    ///   - limits: The limits in force, one per bound; nil for the published ones.
    public func violations(of values: SignalValues, isEmpty: Bool, language: Language? = nil, limits: [Double]? = nil)
        -> [Violation]
    {
        var position = 0
        return violations(of: values, from: &position, isEmpty: isEmpty, language: language, limits: limits)
    }

    /// The same, with the values sought from `position` on, where the last one found stands then.
    ///
    /// Values mostly stand in the order of the bounds, and those of a profile behind those of the one before.
    func violations(
        of values: SignalValues, from position: inout Int, isEmpty: Bool, language: Language?, limits: [Double]?
    ) -> [Violation] {
        guard !bounds.isEmpty else { return [] }
        let limits = limits ?? bounds.map(\.limit)
        var violations = isEmpty ? [Violation(profile: name, reason: .empty)] : []
        let ownBounds = bounds.contains { $0.language != nil && $0.language == language?.code } ? language?.code : nil
        for (bound, limit) in zip(bounds, limits) where bound.language == ownBounds {
            guard let found = values.position(of: bound.signal, from: position) else { continue }
            position = found
            guard let value = values.values[position], !bound.accepts(value, limit: limit) else { continue }
            violations.append(
                Violation(
                    profile: name,
                    reason: .bound(
                        bound.name, signal: bound.signal, value: value, side: bound.side, limit: limit)))
        }
        return violations
    }

    /// The bounds that a family's own signals make: the name of a bound is the signal's without the family's.
    static func bounds(of family: String, _ rows: [(name: String, side: Bound.Side, limit: Double)]) -> [Bound] {
        rows.map { Bound(name: $0.name, signal: "\(family)_\($0.name)", side: $0.side, limit: $0.limit) }
    }
}
