import Testing

@testable import TamisIO

/// Numbers as people read them.
struct PlainNumberTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1 000"), (1_234_567, "1 234 567"), (-12_345, "-12 345")])
    func countsAreGrouped(_ value: Int, _ text: String) {
        #expect(PlainNumber.count(value).replacing("\u{202F}", with: " ") == text)
    }

    @Test(arguments: [(0, "0.0 %"), (0.0001, "< 0.1 %"), (0.1234, "12.3 %"), (1, "100.0 %"), (.nan, "–")])
    func sharesHaveATenth(_ value: Double, _ text: String) {
        #expect(PlainNumber.percent(value) == text)
    }

    @Test(arguments: [
        (0, "0"), (0.5, "0.5"), (0.0625, "0.063"), (12, "12"), (-1.25, "-1.25"), (1e15, "1000000000000000"),
    ])
    func valuesAreShort(_ value: Double, _ text: String) {
        #expect(PlainNumber.short(value) == text)
    }

    @Test(arguments: [(1, "1 byte"), (999, "999 bytes"), (1500, "1.5 kB"), (120_000_000, "120 MB"), (999_600, "1 MB")])
    func bytesHaveUnits(_ value: Int, _ text: String) {
        #expect(PlainNumber.bytes(value) == text)
    }
}
