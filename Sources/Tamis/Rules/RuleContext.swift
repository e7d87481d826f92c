/// What a rule is given: a text without the segments that earlier rules took, and what was set.
public struct RuleContext: ~Copyable {
    /// The text: lines, paragraphs and sentences that still stand, and all bytes.
    var text: SegmentedDocument
    /// The lines that phrases take.
    let phraseHits: PhraseHits
    /// What the lines tell the judge by themselves; nil where nobody has read them.
    let lineReadings: LineReadings?
    /// Where the runs of three words begin that stand more than once; nil where nobody has counted them.
    let repeatedRuns: [UInt32]?
    /// Exact keys of whole lines that go wherever they stand.
    let listedLines: Set<Key>
    /// What other documents hold.
    let corpus: Corpus
    /// Who judges page furniture.
    let judge: LineJudge
    /// Whether evidence names the features that spoke most, which takes time.
    let namesFeatures: Bool
    /// The index of the rule being run, and the values of its limits.
    private var rule = 0
    private var limits: [Double]

    /// Prepares a text whose lines have these phrases.
    init(
        _ text: SegmentedDocument, phraseHits: PhraseHits, lineReadings: LineReadings? = nil,
        repeatedRuns: [UInt32]? = nil, listedLines: Set<Key>, corpus: Corpus,
        judge: LineJudge = .shared, namesFeatures: Bool = false
    ) {
        self.text = text
        self.listedLines = listedLines
        self.corpus = corpus
        self.judge = judge
        self.namesFeatures = namesFeatures
        self.phraseHits = phraseHits
        self.lineReadings = lineReadings
        self.repeatedRuns = repeatedRuns
        limits = []
    }

    /// The bytes of the text.
    var utf8: [UInt8] { text.document.utf8 }

    /// What the rule at an index of the table finds with `limits`.
    mutating func matches(ofRule index: Int, limits: [Double]) -> [Match] {
        rule = index
        self.limits = limits
        return Rule.all[index].matches(self)
    }

    /// The level that the rule's limit `level` names.
    var furnitureLevel: FurnitureLevel { FurnitureLevel(rawValue: Int(limit("level"))) ?? .gentle }

    /// The value in force of a limit of the rule being run.
    func limit(_ name: String) -> Double {
        guard let index = Rule.all[rule].limits.firstIndex(where: { $0.name == name }) else {
            preconditionFailure("rule \(Rule.all[rule].name) has no limit \(name)")
        }
        return limits[index]
    }
}
