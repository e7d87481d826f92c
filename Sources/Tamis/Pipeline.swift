/// Cleans documents, one at a time, each without regard to the calls before it.
///
/// A document is cleaned in rounds. In a round every rule looks, in order of credit, at the text that earlier rules left;
/// then the edits are made, the blank lines they leave are closed, and the shorter text is segmented anew. The last round
/// finds nothing, and this is why cleaning a cleaned text changes nothing.
public struct Pipeline: Sendable {
    /// What decides the outcome.
    public let settings: Settings
    /// Whether repeats are tallied for a report.
    public let talliesDuplicates: Bool
    /// Whether a document that does not go for another one leaves as it came, with nothing to be told of it.
    public var passesTexts: Bool { !editsTexts && !measuresTexts }
    /// Whether the findings and the signals are all that is told of a cleaned document, whatever other documents hold.
    public let tellsFindingsOnly: Bool
    private let ruleIndices: [Int]
    /// Whether a rule that runs asks which lines the table of phrases takes, and whether one asks the judge of lines.
    private let usesPhrases: Bool
    private let judgesLines: Bool
    /// Whether each rule looks around.
    private let looksAround: [Bool]
    /// Whether a rule runs that takes parts of texts.
    private let editsTexts: Bool
    /// Whether anything is asked of a text besides what goes.
    private let measuresTexts: Bool
    /// Whether what is asked of a text is counted in lines or in what they are cut into.
    private let measuresSegments: Bool
    private let levels: SegmentLevels
    private let judgedSignals: [Signal]
    /// What is counted in a text as it came and in a cleaned one.
    private let needs: Measures
    /// Whether a signal asks what the rules for lines cut.
    private let needsLineRemoval: Bool
    /// The rule that asks for runs of words which the measures count as well; nil where none does.
    private let runsRule: Int?

    /// Rounds after which a text is left as it is.
    ///
    /// Two or three do for real text; only text built for the purpose, such as entities nested in each other, reaches the
    /// limit, and it must not take quadratic time.
    private static let roundLimit = 12

    /// Makes a pipeline for `settings`.
    public init(settings: Settings, talliesDuplicates: Bool = false) {
        self.settings = settings
        self.talliesDuplicates = talliesDuplicates
        ruleIndices = Rule.all.indices.filter { settings.isOn[$0] }
        usesPhrases = ruleIndices.contains { Rule.all[$0].usesPhrases }
        judgesLines = ruleIndices.contains { Rule.all[$0].judgesLines }
        looksAround = Rule.all.map(\.looksAround)
        var levels = ruleIndices.reduce(into: SegmentLevels.lines) { $0.formUnion(Rule.all[$1].levels) }
        judgedSignals = settings.judgedSignals
        editsTexts = ruleIndices.contains { Removal.Rule(rawValue: Rule.all[$0].name) == nil }
        measuresTexts = talliesDuplicates || !settings.signals.isEmpty || !settings.requirements.isEmpty
        tellsFindingsOnly =
            editsTexts && !talliesDuplicates && settings.requirements.isEmpty && settings.identifyLanguage == nil
            && !settings.sharesParagraphs && settings.signals.allSatisfy { $0.measureLines == nil }
        let allNeeds = (settings.signals + judgedSignals).needs
        let needs = settings.signals.needs
        self.needs = talliesDuplicates ? needs.union(.duplicates) : needs
        measuresSegments = talliesDuplicates || !allNeeds.isDisjoint(with: .segments)
        needsLineRemoval = allNeeds.contains(.lineRemoval)
        runsRule = needs.contains(.wordRuns) ? ruleIndices.first { Rule.all[$0].usesWordRuns } : nil
        levels.formUnion(allNeeds.levels)
        self.levels = talliesDuplicates ? levels.union(.sentences) : levels
    }

