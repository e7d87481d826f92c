// Phrases are found by the hashes of a folded line and of its beginnings and ends at word borders:
//
//     "Leave a Reply Cancel reply"  →  leave a reply cancel reply
//     whole       leave a reply cancel reply       →  rows without a star
//     beginnings  leave | leave a | leave a reply  →  rows such as `leave a reply *`
//     ends        reply | cancel reply | …         →  rows such as `* cancel reply`
//
// A hash runs along the line, forwards for beginnings and backwards for ends, so all of them cost one pass each. Lines
// are not even folded where their outer words open or close no row. The bytes confirm each hit.

/// The phrases of the table, ready for look-up.
final class PhraseIndex: Sendable {
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

    private let rows: [FurniturePhrase]
    private let patterns: [PhrasePattern]
    /// Numbers the hashes of all patterns; the rows of each are in `rowsByNumber`.
    private let numbers: HashTable
    private let rowsByNumber: [[Int]]
    private let firstWords: WordFilter
    private let lastWords: WordFilter
    /// The most words of any pattern.
    private let patternWordCount: Int

    /// The most bytes of a line that is looked at, of one that is looked at from its end, and of one that may be a lone word.
    private static let byteLimit = 600
    private static let endByteLimit = 160
    private static let shortByteCount = 48

    /// Prepares `rows`.
    init(_ rows: [FurniturePhrase]) {
        let patterns = rows.map { PhrasePattern($0.pattern) }
        var numbers = HashTable(expectedCount: rows.count)
        var rowsByNumber: [[Int]] = []
        var firstWords = WordFilter(.first)
        var lastWords = WordFilter(.last)
        for (index, pattern) in patterns.enumerated() {
            let number = numbers.index(of: pattern.hash)
            if number == rowsByNumber.count { rowsByNumber.append([]) }
            rowsByNumber[number].append(index)
            if pattern.form == .end {
                lastWords.insert(pattern.words[...], isLone: false)
            } else {
                firstWords.insert(pattern.words[...], isLone: pattern.form == .whole)
            }
        }
        self.rows = rows
        self.patterns = patterns
        self.numbers = numbers
        self.rowsByNumber = rowsByNumber
        self.firstWords = firstWords
        self.lastWords = lastWords
        patternWordCount = patterns.map { $0.words.count { $0 == 0x20 } + 1 }.max() ?? 0
    }

    /// What the rows say of a line of `utf8`, or nil where none takes it.
    ///
    /// - Parameter words: The words of the text, none where it was not cut into words.
    func hit(_ segment: Segment, _ words: UnsafeBufferPointer<Word>, of utf8: UnsafeBufferPointer<UInt8>) -> Hit? {
        let line = segment.range
        guard line.count <= PhraseIndex.byteLimit else { return nil }
        let isShort = line.count <= PhraseIndex.shortByteCount
        if !firstWords.mayMatch(segment, words, of: utf8, isShort: isShort) {
            guard line.count <= PhraseIndex.endByteLimit,
                lastWords.mayMatch(segment, words, of: utf8, isShort: isShort)
            else { return nil }
        }
        // A folded line may be longer than its bytes: a ligature becomes up to eighteen characters.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PhraseIndex.byteLimit) { buffer in
            if let count = TemplateFolding.fold(line, of: utf8, into: buffer) {
                return hit(UnsafeBufferPointer(rebasing: buffer[..<count]))
            }
            var folded: [UInt8] = []
            Folding.template.append(utf8, line, to: &folded)
            return folded.withUnsafeBufferPointer { hit($0) }
        }
    }

    private func hit(_ folded: UnsafeBufferPointer<UInt8>) -> Hit? {
        guard !folded.isEmpty else { return nil }
        var found: [Int] = []
        if firstWords.mayMatch(folded) { collectFromStart(of: folded, &found) }
        if lastWords.mayMatch(folded) { collectFromEnd(of: folded, &found) }
        guard let first = found.min() else { return nil }
        return Hit(
            kind: rows[first].kind, zone: found.reduce(into: []) { $0.formUnion(rows[$1].zone) },
            opensBlock: found.contains { rows[$0].opensBlock }, holdsPlace: found.contains { rows[$0].holdsPlace })
    }

    /// Adds the rows whose pattern is the line or its beginning.
    private func collectFromStart(of folded: UnsafeBufferPointer<UInt8>, _ found: inout [Int]) {
        let wordCount = folded.count { $0 == 0x20 } + 1
        var hash = PhrasePattern.start
        var words = 0
        for index in 0...folded.count {
            guard words < patternWordCount else { break }
            if index == folded.count || folded[index] == 0x20 {
                words += 1
                collect(folded[..<index], .beginning, hash, wordCount, &found)
            }
            if index < folded.count { hash = PhrasePattern.step(hash, folded[index]) }
            if index + 1 == folded.count { collect(folded[...], .whole, hash, wordCount, &found) }
        }
    }

    /// Adds the rows whose pattern is the end of the line.
    private func collectFromEnd(of folded: UnsafeBufferPointer<UInt8>, _ found: inout [Int]) {
        let wordCount = folded.count { $0 == 0x20 } + 1
        var hash = PhrasePattern.start
        var words = 0
        var index = folded.count
        while words < patternWordCount {
            if index == 0 || folded[index - 1] == 0x20 {
                words += 1
                collect(folded[index...], .end, hash, wordCount, &found)
            }
            guard index > 0 else { break }
            index -= 1
            hash = PhrasePattern.step(hash, folded[index])
        }
    }

    private func collect(
        _ words: Slice<UnsafeBufferPointer<UInt8>>, _ form: PhrasePattern.Form, _ hash: UInt64, _ wordCount: Int,
        _ found: inout [Int]
    ) {
        guard let number = numbers.existingIndex(of: hash ^ form.rawValue) else { return }
        for row in rowsByNumber[number] where wordCount <= rows[row].wordLimit && patterns[row].form == form {
            guard patterns[row].words.elementsEqual(words) else { continue }
            if patterns[row].holds(words.base[words.endIndex...]) { found.append(row) }
        }
    }
}
