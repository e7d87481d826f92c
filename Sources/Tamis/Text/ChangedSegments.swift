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
    private let old: SegmentedDocument
    private let document: Document
    private var lines: [Segment] = []
    private var sentences: [Segment] = []
    private var words: [Word] = []
    private var folded: [UInt8]
    private(set) var origins: [Int] = []
    private var nextSentence = 0
    /// Where the changed units at hand begin in the new text; nil where the last unit did not change.
    private var changedStart: Int?

    init(_ old: SegmentedDocument, _ document: Document) {
        self.old = old
        self.document = document
        folded = old.folded
        lines.reserveCapacity(old.lines.count)
        origins.reserveCapacity(old.lines.count)
        sentences.reserveCapacity(old.sentences.count)
        words.reserveCapacity(old.words.count)
    }

    /// The changed document; nil where all of it must be segmented.
    mutating func apply(_ changes: [TextChange]) -> SegmentedDocument? {
        guard !old.isHardWrapped else { return nil }
        var next = 0
        var shift = 0
        /// Steps over a unit; nil where it must be segmented with others, and its shift where it stays as it is.
        func shiftOfUnit(_ unit: ByteRange) -> Int? {
            guard next < changes.count, changes[next].range.lowerBound < unit.upperBound else { return shift }
            changedStart = changedStart ?? unit.lowerBound + shift
            while next < changes.count, changes[next].range.upperBound <= unit.upperBound {
                shift += changes[next].replacementCount - changes[next].range.count
                next += 1
            }
            return nil
        }
        var unitStart = 0
        for index in old.lines.indices {
            let line = old.lines[index]
            if unitStart < line.range.lowerBound, let shift = shiftOfUnit(unitStart..<line.range.lowerBound) {
                guard segmentChanged(upTo: unitStart + shift) else { return nil }
            }
            if let shift = shiftOfUnit(line.range.lowerBound..<line.end) {
                guard segmentChanged(upTo: line.range.lowerBound + shift) else { return nil }
                append(index, movedBy: shift)
            }
            unitStart = line.end
        }
        let count = old.document.utf8.count
        if unitStart < count, let shift = shiftOfUnit(unitStart..<count) {
            guard segmentChanged(upTo: unitStart + shift) else { return nil }
        }
        guard segmentChanged(upTo: document.utf8.count) else { return nil }
        let text = SegmentedDocument(
            document, lines: lines, sentences: sentences, words: words, folded: folded, levels: old.levels)
        return text.mayBeHardWrapped ? nil : text
    }

    /// Takes over a line with its sentences and words.
    private mutating func append(_ index: Int, movedBy shift: Int) {
        let line = old.lines[index]
        let wordShift = words.count - line.words.lowerBound
        for word in old.words[line.words] { words.append(word.moved(by: shift)) }
        lines.append(line.moved(by: shift, words: wordShift))
        origins.append(index)
        while nextSentence < old.sentences.count, old.sentences[nextSentence].range.lowerBound < line.range.lowerBound {
            nextSentence += 1
        }
        while nextSentence < old.sentences.count, old.sentences[nextSentence].range.lowerBound < line.range.upperBound {
            sentences.append(old.sentences[nextSentence].moved(by: shift, words: wordShift))
            nextSentence += 1
        }
    }

    /// Segments the changed units that end at `end` of the new text; false where they may not be lines of their own.
    private mutating func segmentChanged(upTo end: Int) -> Bool {
        guard let start = changedStart else { return true }
        changedStart = nil
        if joinsLineEnd(at: start) || joinsLineEnd(at: end) { return false }
        let bytes = document.utf8[start..<end]
        if end < document.utf8.count, let last = bytes.last, last != 0x0A, last != 0x0D { return false }
        guard !bytes.allSatisfy(\.isASCIIWhiteSpace) else { return true }
        let part = SegmentedDocument(Document(id: "", utf8: Array(bytes)), levels: old.levels)
        guard !part.isHardWrapped else { return false }
        let wordShift = words.count
        let foldedShift = folded.count
        for word in part.words { words.append(word.moved(by: start)) }
        for line in part.lines { lines.append(line.moved(by: start, words: wordShift, folded: foldedShift)) }
        for sentence in part.sentences {
            sentences.append(sentence.moved(by: start, words: wordShift, folded: foldedShift))
        }
        origins.append(contentsOf: repeatElement(-1, count: part.lines.count))
        folded.append(contentsOf: part.folded)
        return true
    }

    /// Whether a CR and an LF that were apart are one line end at `offset` now.
    private func joinsLineEnd(at offset: Int) -> Bool {
        offset > 0 && offset < document.utf8.count && document.utf8[offset - 1] == 0x0D && document.utf8[offset] == 0x0A
    }
}

extension Word {
    fileprivate func moved(by shift: Int) -> Word {
        Word(
            start: UInt32(truncatingIfNeeded: Int(start) + shift), end: UInt32(truncatingIfNeeded: Int(end) + shift),
            hash: hash)
    }
}

extension Segment {
    fileprivate func moved(by shift: Int, words wordShift: Int, folded foldedShift: Int = 0) -> Segment {
        Segment(
            range: range.lowerBound + shift..<range.upperBound + shift, end: end + shift,
            foldedRange: foldedRange.lowerBound + foldedShift..<foldedRange.upperBound + foldedShift, key: key,
            words: words.lowerBound + wordShift..<words.upperBound + wordShift)
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