    /// Cleans one document.
    ///
    /// - Parameter corpus: What is known of other documents; by default the document is judged by itself.
    public func clean(_ document: Document, corpus: Corpus = .empty) -> CleanedDocument {
        let document = identified(document)
        let isWhole = !measuresSegments && settings.protectedLines.isEmpty && (!editsTexts || corpus.duplication != nil)
        let segmented =
            isWhole ? SegmentedDocument(unsegmented: document) : SegmentedDocument(document, levels: levels)
        let counts = talliesDuplicates || !settings.signals.isEmpty
        let measures = counts ? TextMeasures(segmented, needs: needs) : nil
        let before = measures.map { SignalValues(settings.signals, of: $0) } ?? .none
        let end = applyRules(to: segmented, corpus, measures: measures)
        let findings = end.remaining.findings.inAscendingOrder
        let removal = lineRemoval(by: findings, of: document)
        var after = before
        var remaining = measures?.duplicates
        if !findings.isEmpty, counts {
            let measures =
                (needsLineRemoval ? nil : end.measures)
                ?? TextMeasures(end.segmented, needs: needs, lineRemoval: removal)
            after = SignalValues(settings.signals, of: measures)
            remaining = measures.duplicates
        }
        let judged =
            judgedSignals.isEmpty ? after : measure(end.segmented, signals: judgedSignals, lineRemoval: removal)
        return CleanedDocument(
            document: document, findings: findings, spared: end.spared, utf8: end.remaining.utf8, before: before,
            after: after,
            violations: settings.violations(
                of: judged, isEmpty: end.segmented.isBlank, language: document.language),
            duplicates: talliesDuplicates ? measures?.duplicates : nil,
            remainingDuplicates: talliesDuplicates ? remaining : nil)
    }

    /// The fingerprint of a document as it is cleaned, and the value of `signal` then.
    ///
    /// - Parameters: See `Fingerprint`.
    public func fingerprint(
        _ document: Document, corpus: Corpus = .empty, banding: Banding, seed: UInt64 = 0,
        detail: Fingerprint.Detail = .all, signal: Signal? = nil
    ) -> (fingerprint: Fingerprint, value: Double?) {
        func fingerprint(_ utf8: [UInt8]) -> Fingerprint {
            Fingerprint(utf8, banding: banding, seed: seed, detail: detail)
        }
        guard editsTexts || signal != nil else { return (fingerprint(document.utf8), nil) }
        let needed = signal.map { levels.union([$0].needs.levels) } ?? levels
        let end = applyRules(to: SegmentedDocument(identified(document), levels: needed), corpus)
        let value = signal.flatMap { measure(end.segmented, signals: [$0]).values[0] }
        return (fingerprint(end.remaining.utf8), value)
    }

    /// What RefinedWeb's rules for lines cut, where a signal asks for it.
    private func lineRemoval(by findings: [Finding], of document: Document) -> LineRemoval? {
        guard needsLineRemoval else { return nil }
        return LineRemoval(
            document.utf8, removing: findings.filter { $0.rule == Rule.refinedWebLinesName }.map(\.range))
    }

    /// The document with its language, where it comes without one and one can be told.
    private func identified(_ document: Document) -> Document {
        guard document.language == nil, let identify = settings.identifyLanguage else { return document }
        return document.with(language: identify(document.utf8.span))
    }

    /// A text to which no rule has anything more to say.
    private struct Cleaned {
        var segmented: SegmentedDocument
        var remaining: RemainingText
        var spared: [Spared] = []
        /// What was counted in it, if anything was.
        var measures: TextMeasures?
    }

