import CKernels

/// A document with everything that was found in it.
public struct CleanedDocument: Sendable {
    /// The document as it came.
    public let document: Document
    /// What changed, in ascending order; the ranges never overlap.
    public let findings: [Finding]
    /// What a rule saw and a guard kept, in the order of the rules.
    public let spared: [Spared]
    /// The text as it leaves; put together anew each time where the document was cleaned before.
    public var utf8: [UInt8] { remaining ?? document.utf8.applying(findings) }
    private let remaining: [UInt8]?
    /// The signals of the text as it came, in the order of `Settings.signals`.
    public let before: SignalValues
    /// The signals of the text as it leaves.
    public let after: SignalValues
    /// Every bound of the required profiles that the text violates as it leaves; nil where no profile is required.
    public let violations: [Violation]?
    /// The repeats in the text as it came; nil unless asked for.
    public let duplicates: DuplicateTally?
    /// The repeats in the text as it leaves; nil unless asked for.
    public let remainingDuplicates: DuplicateTally?
    /// For each rule of `Rule.all` how many findings are credited to it, and how many characters of the document they take.
    ///
    /// A character is a Unicode scalar; a byte that is not UTF-8 may count for one.
    public let cuts: [(findingCount: Int, characterCount: Int)]

    init(
        document: Document, findings: [Finding], spared: [Spared], utf8: [UInt8]?, before: SignalValues,
        after: SignalValues, violations: [Violation]?, duplicates: DuplicateTally?,
        remainingDuplicates: DuplicateTally?
    ) {
        self.document = document
        self.findings = findings
        self.spared = spared
        remaining = utf8
        self.before = before
        self.after = after
        self.violations = violations
        self.duplicates = duplicates
        self.remainingDuplicates = remainingDuplicates
        cuts = findings.isEmpty ? Self.noCuts : Self.cuts(by: findings, in: document.utf8)
    }

    /// Whether the text leaves other than it came.
    public var isChanged: Bool { !findings.isEmpty }

    /// The ranges of the document that no finding touches: with those of the findings they cover every byte once.
    public var kept: [ByteRange] {
        var ranges: [ByteRange] = []
        var cursor = 0
        for finding in findings {
            if cursor < finding.range.lowerBound { ranges.append(cursor..<finding.range.lowerBound) }
            cursor = finding.range.upperBound
        }
        if cursor < document.utf8.count { ranges.append(cursor..<document.utf8.count) }
        return ranges
    }

    private static let noCuts = cuts(by: [], in: [])

    private static func cuts(
        by findings: [Finding], in utf8: [UInt8]
    ) -> [(findingCount: Int, characterCount: Int)] {
        var cuts = [(findingCount: Int, characterCount: Int)](repeating: (0, 0), count: Rule.all.count)
        // Findings of one rule mostly follow each other.
        var rule: (name: String, index: Int)?
        utf8.withUnsafeBufferPointer { utf8 in
            for index in findings.indices {
                let name = findings[index].rule
                if rule?.name != name { rule = Rule.index(named: name).map { (name, $0) } }
                guard let rule else { continue }
                cuts[rule.index].findingCount += 1
                // An empty text may have no address.
                guard let bytes = utf8.baseAddress else { continue }
                let range = findings[index].range
                cuts[rule.index].characterCount += tamis_count_characters(bytes + range.lowerBound, range.count)
            }
        }
        return cuts
    }
}

extension CleanedDocument {
    /// A document with what was found in it before: `findings` in ascending order, without overlaps, and the signals.
    package init(_ document: Document, findings: [Finding], before: SignalValues, after: SignalValues) {
        self.init(
            document: document, findings: findings, spared: [], utf8: nil, before: before, after: after,
            violations: nil, duplicates: nil, remainingDuplicates: nil)
    }
}

extension [UInt8] {
    /// The text that is left when each finding, in ascending order, has put its replacement in place of its range.
    package func applying(_ findings: [Finding]) -> [UInt8] {
        if findings.isEmpty { return self }
        var text: [UInt8] = []
        text.reserveCapacity(count)
        var cursor = 0
        for finding in findings {
            text.append(contentsOf: self[cursor..<finding.range.lowerBound])
            text.append(contentsOf: finding.replacement)
            cursor = finding.range.upperBound
        }
        text.append(contentsOf: self[cursor...])
        return text
    }
}
