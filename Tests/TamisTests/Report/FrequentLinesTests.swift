import Testing

@testable import Tamis

/// The lines with most copies, in bounded memory.
struct FrequentLinesTests {
    @Test func copiesAddUpOverDocuments() {
        var lines = FrequentLines()
        for text in ["Read more\nA\nRead  More", "read more\nB"] { add(text, to: &lines) }
        #expect(
            lines.most(10).map { "\(String(decoding: $0.text, as: UTF8.self)) \($0.count) \($0.documentCount)" } == [
                "Read more 3 2"
            ])
        #expect(lines.missedCount == 0)
    }

    /// With little room every frequent line is still found, and its count is short by what is said at most.
    @Test(arguments: 0..<20)
    func countsAreShortByNoMoreThanSaid(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        var lines = FrequentLines(capacity: 32)
        var truth: [String: Int] = [:]
        for _ in 0..<2000 {
            let number = random.next() % 2 == 0 ? random.next() % 4 : random.next() % 500
            add("line \(number)", to: &lines)
            truth["line \(number)", default: 0] += 1
        }
        for line in lines.most(100) {
            let exact = truth[String(decoding: line.text, as: UTF8.self)] ?? 0
            #expect(line.count <= exact && exact <= line.count + lines.missedCount)
        }
        let first = Set(lines.most(4).map { String(decoding: $0.text, as: UTF8.self) })
        #expect(first == ["line 0", "line 1", "line 2", "line 3"])
    }

    @Test func partsMerge() {
        var (whole, left, right) = (FrequentLines(), FrequentLines(), FrequentLines())
        for number in 0..<100 {
            add("line \(number % 7)", to: &whole)
            if number < 40 { add("line \(number % 7)", to: &left) } else { add("line \(number % 7)", to: &right) }
        }
        left.merge(right)
        #expect(left.most(9) == whole.most(9))
    }

    private func add(_ text: String, to lines: inout FrequentLines) {
        for line in CopiedLine.lines(of: Document(id: "d", utf8: Array(text.utf8)), []) { lines.add(line) }
    }
}

/// Numbers from a seed.
private struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
