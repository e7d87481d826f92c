/// What a rule is given: a text without the segments that earlier rules took, and what was set.
public struct RuleContext: ~Copyable {
    /// The text: lines, paragraphs and sentences that still stand, and all bytes.
    var text: SegmentedDocument
    /// The lines that phrases take.
    let phraseHits: PhraseHits
    /// Exact keys of whole lines that go wherever they stand.
    let listedLines: Set<Key>
    /// What other documents hold.
    let corpus: Corpus
    /// Who judges page furniture.
    let judge: LineJudge
    /// Whether evidence names the features that spoke most, which takes time.
    let namesFeatures: Bool
    /// The rule being run, and the values of its limits.
    private var rule: Rule
    private var limits: [Double]

    /// Prepares a text for `rules`.
    init(
        _ text: SegmentedDocument, rules: [Rule], listedLines: Set<Key>, corpus: Corpus, judge: LineJudge = .shared,
        namesFeatures: Bool = false
    ) {
        self.text = text
        self.listedLines = listedLines
        self.corpus = corpus
        self.judge = judge
        self.namesFeatures = namesFeatures
        phraseHits = rules.contains(where: \.usesPhrases) ? PhraseHits(in: text) : PhraseHits()
        rule = Rule.repair
        limits = []
    }

    /// The bytes of the text.
    var utf8: [UInt8] { text.document.utf8 }

    /// What `rule` finds with `limits`.
    mutating func matches(of rule: Rule, limits: [Double]) -> [Match] {
        self.rule = rule
        self.limits = limits
        return rule.matches(self)
    }

    /// The level that the rule's limit `level` names.
    var furnitureLevel: FurnitureLevel { FurnitureLevel(rawValue: Int(limit("level"))) ?? .gentle }

    /// The value in force of a limit of the rule being run.
    func limit(_ name: String) -> Double {
        guard let index = rule.limits.firstIndex(where: { $0.name == name }) else {
            preconditionFailure("rule \(rule.name) has no limit \(name)")
        }
        return limits[index]
    }
}

/// The lines of a text that phrases take, by the offsets at which they start.
struct PhraseHits: Sendable {
    private var starts: [Int] = []
    private var hits: [PhraseIndex.Hit] = []

    /// No hits.
    init() {}

    /// The hits among the lines of `text`.
    init(in text: SegmentedDocument) {
        let index = PhraseIndex.all
        text.document.utf8.withUnsafeBufferPointer { bytes in
            text.lines.withUnsafeBufferPointer { lines in
                for place in lines.indices {
                    guard let hit = index.hit(lines[place].range, of: bytes) else { continue }
                    starts.append(lines[place].range.lowerBound)
                    hits.append(hit)
                }
            }
        }
    }

    /// What the phrases say of the line that starts at `offset`, or nil where none takes it.
    func hit(at offset: Int) -> PhraseIndex.Hit? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < starts.count && starts[low] == offset ? hits[low] : nil
    }
}
