/// The distributions of chosen signals over documents, before and after cleaning.
package struct SignalTallies: Sendable {
    /// The signals, in order.
    package let signals: [Signal]
    /// One tally per signal, for the texts as they came.
    package private(set) var before: [SignalTally]
    /// One tally per signal, for the texts as they leave.
    package private(set) var after: [SignalTally]

    /// The tallies of no documents.
    package init(_ signals: [Signal]) {
        self.signals = signals
        before = signals.map { _ in SignalTally() }
        after = before
    }

    /// Counts a document, whose values are in the order of `signals`; a signal of lines counts once a line.
    package mutating func add(before values: SignalValues, after later: SignalValues) {
        SignalTallies.add(values, to: &before)
        SignalTallies.add(later, to: &after)
    }

    private static func add(_ values: SignalValues, to tallies: inout [SignalTally]) {
        for index in tallies.indices where index < values.values.count {
            for value in values.lineValues(at: index) ?? [values.values[index]] { tallies[index].add(value) }
        }
    }

    /// The tallies of the signal called `name` before cleaning; nil where it was not chosen.
    package func before(_ name: String) -> SignalTally? {
        signals.firstIndex { $0.name == name }.map { before[$0] }
    }
}
