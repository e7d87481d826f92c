// A line of the document is one line of the explanation, with a mark and a note under it where something was seen:
//
//        3   The river rises again
//     -  4   The river rises again
//              repeated-line: repeats line 3
//     +  9   Yes.
//              kept though seen by repeated-line (repeats line 7), because it has under three words …

import Tamis
import TamisIO

/// A document with notes on what goes and what was kept.
struct Explanation {
    private let cleaned: CleanedDocument
    private let isColored: Bool
    /// The offsets at which lines begin, and the end of the text.
    private let starts: [Int]
    /// The findings that take something of each line.
    private let cuts: [Range<Int>]
    /// What was left alone, by the line that it begins in.
    private let spared: [Int: [Int]]
    /// Whether something was left alone in each line.
    private let hasSpared: [Bool]

    /// Prepares to explain a document; linear in its text and in what was seen.
    init(_ cleaned: CleanedDocument, isColored: Bool) {
        self.cleaned = cleaned
        self.isColored = isColored
        let utf8 = cleaned.document.utf8
        var starts = [0]
        for (index, byte) in utf8.enumerated()
        where byte == 0x0A || byte == 0x0D && !utf8[(index + 1)...].starts(with: [0x0A]) {
            starts.append(index + 1)
        }
        if starts.last != utf8.count { starts.append(utf8.count) }
        self.starts = starts
        cuts = Self.cuts(of: cleaned.findings, starts)
        var spared: [Int: [Int]] = [:]
        var changes = [Int](repeating: 0, count: starts.count)
        for (index, range) in cleaned.spared.map(\.range).enumerated() where !range.isEmpty {
            let first = Self.line(at: range.lowerBound, starts)
            spared[first, default: []].append(index)
            changes[first] += 1
            changes[Self.line(at: range.upperBound - 1, starts) + 1] -= 1
        }
        self.spared = spared
        var depth = 0
        hasSpared = changes.map { change in
            depth += change
            return depth > 0
        }
    }

    /// The findings of each line: both are in the order of the text, so one walk finds them.
    private static func cuts(of findings: [Finding], _ starts: [Int]) -> [Range<Int>] {
        var next = 0
        return zip(starts, starts.dropFirst()).map { lower, upper in
            while next < findings.count, findings[next].range.upperBound <= lower { next += 1 }
            let end = findings[next...].firstIndex { $0.range.lowerBound >= upper } ?? findings.count
            return next..<end
        }
    }

    /// The line that holds the byte at `offset`, from 0, by binary search.
    private static func line(at offset: Int, _ starts: [Int]) -> Int {
        var candidates = 0..<max(starts.count - 1, 1)
        while candidates.count > 1 {
            let middle = candidates.lowerBound + candidates.count / 2
            candidates = starts[middle] <= offset ? middle..<candidates.upperBound : candidates.lowerBound..<middle
        }
        return candidates.lowerBound
    }

    /// How many lines the document has.
    var lineCount: Int { starts.count - 1 }

    /// Whether the document has a line `number`, counted from 1.
    func hasLine(_ number: Int) -> Bool { (1...max(lineCount, 1)).contains(number) && number <= lineCount }

    /// The line above a record's text.
    func heading(record: Int?) -> String {
        let number = record.map { "record \($0)" } ?? "document"
        return colored("== \(number): \(TerminalText.escaped(cleaned.document.id)) ==", "=") + "\n"
    }

    /// All lines with their notes, or one line.
    func text(line: Int? = nil) -> String {
        let width = String(lineCount).utf8.count
        var text = ""
        guard let line else {
            for index in 0..<lineCount { text += describe(index, width: width, notes: notes(beginningIn: index)) }
            return text
        }
        let notes = notes(in: line - 1)
        text = describe(line - 1, width: width, notes: notes)
        return notes.isEmpty ? text + "        kept: no rule saw anything here\n" : text
    }

