/// What published systems measure: an object of its own, since most runs ask for none of it and share an empty one.
final class PublishedMeasures: Sendable {
    let datatrove: DatatroveTally
    let fineWeb: FineWebTally
    let c4: C4Tally
    let gopher: GopherTally
    let dolma: DolmaTally
    let nemo: NemoTally
    let redPajama: RedPajamaTally
    let redPajamaLines: [RedPajamaLine]

    /// Nothing was measured.
    static let none = PublishedMeasures()

    private init() {
        (datatrove, fineWeb, c4, gopher) = (DatatroveTally(), FineWebTally(), C4Tally(), GopherTally())
        (dolma, nemo, redPajama, redPajamaLines) = (DolmaTally(), NemoTally(), RedPajamaTally(), [])
    }

    /// Computes the measures of published systems, which share their words.
    init(
        _ utf8: UnsafeBufferPointer<UInt8>, characters: CharacterTally, needs: Measures, table: inout HashTable
    ) {
        var datatrove = DatatroveTally()
        var fineWeb = FineWebTally()
        var c4 = C4Tally()
        var gopher = GopherTally()
        var dolma = DolmaTally()
        var nemo = NemoTally()
        let text = SplitText(utf8, characters: characters, hasPieces: !needs.isDisjoint(with: .splitWords))
        let words = needs.isDisjoint(with: .splitWords) ? SplitWords() : SplitWords(text)
        if needs.contains(.datatroveRepetition) { datatrove.addRepetition(text, words, table: &table) }
        if needs.contains(.datatroveQuality) { datatrove.addQuality(text, words) }
        if needs.contains(.fineWeb) { fineWeb = FineWebTally(text, words, table: &table) }
        if needs.contains(.c4) { c4 = C4Tally(text) }
        if needs.contains(.gopher) { gopher = GopherTally(text, words, table: &table) }
        if needs.contains(.dolma) { dolma = DolmaTally(text, words, table: &table) }
        if needs.contains(.nemo) { nemo = NemoTally(text, words, table: &table) }
        if !needs.isDisjoint(with: .splitRuns) {
            Self.forEachRuns(words, needs: needs, table: &table) { runs, words in
                if needs.contains(.datatroveRepetition) { datatrove.add(runs, of: words, text) }
                if needs.contains(.dolma) { dolma.add(runs, of: words, text) }
                if needs.contains(.nemo) { nemo.add(runs, of: words, text) }
            }
        }
        (self.datatrove, self.fineWeb, self.c4, self.gopher) = (datatrove, fineWeb, c4, gopher)
        (self.dolma, self.nemo) = (dolma, nemo)
        let needsNormalized = !needs.isDisjoint(with: [.redPajama, .redPajamaLines])
        let normalized = needsNormalized ? NormalizedText(text) : nil
        redPajama =
            needs.contains(.redPajama)
            ? normalized.map { RedPajamaTally(text, $0, table: &table) } ?? RedPajamaTally() : RedPajamaTally()
        redPajamaLines = needs.contains(.redPajamaLines) ? normalized?.lines(of: text) ?? [] : []
    }

    /// Counts the runs of words between white space once for all systems that ask for them, and calls `body` with each length.
    private static func forEachRuns(
        _ words: SplitWords, needs: Measures, table: inout HashTable,
        _ body: (borrowing WordRuns, UnsafeBufferPointer<Word>) -> Void
    ) {
        words.words.withUnsafeBufferPointer { words in
            var runs = WordRuns(words, table: &table) { _, _ in }
            for length in 2...(needs.isDisjoint(with: [.dolma, .nemo]) ? 4 : 10) {
                runs.extend(to: length, table: &table)
                body(runs, words)
            }
        }
    }
}

extension TextMeasures {
    /// What datatrove's Gopher filters measure.
    public var datatrove: DatatroveTally { published.datatrove }
    /// What FineWeb's filter measures.
    public var fineWeb: FineWebTally { published.fineWeb }
    /// What C4's filter measures.
    public var c4: C4Tally { published.c4 }
    /// What DCLM's reading of Gopher measures.
    public var gopher: GopherTally { published.gopher }
    /// What dolma's tagger measures.
    public var dolma: DolmaTally { published.dolma }
    /// What NeMo Curator's filters measure.
    public var nemo: NemoTally { published.nemo }
    /// What RedPajama's signals measure.
    public var redPajama: RedPajamaTally { published.redPajama }
    /// RedPajama's lines one by one.
    public var redPajamaLines: [RedPajamaLine] { published.redPajamaLines }
}
