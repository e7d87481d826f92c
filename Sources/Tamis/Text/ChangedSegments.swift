// Example: of "one\ntwo\n\nthree" the bytes 4..<8 go. Nothing is left in the place of "two"; "one" and "three" keep their
// keys, sentences and words, moved by 0 and -4 bytes. Had bytes 5..<6 gone, "to\n" would be segmented, and nothing else.
//
// A text is a row of units: a line with its line end, or the blank lines between two lines. What a line is cut into depends
// on its own bytes alone, so only units that a change touches are segmented anew, as long as paragraphs are lines.

/// Bytes of a text that others take the place of.
struct TextChange {
    /// The bytes that go.
    let range: ByteRange
    /// How many bytes come in their place.
    let replacementCount: Int
}

extension SegmentedDocument {
    /// This document after `changes`, which ascend without overlaps and leave `utf8`.
    ///
    /// - Returns: The same as if `utf8` were segmented, but for where foldings stand in `folded`; and for each line its index
    ///   in this document, or -1 where it is new.
    func changed(by changes: [TextChange], to utf8: [UInt8]) -> (text: SegmentedDocument, origins: [Int]) {
        let document = document.with(utf8: utf8)
        var changed = ChangedSegments(self, document)
        if let text = changed.apply(changes) { return (text, changed.origins) }
        let text = SegmentedDocument(document, levels: levels)
        return (text, [Int](repeating: -1, count: text.lines.count))
    }
}

private struct ChangedSegments {
    /// A part of the new text: lines of the old one that moved, or lines that are new.
    private enum Part {
        case moved(lines: Range<Int>, shift: Int)
        case new(SegmentedDocument, start: Int)
    }

    private let old: SegmentedDocument
    private let document: Document
    private var parts: [Part] = []
    /// The moved lines at hand, which are no part yet.
    private var moved = (lines: 0..<0, shift: 0)
    /// Where the changed units at hand begin in the new text; nil where the last unit did not change.
    private var changedStart: Int?

    init(_ old: SegmentedDocument, _ document: Document) {
        self.old = old
        self.document = document
    }

    /// For each line its index in the old text, or -1.
    var origins: [Int] {
        var origins: [Int] = []
        origins.reserveCapacity(old.lines.count)
        for part in parts {
            switch part {
            case .moved(let lines, _): origins.append(contentsOf: lines)
            case .new(let text, _): origins.append(contentsOf: repeatElement(-1, count: text.lines.count))
            }
        }
        return origins
    }

    /// The changed document; nil where all of it must be segmented.
    mutating func apply(_ changes: [TextChange]) -> SegmentedDocument? {
        guard !old.isHardWrapped, findParts(changes) else { return nil }
        let text = assembled()
        return text.mayBeHardWrapped ? nil : text
    }

    /// Tells units that changed from those that did not; false where all of the text must be segmented.
    private mutating func findParts(_ changes: [TextChange]) -> Bool {
        var next = 0
        var shift = 0
        /// Steps over a unit; nil where it changed, and its shift where it did not.
        func shiftOfUnit(_ unit: ByteRange) -> Int? {
            guard next < changes.count, changes[next].range.lowerBound < unit.upperBound else { return shift }
            changedStart = changedStart ?? unit.lowerBound + shift
            while next < changes.count, changes[next].range.upperBound <= unit.upperBound {
                shift += changes[next].replacementCount - changes[next].range.count
                next += 1
            }
            return nil
        }
        return old.lines.withUnsafeBufferPointer { lines in
            var unitStart = 0
            for index in lines.indices {
                let start = lines[index].range.lowerBound
                if unitStart < start, let shift = shiftOfUnit(unitStart..<start) {
                    guard segmentChanged(upTo: unitStart + shift) else { return false }
                }
                if let shift = shiftOfUnit(start..<lines[index].end) {
                    guard segmentChanged(upTo: start + shift) else { return false }
                    append(line: index, movedBy: shift)
                }
                unitStart = lines[index].end
            }
            let count = old.document.utf8.count
            if unitStart < count, let shift = shiftOfUnit(unitStart..<count) {
                guard segmentChanged(upTo: unitStart + shift) else { return false }
            }
            guard segmentChanged(upTo: document.utf8.count) else { return false }
            endMoved()
            return true
        }
    }

    private mutating func append(line: Int, movedBy shift: Int) {
        if moved.lines.upperBound != line || moved.shift != shift {
            endMoved()
            moved = (line..<line, shift)
        }
        moved.lines = moved.lines.lowerBound..<line + 1
    }

    private mutating func endMoved() {
        if !moved.lines.isEmpty { parts.append(.moved(lines: moved.lines, shift: moved.shift)) }
        moved.lines = 0..<0
    }

