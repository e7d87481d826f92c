/// The values of chosen signals for one text.
public struct SignalValues: Sendable {
    /// The signals that were chosen, in order.
    public let signals: [Signal]
    /// Their values in the same order; nil where undefined.
    public let values: [Double?]
    /// The values line by line, by signal, where one of them has such; else empty.
    private let valuesOfLines: [[Double?]?]

    /// The values of no signals.
    public static let none = SignalValues()

    private init() {
        signals = []
        values = []
        valuesOfLines = []
    }

    /// Values that were measured before, of signals of whole texts.
    package init(_ signals: [Signal], values: [Double?]) {
        self.signals = signals
        self.values = values
        valuesOfLines = []
    }

    /// Takes the values of `signals` from `measures`, which hold what the signals need.
    public init(_ signals: [Signal], of measures: TextMeasures) {
        self.signals = signals
        var hasLines = false
        values = signals.indices.map { index in
            hasLines = hasLines || signals[index].measureLines != nil
            return signals[index].measure(measures)
        }
        valuesOfLines = hasLines ? signals.indices.map { signals[$0].measureLines?(measures) } : []
    }

    /// Whether a signal has values line by line.
    public var hasLines: Bool { !valuesOfLines.isEmpty }

    /// The values line by line of the signal at an index of `signals`; nil for a signal of whole texts.
    public func lineValues(at index: Int) -> [Double?]? { valuesOfLines.isEmpty ? nil : valuesOfLines[index] }

    /// Where the signal called `name` stands, sought from `start` on and then from the first on; nil where not chosen.
    func position(of name: String, from start: Int) -> Int? {
        for offset in signals.indices {
            let position = (start + offset) % signals.count
            if signals[position].name == name { return position }
        }
        return nil
    }

    /// The value of the signal called `name`; nil where undefined or not chosen.
    ///
    /// Linear in the signals.
    public subscript(name: String) -> Double? {
        signals.firstIndex { $0.name == name }.flatMap { values[$0] }
    }
}

extension [Signal] {
    /// The signals in the same order, each name once; quadratic in their number.
    public var withoutRepeats: [Signal] {
        reduce(into: []) { chosen, signal in
            if !chosen.contains(where: { $0.name == signal.name }) { chosen.append(signal) }
        }
    }

    /// What must be computed for all of them.
    public var needs: Measures {
        reduce(into: []) { $0.formUnion($1.needs) }
    }
}

/// Measures `signals` on a document that has been cut into `signals.needs.levels`.
///
/// Linear in the text.
public func measure(
    _ document: SegmentedDocument, signals: [Signal], lineRemoval: LineRemoval? = nil
) -> SignalValues {
    SignalValues(signals, of: TextMeasures(document, needs: signals.needs, lineRemoval: lineRemoval))
}
