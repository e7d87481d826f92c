import Tamis
import Testing

@Suite struct SignalSelectionTests {
    @Test func namesAndFamilies() {
        #expect(Signal.named("none")?.isEmpty == true)
        #expect(Signal.named("all")?.count == Signal.all.count)
        #expect(Signal.named("core")?.first?.name == "char_count")
        #expect(Signal.named("word_count")?.map(\.name) == ["word_count"])
        #expect(Signal.named("word_cuont") == nil)
        #expect(Signal.named("") == nil)
    }

    @Test func overlappingChoicesNameEachSignalOnce() {
        let chosen = ["digit_fraction", "core", "word_count"].compactMap { Signal.named($0) }.flatMap { $0 }
        #expect(chosen.withoutRepeats.count == Signal.named("core")?.count)
        #expect(chosen.withoutRepeats.first?.name == "digit_fraction")
    }

    @Test func everyKnownNameIsKnownOnce() {
        #expect(Set(Signal.knownNames).count == Signal.knownNames.count)
        for name in Signal.knownNames { #expect(Signal.named(name) != nil, "\(name)") }
    }

    @Test func onlyWhatIsNeededIsAskedFor() throws {
        let levels = { (name: String) throws in try #require(Signal.named(name)).needs.levels }
        #expect(try levels("none") == .lines)
        #expect(try levels("char_count") == .lines)
        #expect(try levels("paragraph_count") == .paragraphs)
        #expect(try levels("excess_sentence_fraction") == .sentences)
        #expect(try levels("distinct_20_fraction") == .words)
        #expect(try levels("core") == .all)
    }

    @Test(arguments: Signal.all) func rowsAreDocumented(_ signal: Signal) {
        #expect(signal.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
        #expect(!signal.source.isEmpty)
        #expect(
            signal.unit != .fraction || signal.summary.contains(" / "), "numerator / denominator: \(signal.summary)")
        #expect(signal.unit == .fraction ? signal.summary.contains("null") : true)
    }
}
