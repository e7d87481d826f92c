import Testing

@testable import Tamis

/// Every example of every rule's row: the rule alone, then what its marks say.
struct RuleExampleTests {
    @Test(arguments: Rule.all.flatMap { rule in rule.examples.map { (rule.name, $0) } })
    func holds(rule: String, example: Rule.Example) throws {
        var settings = Settings()
        try settings.setOnly(rules: [rule])
        settings.signals = []
        let utf8 = MarkedText(example.marked).utf8
        let corpus = Corpus.knowing(example.templates)
        let cleaned = Pipeline(settings: settings).clean(Document(id: "example", utf8: utf8), corpus: corpus)
        #expect(MarkedText.mark(utf8, cleaned.findings.map(\.range)) == example.marked)
    }
}

/// A text in which ranges are set between `⟦` and `⟧`.
struct MarkedText {
    let utf8: [UInt8]
    let ranges: [ByteRange]

    init(_ marked: String) {
        var utf8: [UInt8] = []
        var ranges: [ByteRange] = []
        var start = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = utf8.count
            case "⟧": ranges.append(start..<utf8.count)
            default: utf8.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        self.utf8 = utf8
        self.ranges = ranges
    }

    /// The text with marks around `ranges`; ranges that touch share their marks.
    static func mark(_ utf8: [UInt8], _ ranges: [ByteRange]) -> String {
        var result: [UInt8] = []
        var cursor = 0
        for (index, range) in ranges.enumerated() {
            result += utf8[cursor..<range.lowerBound]
            if index == 0 || ranges[index - 1].upperBound < range.lowerBound { result += Array("⟦".utf8) }
            result += utf8[range]
            cursor = range.upperBound
            if index + 1 == ranges.count || ranges[index + 1].lowerBound > cursor { result += Array("⟧".utf8) }
        }
        return String(decoding: result + utf8[cursor...], as: UTF8.self)
    }
}
