/// What the trainer of the judge needs to know: the one extractor of features serves training and judging.
package enum JudgeTraining {
    /// Each slot's name and how many values it has, in order.
    package static let slots = LineSlot.allCases.map { (name: "\($0)", valueCount: $0.valueCount) }
    /// How many of the slots, the first ones, need nothing but the line.
    package static let lineSlotCount = LineSlot.lineCount
    /// The first of the slots that the second look asks.
    package static let secondStart = LineSlot.secondStart
    /// How many words and pairs of words a line has at most, and how many entries the table of their weights has.
    package static let wordingLimit = WordingTable.lineLimit
    package static let wordingEntryCount = WordingTable.entryCount

    /// A judge that knows nothing, so that a table of another length does not keep the trainer from making one.
    private static let blank: LineJudge = {
        let zeros = [UInt8](repeating: LineWeights.zeroDigit, count: LineWeights.encodedCount)
        guard let weights = zeros.withUnsafeBufferPointer({ LineWeights(encoded: $0) }) else {
            preconditionFailure("a table has not the length of a table")
        }
        return LineJudge(weights: weights)
    }()

    /// The features of each line of a text that is not blank: its start, its values, the numbers of its
    /// words and pairs of words, and whether only the first look judges it.
    ///
    /// - Parameter scores: For each line the score of the first look, and the part of it that its words make; without them
    ///   the slots that ask for other lines have the value 0.
    package static func forEachLine(
        of utf8: [UInt8], scores: ((_ lineCount: Int) -> (scores: [Int32], wordingScores: [Int32]))?,
        _ body: (
            _ start: Int, _ values: [UInt8], _ wordings: [UInt32], _ isCertain: Bool
        ) -> Void
    ) {
        let text = SegmentedDocument(Document(id: "", utf8: utf8), levels: [.words])
        let table = LineTable(text, blank.readings(of: text, hits: PhraseHits(in: text)))
        var context: LineContext?
        if let (scores, wordingScores) = scores?(table.lineCount) {
            for index in 0..<table.lineCount {
                (table.columns.score[index], table.columns.wording[index]) = (scores[index], wordingScores[index])
            }
            let known = LineContext(table)
            _ = known.writeCommonSlots()
            context = known
        }
        for (index, line) in text.lines.enumerated() {
            let values = context?.values(ofLine: index) ?? table.values(ofLine: index)
            body(
                line.range.lowerBound, values, WordingTable.numbers(ofWords: text.words[line.words]),
                context?.isCertainProse(index) == true)
        }
    }

    /// The rules with the weights of another table, as the trainer writes it; nil where it has another length.
    ///
    /// - Parameter caution: What a line of a page must reach beyond the level's threshold, in units of which 64 are a factor of e.
    package static func pipeline(
        encodedWeights: [UInt8], level: FurnitureLevel, caution: Int32, onlyFurniture: Bool
    ) -> Pipeline? {
        guard let weights = encodedWeights.withUnsafeBufferPointer({ LineWeights(encoded: $0) }) else { return nil }
        var settings = Settings()
        if onlyFurniture, (try? settings.setOnly(rules: ["page-furniture"])) == nil { return nil }
        settings.signals = []
        settings.otherJudge = LineJudge(weights: weights, caution: caution)
        settings.set(furniture: level)
        return Pipeline(settings: settings)
    }
}
