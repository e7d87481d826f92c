// Phrases are found by the hashes of a folded line and of its beginnings and ends at word borders:
//
//     "Leave a Reply Cancel reply"  →  leave a reply cancel reply
//     whole       leave a reply cancel reply       →  rows without a star
//     beginnings  leave | leave a | leave a reply  →  rows such as `leave a reply *`
//     ends        reply | cancel reply | …         →  rows such as `* cancel reply`
//
// A hash runs along the line, forwards for beginnings and backwards for ends, as far as its words go on to be those of a
// row. Lines are not even folded where their outer words open or close no row. The bytes confirm each hit.

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
    /// Numbers the hashes of all patterns; `latestRow` has a row of each, `earlierRow` for each row another of its hash or -1.
    private let numbers: HashTable
    private let latestRow: [Int]
    private let earlierRow: [Int]
    private let firstWords: WordFilter
    private let lastWords: WordFilter
    /// The hashes of what patterns begin with and of what they end in, each up to a border between words.
    private let beginnings: HashFilter
    private let endings: HashFilter

    /// The most bytes of a line that is looked at, of one that is looked at from its end, and of one that may be a lone word.
    private static let byteLimit = 600
    private static let endByteLimit = 160
    private static let shortByteCount = 48

    /// Prepares `rows`.
    init(_ rows: [FurniturePhrase]) {
        let patterns = rows.map { PhrasePattern($0.pattern) }
        var numbers = HashTable(expectedCount: rows.count)
        var latestRow: [Int] = []
        var earlierRow: [Int] = []
        var firstWords = WordFilter(.first)
        var lastWords = WordFilter(.last)
        var beginnings = HashFilter()
        var endings = HashFilter()
        for (index, pattern) in patterns.enumerated() {
            let isEnd = pattern.form == .end
            let hash = pattern.hash { part in
                if isEnd { endings.insert(part) } else { beginnings.insert(part) }
            }
            let number = numbers.index(of: hash)
            earlierRow.append(number < latestRow.count ? latestRow[number] : -1)
            if number == latestRow.count { latestRow.append(index) } else { latestRow[number] = index }
            pattern.words.withUnsafeBufferPointer { words in
                if isEnd {
                    lastWords.insert(words, isLone: false)
                } else {
                    firstWords.insert(words, isLone: pattern.form == .whole)
                }
            }
        }
        self.rows = rows
        self.patterns = patterns
        self.numbers = numbers
        self.latestRow = latestRow
        self.earlierRow = earlierRow
        self.firstWords = firstWords
        self.lastWords = lastWords
        self.beginnings = beginnings
        self.endings = endings
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
        collectFromStart(of: folded, &found)
        collectFromEnd(of: folded, &found)
        guard let first = found.min() else { return nil }
        return Hit(
            kind: rows[first].kind, zone: found.reduce(into: []) { $0.formUnion(rows[$1].zone) },
            opensBlock: found.contains { rows[$0].opensBlock }, holdsPlace: found.contains { rows[$0].holdsPlace })
    }

    /// Adds the rows whose pattern is the line or its beginning.
    private func collectFromStart(of folded: UnsafeBufferPointer<UInt8>, _ found: inout [Int]) {
        var hash = PhrasePattern.start
        for index in folded.indices {
            if folded[index] == 0x20 {
                guard beginnings.holds(hash) else { return }
                collect(folded[..<index], .beginning, hash, &found)
            }
            hash = PhrasePattern.step(hash, folded[index])
        }
        guard beginnings.holds(hash) else { return }
        collect(folded[...], .beginning, hash, &found)
        collect(folded[...], .whole, hash, &found)
    }

    /// Adds the rows whose pattern is the end of the line.
    private func collectFromEnd(of folded: UnsafeBufferPointer<UInt8>, _ found: inout [Int]) {
        var hash = PhrasePattern.start
        for index in folded.indices.reversed() {
            if folded[index] == 0x20 {
                guard endings.holds(hash) else { return }
                collect(folded[(index + 1)...], .end, hash, &found)
            }
            hash = PhrasePattern.step(hash, folded[index])
        }
        if endings.holds(hash) { collect(folded[...], .end, hash, &found) }
    }

    private func collect(
        _ words: Slice<UnsafeBufferPointer<UInt8>>, _ form: PhrasePattern.Form, _ hash: UInt64, _ found: inout [Int]
    ) {
        guard let number = numbers.existingIndex(of: hash ^ form.rawValue) else { return }
        let wordCount = words.base.count { $0 == 0x20 } + 1
        var row = latestRow[number]
        while row >= 0 {
            if wordCount <= rows[row].wordLimit, patterns[row].form == form, patterns[row].words.elementsEqual(words),
                patterns[row].holds(words.base[words.endIndex...])
            {
                found.append(row)
            }
            row = earlierRow[row]
        }
    }
}
