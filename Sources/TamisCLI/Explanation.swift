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
    }

    /// How many lines the document has.
    var lineCount: Int { starts.count - 1 }

    /// Whether the document has a line `number`, counted from 1.
    func hasLine(_ number: Int) -> Bool { number <= lineCount }

    /// All lines with their notes, or one line.
    func text(line: Int? = nil) -> String {
        let width = String(lineCount).utf8.count
        var text = ""
        for index in 0..<lineCount where line == nil || line == index + 1 {
            text += describe(index, width: width, isAlone: line != nil)
            if line != nil, notes(index, from: 0).isEmpty { text += "        kept: no rule saw anything here\n" }
        }
        return text
    }

    private func describe(_ index: Int, width: Int, isAlone: Bool) -> String {
        let range = starts[index]..<starts[index + 1]
        let cut = cleaned.findings.filter { $0.range.overlaps(range) }
        let content = content(of: range)
        let cutCount = cut.reduce(0) { $0 + $1.range.clamped(to: content).count }
        let isWhole = cutCount >= content.count && cut.allSatisfy(\.replacement.isEmpty)
        let spared = cleaned.spared.contains { $0.range.overlaps(range) }
        let mark = cut.isEmpty ? spared ? "+" : " " : isWhole ? "-" : "~"
        let number = String(index + 1)
        let gap = String(repeating: " ", count: width - number.utf8.count)
        let line = String(decoding: cleaned.document.utf8[content], as: UTF8.self)
        var text = colored("\(mark) \(gap)\(number)  \(TerminalText.escaped(line))", mark) + "\n"
        for note in notes(index, from: isAlone ? 0 : range.lowerBound) {
            text += "        \(TerminalText.escaped(note))\n"
        }
        return text
    }

    /// What is said of a line: of findings that begin at `start` or after it, so that one over several lines is told once.
    private func notes(_ index: Int, from start: Int) -> [String] {
        let range = starts[index]..<starts[index + 1]
        let cuts = cleaned.findings.filter { $0.range.overlaps(range) && $0.range.lowerBound >= start }
        let spared = cleaned.spared.filter { $0.range.overlaps(range) && $0.range.lowerBound >= start }
        return cuts.map { "\($0.rule): \(reason($0.evidence))\(part($0, of: range))" }
            + spared.map { "kept though seen by \($0.rule) (\(reason($0.evidence))), because \($0.reason)" }
    }

    private func reason(_ evidence: Evidence) -> String {
        switch evidence {
        case .debris(let what): return what
        case .repeats(let range, let similarity):
            let line = starts.lastIndex { $0 <= range.lowerBound }.map { min($0 + 1, lineCount) } ?? 1
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
        default: return text
        }
    }
}
