/// A cut as an example of what a rule takes.
package struct CutSample: Sendable, Equatable {
    /// The rule.
    package let rule: String
    /// The id of the document.
    package let document: String
    /// What stands before it.
    package let before: [UInt8]
    /// What goes, its beginning where it is long.
    package let cut: [UInt8]
    /// What stands after it.
    package let after: [UInt8]
    /// What takes its place.
    package let replacement: [UInt8]
    /// How many bytes go.
    package let byteCount: Int
    /// Whether the document has more before `before`.
    package let isPreceded: Bool
    /// Whether the document has more after `after`.
    package let isFollowed: Bool
    /// Why.
    package let evidence: Evidence
    /// Examples are those with the lowest: a hash of document and place.
    package let priority: UInt64

    private static let cutByteLimit = 400
    private static let contextByteLimit = 80

    /// Makes an example that was taken elsewhere.
    package init(
        rule: String, document: String, before: [UInt8], cut: [UInt8], after: [UInt8], replacement: [UInt8],
        byteCount: Int, isPreceded: Bool, isFollowed: Bool, evidence: Evidence, priority: UInt64
    ) {
        (self.rule, self.document, self.before, self.cut, self.after) = (rule, document, before, cut, after)
        (self.replacement, self.byteCount, self.evidence) = (replacement, byteCount, evidence)
        (self.isPreceded, self.isFollowed, self.priority) = (isPreceded, isFollowed, priority)
    }

    init(_ finding: Finding, in document: Document) {
        rule = finding.rule
        self.document = document.id
        before = document.utf8.excerpt(0..<finding.range.lowerBound, limit: Self.contextByteLimit, fromEnd: true)
        cut = document.utf8.excerpt(finding.range, limit: Self.cutByteLimit)
        after = document.utf8.excerpt(finding.range.upperBound..<document.utf8.count, limit: Self.contextByteLimit)
        replacement = finding.replacement
        byteCount = finding.range.count
        isPreceded = before.count < finding.range.lowerBound
        isFollowed = finding.range.upperBound + after.count < document.utf8.count
        evidence = finding.evidence
        priority = Self.priority(of: finding, in: document)
    }

    /// One sample for each rule: that with the lowest priority.
    static func samples(of findings: [Finding], in document: Document) -> [CutSample] {
        var chosen: [(finding: Finding, priority: UInt64)] = []
        for finding in findings {
            let priority = priority(of: finding, in: document)
            if let index = chosen.firstIndex(where: { $0.finding.rule == finding.rule }) {
                if priority < chosen[index].priority { chosen[index] = (finding, priority) }
            } else {
                chosen.append((finding, priority))
            }
        }
        return chosen.map { CutSample($0.finding, in: document) }
    }

    private static func priority(of finding: Finding, in document: Document) -> UInt64 {
        Key(hashing: Array(document.id.utf8).span, seed: UInt64(finding.range.lowerBound)).low
    }
}

/// A bounded number of examples for each rule, the same for any order and grouping of documents.
package struct CutSamples: Sendable {
    private let limit: Int
    private var samples: [String: [CutSample]] = [:]

    /// No examples; up to `limit` are kept for each rule.
    package init(limit: Int = 5) {
        self.limit = limit
    }

    /// The examples of a rule, in the order of their hashes.
    package func samples(of rule: String) -> [CutSample] { samples[rule] ?? [] }

    mutating func add(_ sample: CutSample) {
        var list = samples[sample.rule] ?? []
        if list.count == limit, let last = list.last, last.priority <= sample.priority { return }
        let index = list.firstIndex { $0.priority > sample.priority } ?? list.count
        list.insert(sample, at: index)
        samples[sample.rule] = Array(list.prefix(limit))
    }

    mutating func merge(_ other: CutSamples) {
        for list in other.samples.values { for sample in list { add(sample) } }
    }
}
