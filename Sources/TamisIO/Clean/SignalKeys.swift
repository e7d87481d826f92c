import Tamis

/// The names of signals as keys of JSON, made once for many documents.
struct SignalKeys: Sendable {
    /// The keys in quotes with their colons, one after another.
    let bytes: [UInt8]
    /// Where each key ends.
    let ends: [Int]
    /// Whether each signal is a whole number.
    let areWhole: [Bool]

    /// The keys of `signals`.
    init(_ signals: [Signal]) {
        var (bytes, ends): ([UInt8], [Int]) = ([], [])
        for signal in signals {
            var writer = JSONWriter()
            writer.key(named: signal.name)
            bytes += writer.take()
            ends.append(bytes.count)
        }
        (self.bytes, self.ends) = (bytes, ends)
        areWhole = signals.map { $0.unit == .count || $0.unit == .characters }
    }
}
