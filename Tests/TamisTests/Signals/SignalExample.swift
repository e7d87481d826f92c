import Tamis
import Testing

/// A signal, a small text, and the value worked out by hand; nil where the signal has none.
struct SignalExample: Sendable, CustomTestStringConvertible {
    let signal: String
    let text: String
    let value: Double?

    init(_ signal: String, _ text: String, _ value: Double?) {
        self.signal = signal
        self.text = text
        self.value = value
    }

    var testDescription: String { "\(signal) of \(text.debugDescription.prefix(60))" }
}

/// Measures one signal, with only the levels it asks for.
func measured(_ name: String, _ utf8: [UInt8]) throws -> Double? {
    let signals = try #require(Signal.named(name), "no signal \(name)")
    let document = SegmentedDocument(Document(id: "example", utf8: utf8), levels: signals.needs.levels)
    return measure(document, signals: signals).values[0]
}
