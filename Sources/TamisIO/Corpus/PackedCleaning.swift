import CXXHash
import Tamis

// What was found in a document, without its text: the third pass, which reads the text anew, need not clean it again.
//
//     hash of the text · findings: rule, bytes kept before, bytes taken, replacement, evidence · values before · values after
//
// What debris is, in words, is mostly what other debris of the document is: it is spelled once and numbered.

/// The words for debris that were spelled so far in a document; few of the first are looked through.
private struct SpelledDebris {
    private(set) var words: [String] = []

    func number(of what: String) -> Int? {
        // Telling two strings apart takes far longer than their lengths.
        let length = what.utf8.count
        return words.firstIndex { $0.utf8.count == length && $0 == what }
    }

    mutating func add(_ what: String) {
        if words.count < 32 { words.append(what) }
    }
}

extension PackedWriter {
    /// Appends what cleaning a document came to: nothing of what guards kept, of violations or of repeats.
    mutating func append(_ cleaned: CleanedDocument) {
        append(fixed: hash(of: cleaned.document.utf8))
        append(cleaned.findings.count)
        var end = 0
        var debris = SpelledDebris()
        // Findings of one rule mostly follow each other.
        var rule = (name: "", index: Rule.all.count)
        for finding in cleaned.findings {
            if rule.name != finding.rule {
                rule = (finding.rule, Rule.index(named: finding.rule) ?? Rule.all.count)
            }
            append(rule.index)
            append(finding.range.lowerBound - end)
            append(finding.range.count)
            append(finding.replacement)
            append(finding.evidence, &debris)
            end = finding.range.upperBound
        }
        append(cleaned.before)
        if cleaned.isChanged { append(cleaned.after) }
    }

    private mutating func append(_ evidence: Evidence, _ debris: inout SpelledDebris) {
        switch evidence {
        case .debris(let what):
            if let number = debris.number(of: what) { return append(4 + number) }
            append(0)
            append(what)
            debris.add(what)
        case .repeats(let range, let similarity):
            append(1)
            append(range.lowerBound)
            append(range.count)
            append(similarity)
        case .inDocuments(let count, let first):
            append(2)
            append(count)
            append(first.count)
            for id in first { append(id) }
        case .duplicates(let document, let similarity):
            append(3)
            append(document)
            append(similarity)
        }
    }

    /// Appends 0 for an undefined value, 1 and its bits for a fraction, 2 more than itself for a whole number: most are 0.
    private mutating func append(_ values: SignalValues) {
        append(upTo: values.values.count * 9) { place in
            var count = 0
            for value in values.values {
                // Compared as bits: a zero may have a sign.
                let whole = value.flatMap { 0...4_000_000_000 ~= $0 ? UInt64($0) : nil } ?? 0
                if let value, Double(whole).bitPattern != value.bitPattern {
                    place[count] = 1
                    UnsafeMutableRawPointer(place).storeBytes(
                        of: value.bitPattern.littleEndian, toByteOffset: count + 1, as: UInt64.self)
                    count += 9
                } else {
                    count += (place + count).store(packed: value == nil ? 0 : whole + 2)
                }
            }
            return count
        }
    }
}

extension PackedReader {
    /// What cleaning `document` came to; nil where it was another text, or its signals are others than `signals`.
    mutating func cleaned(_ document: Document, signals: [Signal]) -> CleanedDocument? {
        guard fixed() == hash(of: document.utf8), let count = number() else { return nil }
        var findings: [Finding] = []
        findings.reserveCapacity(min(count, document.utf8.count))
        var end = 0
        var debris = SpelledDebris()
        for _ in 0..<count {
            guard let rule = number(), rule < Rule.all.count, let kept = number(), let taken = number(),
                kept <= document.utf8.count - end, taken <= document.utf8.count - end - kept,
                let replacement = slice(), let evidence = evidence(&debris)
            else { return nil }
            let range = end + kept..<end + kept + taken
            findings.append(
                Finding(
                    rule: Rule.all[rule].name, range: range, replacement: replacement.isEmpty ? [] : Array(replacement),
                    evidence: evidence))
            end = range.upperBound
        }
        guard let before = values(of: signals), let after = findings.isEmpty ? before : values(of: signals) else {
            return nil
        }
        return CleanedDocument(document, findings: findings, before: before, after: after)
    }

    private mutating func evidence(_ debris: inout SpelledDebris) -> Evidence? {
        switch number() {
        case 0:
            guard let what = string() else { return nil }
            debris.add(what)
            return .debris(what)
        case 1:
            guard let lower = number(), let count = number(), let similarity = double(), lower <= Int.max - count
            else { return nil }
            return .repeats(lower..<lower + count, similarity: similarity)
        case 2:
            guard let documentCount = number(), let count = number() else { return nil }
            var first: [String] = []
            for _ in 0..<count {
                guard let id = string() else { return nil }
                first.append(id)
            }
            return .inDocuments(documentCount, first: first)
        case 3:
            guard let document = string(), let similarity = double() else { return nil }
            return .duplicates(document: document, similarity: similarity)
        case let shifted? where debris.words.indices.contains(shifted - 4): return .debris(debris.words[shifted - 4])
        default: return nil
        }
    }

    private mutating func values(of signals: [Signal]) -> SignalValues? {
        var values: [Double?] = []
        values.reserveCapacity(signals.count)
        for _ in signals {
            switch number() {
            case nil: return nil
            case 0: values.append(nil)
            case 1:
                guard let value = double() else { return nil }
                values.append(value)
            case let shifted?: values.append(Double(shifted - 2))
            }
        }
        return SignalValues(signals, values: values)
    }
}

/// The hash by which a text is known again.
private func hash(of utf8: [UInt8]) -> UInt64 {
    utf8.withUnsafeBytes { tamis_xxh3_64($0.baseAddress, $0.count, 0) }
}