    /// Cleans a text in rounds, each on segments of the levels of the first.
    ///
    /// - Parameter measures: What was counted in the text; if nothing was, nothing is counted for the rules either.
    private func applyRules(
        to text: SegmentedDocument, _ corpus: Corpus, measures: TextMeasures? = nil
    ) -> Cleaned {
        let document = text.document
        var end = Cleaned(segmented: text, remaining: RemainingText(document.utf8), measures: measures)
        var rules = ruleIndices
        if let duplication = corpus.duplication {
            rules = rules.filter { Rule.all[$0].name == duplication.rule.rawValue }
        }
        let allRules = rules
        // A document that goes for another one is asked nothing else.
        let usesPhrases = usesPhrases && corpus.duplication == nil
        let judgesLines = judgesLines && corpus.duplication == nil
        var phraseHits = usesPhrases ? PhraseHits(in: text) : PhraseHits()
        var readings = judgesLines ? lineReadings(of: text, phraseHits) : nil
        for number in 0..<Pipeline.roundLimit {
            end.spared = []
            if number > 0, measures != nil, let runsRule, rules.contains(runsRule) {
                // A round mostly is the last: what the rule asks for is then counted once for both.
                end.measures = TextMeasures(end.segmented, needs: needs)
            }
            let runs = runsRule == nil ? nil : end.measures?.words.repeatedRuns
            let known = (phraseHits, readings, runs)
            let (edits, found) = round(end.segmented, end.remaining, rules, known, corpus, &end.spared)
            if edits.isEmpty { break }
            end.measures = nil
            end.remaining.apply(edits)
            let (next, origins) = end.segmented.changed(by: edits.list.map(\.change), to: end.remaining.utf8)
            if usesPhrases { phraseHits = PhraseHits(in: next, origins: origins, old: phraseHits) }
            if judgesLines { readings = lineReadings(of: next, phraseHits, origins: origins, old: readings) }
            // Where whole lines went and nothing else, a rule that saw nothing before sees nothing now: lines are
            // paragraphs, and those that are left are the same.
            let isSubset =
                edits.wholeLineCount(of: end.segmented).map { end.segmented.lines.count - $0 } == next.lines.count
            rules = isSubset && !next.isHardWrapped && !end.segmented.isHardWrapped ? found : allRules
            end.segmented = next
        }
        return end
    }

    /// The edits that all rules make to a text, and what their guards keep.
    ///
    /// - Returns: The edits, and the rules that must look at what is left.
    private func round(
        _ text: SegmentedDocument, _ remaining: RemainingText, _ rules: [Int],
        _ known: (hits: PhraseHits, readings: LineReadings?, repeatedRuns: [UInt32]?), _ corpus: Corpus,
        _ spared: inout [Spared]
    ) -> (edits: Edits, found: [Int]) {
        var context = RuleContext(
            text, phraseHits: known.hits, lineReadings: known.readings, repeatedRuns: known.repeatedRuns,
            listedLines: settings.listedLines,
            corpus: corpus, judge: settings.judge, namesFeatures: settings.namesFeatures)
        var found: [Int] = []
        let protected = protectedRanges(of: text)
        var edits = Edits()
        for index in rules {
            var taken = context.matches(ofRule: index, limits: settings.limits[index])
            if !taken.isEmpty || looksAround[index] { found.append(index) }
            if taken.isEmpty { continue }
            let rule = Rule.all[index].name
            taken.removeAll { match in
                let isProtected = protected.containsOverlap(with: match.range)
                guard let reason = isProtected ? "its line is protected" : match.sparedBecause else { return false }
                spared.append(
                    Spared(
                        rule: rule, range: remaining.origin(of: match.range),
                        evidence: remaining.origin(of: match.evidence), reason: reason))
                return true
            }
            if taken.isEmpty { continue }
            edits.add(taken, rule: rule)
            if index != rules.last { context.text.remove(segmentsIn: taken.map(\.range)) }
        }
        edits.spareJoinedCharacters(in: text.document.utf8)
        if settings.closesBlankLines {
            edits.add(blankLines(leftBy: edits, in: text), rule: Rule.repair.name)
        }
        return (edits, found)
    }

    /// What the lines of a text tell the judge; nil where they cannot be judged.
    private func lineReadings(
        of text: SegmentedDocument, _ hits: PhraseHits, origins: [Int] = [], old: LineReadings? = nil
    ) -> LineReadings? {
        guard FurnitureLines.canJudge(text) else { return nil }
        return settings.judge.readings(of: text, hits: hits, origins: origins, old: old)
    }

    private func protectedRanges(of text: SegmentedDocument) -> [ByteRange] {
        guard !settings.protectedLines.isEmpty else { return [] }
        return text.lines.filter { settings.protectedLines.contains($0.key) }.map(\.range)
    }
}

extension [ByteRange] {
    /// Whether one of these ranges, which ascend without overlaps, overlaps `range`.
    fileprivate func containsOverlap(with range: ByteRange) -> Bool {
        let index = indices.partitioningIndex { self[$0].upperBound > range.lowerBound }
        return index < count && self[index].overlaps(range)
    }
}
