/// Tables of CSV or TSV with every kind of field: quoted and not, quotes in both, line ends, empty ones, blank rows, any line
/// end, texts in which rules find something.
struct HostileTable {
    private var random: SeededRandom
    private var articles: RandomArticle<SeededRandom>
    private let delimiter: UInt8

    init(seed: UInt64, delimiter: UInt8) {
        random = SeededRandom(seed: seed)
        articles = RandomArticle(random: SeededRandom(seed: seed &+ 1))
        self.delimiter = delimiter
    }

    /// A header with the columns `id`, `text`, `n` in some order, and `count` rows.
    mutating func next(count: Int) -> [UInt8] {
        let names = ["id", "text", "n"].shuffled(using: &random)
        var bytes: [UInt8] = random.below(4) == 0 ? [0xEF, 0xBB, 0xBF] : []
        bytes += joined(names.map { Array($0.utf8) }) + lineEnd()
        for index in 0..<count {
            bytes += joined(
                names.map { name in
                    switch name {
                    case "text": text()
                    case "id": Array("\(index)".utf8)
                    default: field(Array(random.pick(["", "1.10", "a \"b\" c", "é,\t", "0\n1", "\""]).utf8))
                    }
                })
            if index < count - 1 || random.below(2) == 0 { bytes += lineEnd() }
            if random.below(9) == 0 { bytes += lineEnd() }
        }
        return bytes
    }

    private mutating func text() -> [UInt8] {
        if random.below(3) > 0 { return field(articles.next(blockCount: 4, hasInvalidBytes: false)) }
        // Texts that stay without quotes as long as they can.
        let plain = [
            "He said &quot;no&quot;", "&#44; a comma", "a &quot;b", "say \"yes\" &amp; go", "x&#9;y", "One river runs.",
            "",
            "spot_img\"quoted\" start", "&quot;", "line&#10;end",
        ]
        // With semicolons between fields an entity needs quotes.
        let text = Array(random.pick(plain).utf8)
        return text.contains(delimiter) ? field(text) : text
    }

    /// A value as a field, in quotes where it needs them, and sometimes where not.
    private mutating func field(_ value: [UInt8]) -> [UInt8] {
        let needsQuotes = value.contains { [0x22, 0x0A, 0x0D, delimiter].contains($0) }
        guard needsQuotes || random.below(2) == 0 else { return value }
        return [0x22] + value.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
    }

    private func joined(_ fields: [[UInt8]]) -> [UInt8] { Array(fields.joined(separator: [delimiter])) }

    private mutating func lineEnd() -> [UInt8] { random.pick([[0x0A], [0x0A], [0x0D, 0x0A]]) }
}
