import Testing

@testable import Tamis

/// What holds for every document, on articles from seeds.
@Suite struct CleaningPropertyTests {
    /// A property of cleaning: nil where it holds, else what is wrong.
    struct Property: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let caseCount: Int
        let fault: @Sendable ([UInt8]) -> String?
    }

    @Test(arguments: Property.all, 0..<4)
    func holds(property: Property, part: Int) {
        var articles = RandomArticle(random: RandomText(seed: UInt64(part) &* 1_000_003 &+ 17))
        for _ in 0..<property.caseCount / 4 {
            let article = articles.next()
            guard property.fault(article) != nil else { continue }
            let least = shrunk(article) { property.fault($0) != nil }
            Issue.record("\(property.fault(least) ?? "") in \(String(decoding: least, as: UTF8.self).debugDescription)")
            return
        }
    }

    /// Without this the properties could hold because nothing happens.
    @Test func everyRuleHasWorkToDo() {
        var articles = RandomArticle(random: RandomText(seed: 4))
        var counts: [String: Int] = [:]
        for _ in 0..<1500 {
            for finding in CleaningPropertyTests.Property.clean(articles.next()).findings {
                counts[finding.rule, default: 0] += 1
            }
        }
        for rule in Rule.all where rule.isOnByDefault && rule.name != "listed-line" {
            if Removal.Rule(rawValue: rule.name) != nil { continue }
            #expect(counts[rule.name, default: 0] > 5, "\(rule.name)")
        }
    }
}

extension CleaningPropertyTests.Property {
    static let all = [matches, cover, undo, validity, idempotence, rulesAlone]

    private static let matches = Self(testDescription: "matches lie in the text and shorten it", caseCount: 2000) {
        utf8 in
        let text = SegmentedDocument(Document(id: "", utf8: utf8), levels: .all)
        var context = RuleContext(text, phraseHits: PhraseHits(in: text), listedLines: [], corpus: corpus)
        for (index, rule) in Rule.all.enumerated() {
            for match in context.matches(ofRule: index, limits: rule.limits.map(\.value)) {
                let range = match.range
                if range.isEmpty || range.lowerBound < 0 || range.upperBound > utf8.count {
                    return "\(rule.name) takes \(range)"
                }
                if match.replacement.count >= range.count { return "\(rule.name) makes \(range) no shorter" }
            }
        }
        return nil
    }

    private static let cover = Self(testDescription: "kept and found bytes cover the text once", caseCount: 3000) {
        utf8 in
        let cleaned = clean(utf8)
        var cursor = 0
        let parts = (cleaned.kept + cleaned.findings.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
        for part in parts {
            guard part.lowerBound == cursor, !part.isEmpty else { return "a gap or an overlap at \(part)" }
            cursor = part.upperBound
        }
        return cursor == utf8.count ? nil : "nothing covers \(cursor)..<\(utf8.count)"
    }

    private static let undo = Self(testDescription: "findings lead to the result and back", caseCount: 3000) { utf8 in
        let cleaned = clean(utf8)
        var result: [UInt8] = []
        var places: [Int] = []
        var cursor = 0
        for finding in cleaned.findings {
            result += utf8[cursor..<finding.range.lowerBound]
            places.append(result.count)
            result += finding.replacement
            cursor = finding.range.upperBound
        }
        result += utf8[cursor...]
        guard result == cleaned.utf8 else { return "applied, the findings give another text" }
        for (finding, place) in zip(cleaned.findings, places).reversed() {
            result.replaceSubrange(place..<place + finding.replacement.count, with: utf8[finding.range])
        }
        return result == utf8 ? nil : "undone, the findings do not give the text"
    }

    private static let validity = Self(testDescription: "valid UTF-8 stays valid", caseCount: 2000) { utf8 in
        guard isValid(utf8) else { return nil }
        return isValid(clean(utf8).utf8) ? nil : "a character was torn"
    }

    private static let idempotence = Self(testDescription: "a cleaned text is clean", caseCount: 4000) { utf8 in
        let once = clean(utf8)
        let twice = clean(once.utf8)
        guard let first = twice.findings.first else { return nil }
        return
            "the second time \(first.rule) takes \(String(decoding: once.utf8[first.range], as: UTF8.self).debugDescription)"
    }

    private static let rulesAlone = Self(testDescription: "each rule alone covers and is idempotent", caseCount: 1200) {
        utf8 in
        for (rule, pipeline) in single {
            let once = pipeline.clean(Document(id: "", utf8: utf8), corpus: corpus)
            let sum = once.kept.reduce(0) { $0 + $1.count } + once.findings.reduce(0) { $0 + $1.range.count }
            if sum != utf8.count { return "\(rule) covers \(sum) of \(utf8.count) bytes" }
            if pipeline.clean(Document(id: "", utf8: once.utf8), corpus: corpus).isChanged {
                return "\(rule) finds more the second time"
            }
        }
        return nil
    }

    private static let pipeline = quiet(Settings())
    private static let single = Rule.all.map { rule in
        var settings = Settings()
        for other in Rule.all { try? settings.set(rule: other.name, isOn: other.name == rule.name) }
        return (rule.name, quiet(settings))
    }

    /// Some of the lines from which articles are made are templates.
    private static let corpus = Corpus.knowing(
        RandomArticle<RandomText>.sentences, onlyInZones: RandomArticle<RandomText>.scripts)

    private static func quiet(_ settings: Settings) -> Pipeline {
        var settings = settings
        settings.signals = []
        return Pipeline(settings: settings)
    }

    fileprivate static func clean(_ utf8: [UInt8]) -> CleanedDocument {
        pipeline.clean(Document(id: "", utf8: utf8), corpus: corpus)
    }

    private static func isValid(_ utf8: [UInt8]) -> Bool { String(validating: utf8, as: UTF8.self) != nil }
}
