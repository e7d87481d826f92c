// Phrases are found by the hashes of a folded line and of its beginnings and ends at word borders:
//
//     "Leave a Reply Cancel reply"  →  leave a reply cancel reply
//     whole       leave a reply cancel reply       →  rows without a star
//     beginnings  leave | leave a | leave a reply  →  rows such as `leave a reply *`
//     ends        reply | cancel reply | …         →  rows such as `* cancel reply`
//
// Most lines are not even folded: their first words open no row, and their last words close none. The bytes confirm each
// hit.

import CXXHash

/// The phrases of the table, ready for look-up.
struct PhraseIndex: Sendable {
    /// What the phrases say of a line.
    struct Hit {
        /// The kind of the first row that takes the line.
        let kind: FurniturePhrase.Kind
        /// Where the line is furniture.
        let zone: FurniturePhrase.Zone
        /// Whether a block of furniture starts with it.
        let opensBlock: Bool
        /// Whether it holds the place of something that should have stood there.
        let holdsPlace: Bool
    }

    /// Every phrase of the table.
    static let all = PhraseIndex(FurniturePhrase.all)

    private enum Form: UInt64 { case whole, beginning, end }

    private let rows: [FurniturePhrase]
    private let patterns: [[UInt8]]
    private let rowsByHash: [UInt64: [Int]]
    private let firstWords: WordFilter
    private let lastWords: WordFilter
    /// The most words of any row's line, and of any pattern.
    private let wordLimit: Int
    private let patternWordCount: Int

    /// The most bytes of a line that is looked at.
    private static let byteLimit = 600

    /// Prepares `rows`.
    init(_ rows: [FurniturePhrase]) {
        self.rows = rows
        var patterns: [[UInt8]] = []
        var rowsByHash: [UInt64: [Int]] = [:]
        var firstWords = WordFilter(.first)
        var lastWords = WordFilter(.last)
        for (index, row) in rows.enumerated() {
            var words = Array(row.pattern.utf8)[...]
            var form = Form.whole
            if words.suffix(2).elementsEqual([0x20, 0x2A]) {
                words.removeLast(2)
                form = .beginning
            } else if words.prefix(2).elementsEqual([0x2A, 0x20]) {
                words.removeFirst(2)
                form = .end
            }
            patterns.append(Array(words))
            rowsByHash[PhraseIndex.hash(words, form), default: []].append(index)
            if form == .end {
                lastWords.insert(words, isLone: false)
            } else {
                firstWords.insert(words, isLone: form == .whole)
            }
        }
        self.patterns = patterns
        self.rowsByHash = rowsByHash
        self.firstWords = firstWords
        self.lastWords = lastWords
        wordLimit = rows.map(\.wordLimit).max() ?? 0
        patternWordCount = patterns.map { $0.count { $0 == 0x20 } + 1 }.max() ?? 0
    }

    /// What the rows say of a line of `utf8`, or nil where none takes it.
    func hit(_ line: ByteRange, of utf8: [UInt8]) -> Hit? {
        guard line.count <= PhraseIndex.byteLimit else { return nil }
        let mayMatch = utf8.withUnsafeBufferPointer {
            firstWords.mayMatch(line, of: $0) || lastWords.mayMatch(line, of: $0)
        }
        guard mayMatch else { return nil }
        var folded: [UInt8] = []
        Folding.template.append(line, of: utf8.span, to: &folded)
        guard !folded.isEmpty else { return nil }
        let borders = folded.indices.filter { folded[$0] == 0x20 }
        let wordCount = borders.count + 1
        guard wordCount <= wordLimit else { return nil }
        var found: [Int] = []
        collect(folded[...], .whole, wordCount, &found)
        for border in (borders + [folded.count]).prefix(patternWordCount) {
            collect(folded[..<border], .beginning, wordCount, &found)
        }
        for border in ([-1] + borders).suffix(patternWordCount) {
            collect(folded[(border + 1)...], .end, wordCount, &found)
        }
        guard let first = found.min() else { return nil }
        return Hit(
            kind: rows[first].kind, zone: found.reduce(into: []) { $0.formUnion(rows[$1].zone) },
            opensBlock: found.contains { rows[$0].opensBlock }, holdsPlace: found.contains { rows[$0].holdsPlace })
    }

    private func collect(_ words: ArraySlice<UInt8>, _ form: Form, _ wordCount: Int, _ found: inout [Int]) {
        guard let candidates = rowsByHash[PhraseIndex.hash(words, form)] else { return }
        for row in candidates where wordCount <= rows[row].wordLimit && patterns[row].elementsEqual(words) {
            found.append(row)
        }
    }

    private static func hash(_ words: ArraySlice<UInt8>, _ form: Form) -> UInt64 {
        words.withUnsafeBufferPointer { tamis_xxh3_64($0.baseAddress, $0.count, form.rawValue) }
    }
}