    private func describe(_ index: Int, width: Int, notes: [String]) -> String {
        let range = starts[index]..<starts[index + 1]
        let cut = cleaned.findings[cuts[index]].filter { $0.range.overlaps(range) }
        let content = content(of: range)
        let cutCount = cut.reduce(0) { $0 + $1.range.clamped(to: content).count }
        let isWhole = cutCount >= content.count && cut.allSatisfy(\.replacement.isEmpty)
        let mark = cut.isEmpty ? hasSpared[index] ? "+" : " " : isWhole ? "-" : "~"
        let number = String(index + 1)
        let gap = String(repeating: " ", count: width - number.utf8.count)
        let line = String(decoding: cleaned.document.utf8[content], as: UTF8.self)
        var text = colored("\(mark) \(gap)\(number)  \(TerminalText.escaped(line))", mark) + "\n"
        for note in notes { text += "        \(TerminalText.escaped(note))\n" }
        return text
    }

    /// What is said of what begins in a line, so that a finding over several lines is told once.
    private func notes(beginningIn index: Int) -> [String] {
        let cuts = cleaned.findings[cuts[index]].filter { $0.range.lowerBound >= starts[index] }
        return notes(cuts, spared[index, default: []].map { cleaned.spared[$0] }, index)
    }

    /// All that is said of a line.
    private func notes(in index: Int) -> [String] {
        let range = starts[index]..<starts[index + 1]
        return notes(
            Array(cleaned.findings[cuts[index]]), cleaned.spared.filter { $0.range.overlaps(range) }, index)
    }

    private func notes(_ cuts: [Finding], _ spared: [Spared], _ index: Int) -> [String] {
        cuts.map { "\($0.rule): \(reason($0.evidence))\(part($0, of: starts[index]..<starts[index + 1]))" }
            + spared.map { "kept though seen by \($0.rule) (\(reason($0.evidence))), because \($0.reason)" }
    }

    private func reason(_ evidence: Evidence) -> String {
        switch evidence {
        case .debris(let what): return what
        case .repeats(let range, let similarity):
            let line = Self.line(at: range.lowerBound, starts) + 1
            let percent = Int((similarity * 100).rounded(.down))
            return similarity < 1 ? "repeats line \(line) (\(percent) %)" : "repeats line \(line)"
        case .inDocuments(let count, let first):
            return "stands in \(count) documents, such as \(first.joined(separator: ", "))"
        case .duplicates(let document, let similarity):
            let percent = Int((similarity * 100).rounded(.down))
            return similarity < 1 ? "stands in \(document) (\(percent) %)" : "stands in \(document)"
        }
    }

    /// The bytes a finding takes, where it takes a part of the line or puts something in its place.
    private func part(_ finding: Finding, of line: ByteRange) -> String {
        guard finding.range.upperBound < content(of: line).upperBound || !finding.replacement.isEmpty else { return "" }
        let bytes = String(decoding: cleaned.document.utf8[finding.range].prefix(80), as: UTF8.self)
        guard !finding.replacement.isEmpty else { return ", ‘\(bytes)’" }
        return ", ‘\(bytes)’ becomes ‘\(String(decoding: finding.replacement, as: UTF8.self))’"
    }

    /// A line without its line end.
    private func content(of range: ByteRange) -> ByteRange {
        let bytes = cleaned.document.utf8[range]
        return range.lowerBound..<(bytes.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? range.lowerBound)
    }

    private func colored(_ text: String, _ mark: String) -> String {
        guard isColored else { return text }
        switch mark {
        case "-": return "\u{1B}[31m\(text)\u{1B}[0m"
        case "~": return "\u{1B}[33m\(text)\u{1B}[0m"
        case "+": return "\u{1B}[32m\(text)\u{1B}[0m"
        case "=": return "\u{1B}[1m\(text)\u{1B}[0m"
        default: return text
        }
    }
}
