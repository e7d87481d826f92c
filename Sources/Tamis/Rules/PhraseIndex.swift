// Phrases are found by the hashes of a folded line and of its beginnings and ends at word borders:
//
//     "Leave a Reply Cancel reply"  →  leave a reply cancel reply
//     whole       leave a reply cancel reply       →  rows without a star
//     beginnings  leave | leave a | leave a reply  →  rows such as `leave a reply *`
//     ends        reply | cancel reply | …         →  rows such as `* cancel reply`
//
// A line of ten words takes at most twenty-one look-ups, whatever the number of phrases; the bytes confirm each hit.

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
    }

    private enum Form: UInt64 { case whole, beginning, end }

    private let rows: [FurniturePhrase]
    private let patterns: [[UInt8]]
    private let rowsByHash: [UInt64: [Int]]
    private let longestByteCount: Int

    /// The phrases of `kinds`.
    init(_ rows: [FurniturePhrase]) {
        self.rows = rows
        var patterns: [[UInt8]] = []
        var rowsByHash: [UInt64: [Int]] = [:]
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
        }
        self.patterns = patterns
        self.rowsByHash = rowsByHash
        longestByteCount = 160
    }

    /// What the rows say of a line of `utf8`, or nil where none takes it.
    func hit(_ line: ByteRange, of utf8: [UInt8]) -> Hit? {
        guard line.count <= longestByteCount else { return nil }
        var folded: [UInt8] = []
        Folding.template.append(line, of: utf8.span, to: &folded)
        guard !folded.isEmpty else { return nil }
        let borders = folded.indices.filter { folded[$0] == 0x20 }
        let wordCount = borders.count + 1
        var found: [Int] = []
        collect(folded[...], .whole, wordCount, &found)
        for border in borders + [folded.count] { collect(folded[..<border], .beginning, wordCount, &found) }
        for border in [-1] + borders { collect(folded[(border + 1)...], .end, wordCount, &found) }
        guard let first = found.min() else { return nil }
        return Hit(
            kind: rows[first].kind, zone: found.reduce(into: []) { $0.formUnion(rows[$1].zone) },
            opensBlock: found.contains { rows[$0].opensBlock })
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
