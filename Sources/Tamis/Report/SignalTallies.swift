/// The distributions of chosen signals over documents, before and after cleaning.
public struct SignalTallies: Sendable {
    /// The signals, in order.
    public let signals: [Signal]
    /// One tally per signal, for the texts as they came.
    public private(set) var before: [SignalTally]
    /// One tally per signal, for the texts as they leave.
    public private(set) var after: [SignalTally]

    /// The tallies of no documents.
    public init(_ signals: [Signal]) {
        self.signals = signals
        before = signals.map { _ in SignalTally() }
        after = before
    }

    /// Counts a document, whose values are in the order of `signals`.
    public mutating func add(before values: SignalValues, after later: SignalValues) {
        for (index, value) in values.values.enumerated() where index < before.count { before[index].add(value) }
        for (index, value) in later.values.enumerated() where index < after.count { after[index].add(value) }
    }

    /// The tallies of the signal called `name` before cleaning; nil where it was not chosen.
    public func before(_ name: String) -> SignalTally? {
        signals.firstIndex { $0.name == name }.map { before[$0] }
    }
}
