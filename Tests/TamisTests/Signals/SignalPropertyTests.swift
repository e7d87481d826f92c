import Tamis
import Testing

/// What holds for the values of any text.
@Suite struct SignalPropertyTests {
    @Test func fractionsAreFractionsAndExcessIsAtMostMember() {
        var random = RandomText(seed: 4)
        for _ in 0..<2_000 {
            let text = randomText(using: &random)
            let document = SegmentedDocument(Document(id: "", utf8: text), levels: .all)
            let values = measure(document, signals: Signal.all)
            for (signal, value) in zip(values.signals, values.values) {
                guard let value else { continue }
                let range = signal.unit == .fraction ? 0...1 : 0...Double.greatestFiniteMagnitude
                #expect(range.contains(value), "\(signal.name) of \(text)")
                if signal.name.hasPrefix("excess_"), let member = values["member_" + signal.name.dropFirst(7)] {
                    #expect(value <= member, "\(signal.name) of \(text)")
                }
            }
        }
    }

    @Test func aSignalHasOneValueWhateverElseIsChosen() throws {
        var random = RandomText(seed: 5)
        for _ in 0..<50 {
            let text = randomText(using: &random)
            let document = SegmentedDocument(Document(id: "", utf8: text), levels: .all)
            let together = measure(document, signals: Signal.all)
            for (signal, value) in zip(together.signals, together.values) {
                #expect(try measured(signal.name, text) == value, "\(signal.name) of \(text)")
            }
        }
    }

    /// Lines of few words, so that much is repeated; some bytes are not UTF-8.
    private func randomText(using random: inout RandomText) -> [UInt8] {
        let pieces = [
            "la", "La", "the", "sea", "東", "é", "e\u{301}", "7", ".", "?", "…", "<b>", "&amp;", "\n", "\n", "\n\n",
            "- ",
        ]
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            if Int.random(in: 0..<40, using: &random) == 0 {
                text.append(UInt8.random(in: 0x80...0xFF, using: &random))
            }
            text += Array(pieces.randomElement(using: &random)!.utf8)
            if Bool.random(using: &random) { text.append(UInt8(ascii: " ")) }
        }
        return text
    }
}