    /// Segments the changed units that end at `end` of the new text; false where they may not be lines of their own.
    private mutating func segmentChanged(upTo end: Int) -> Bool {
        guard let start = changedStart else { return true }
        changedStart = nil
        if joinsLineEnd(at: start) || joinsLineEnd(at: end) { return false }
        let bytes = document.utf8[start..<end]
        if end < document.utf8.count, let last = bytes.last, last != 0x0A, last != 0x0D { return false }
        guard !bytes.allSatisfy(\.isASCIIWhiteSpace) else { return true }
        let text = SegmentedDocument(Document(id: "", utf8: Array(bytes)), levels: old.levels)
        endMoved()
        parts.append(.new(text, start: start))
        return !text.isHardWrapped
    }

    /// Whether a CR and an LF that were apart are one line end at `offset` now.
    private func joinsLineEnd(at offset: Int) -> Bool {
        offset > 0 && offset < document.utf8.count && document.utf8[offset - 1] == 0x0D && document.utf8[offset] == 0x0A
    }

    /// Puts the parts together.
    private func assembled() -> SegmentedDocument {
        var lines: [Segment] = []
        var sentences: [Segment] = []
        var words: [Word] = []
        var folded = old.folded
        lines.reserveCapacity(old.lines.count)
        sentences.reserveCapacity(old.sentences.count)
        words.reserveCapacity(old.words.count)
        for part in parts {
            switch part {
            case .moved(let range, let shift):
                let (first, last) = (old.lines[range.lowerBound], old.lines[range.upperBound - 1])
                let move = Move(shift, words: words.count - first.words.lowerBound, folded: 0)
                lines.append(old.lines, range, move)
                sentences.append(
                    old.sentences,
                    old.sentences.index(at: first.range.lowerBound)..<old.sentences.index(at: last.range.upperBound),
                    move)
                words.append(old.words, first.words.lowerBound..<last.words.upperBound, movedBy: shift)
            case .new(let text, let start):
                let move = Move(start, words: words.count, folded: folded.count)
                lines.append(text.lines, text.lines.indices, move)
                sentences.append(text.sentences, text.sentences.indices, move)
                words.append(text.words, text.words.indices, movedBy: start)
                folded.append(contentsOf: text.folded)
            }
        }
        return SegmentedDocument(
            document, lines: lines, sentences: sentences, words: words, folded: folded, levels: old.levels)
    }
}

/// How far segments move: in the text, among its words and among the foldings.
private struct Move {
    let shift: Int
    let wordShift: Int
    let foldedShift: Int

    init(_ shift: Int, words wordShift: Int, folded foldedShift: Int) {
        self.shift = shift
        self.wordShift = wordShift
        self.foldedShift = foldedShift
    }
}

extension [Segment] {
    /// The index of the first segment that starts at `offset` or behind it.
    fileprivate func index(at offset: Int) -> Int {
        indices.partitioningIndex { self[$0].range.lowerBound >= offset }
    }

    /// Appends a part of other segments that move.
    fileprivate mutating func append(_ others: [Segment], _ part: Range<Int>, _ move: Move) {
        others.withUnsafeBufferPointer { others in
            for index in part {
                let segment = others[index]
                let (range, folded, words) = (segment.range, segment.foldedRange, segment.words)
                append(
                    Segment(
                        range: range.lowerBound + move.shift..<range.upperBound + move.shift,
                        end: segment.end + move.shift,
                        foldedRange: folded.lowerBound + move.foldedShift..<folded.upperBound + move.foldedShift,
                        key: segment.key,
                        words: words.lowerBound + move.wordShift..<words.upperBound + move.wordShift))
            }
        }
    }
}

extension [Word] {
    /// Appends a part of other words that move.
    fileprivate mutating func append(_ others: [Word], _ part: Range<Int>, movedBy shift: Int) {
        let first = count
        append(contentsOf: others[part])
        guard shift != 0 else { return }
        let difference = UInt32(truncatingIfNeeded: shift)
        withUnsafeMutableBufferPointer { words in
            for index in first..<words.count {
                let word = words[index]
                words[index] = Word(start: word.start &+ difference, end: word.end &+ difference, hash: word.hash)
            }
        }
    }
}

extension SegmentedDocument {
    /// Whether the lines may be parts of paragraphs of several lines, now that others are gone.
    fileprivate var mayBeHardWrapped: Bool {
        guard levels.contains(.paragraphs) else { return false }
        var innerCount = 0
        for index in lines.indices.dropFirst() where lines[index - 1].end == lines[index].range.lowerBound {
            innerCount += 1
        }
        guard HardWrapping.isWorthALook(innerCount: innerCount, lineCount: lines.count) else { return false }
        return document.utf8.withUnsafeBufferPointer { utf8 in
            lines.map { Line(range: $0.range, content: utf8.trimmed($0.range), end: $0.end) }
                .withUnsafeBufferPointer { HardWrapping(utf8, lines: $0).paragraphs() != nil }
        }
    }
}
