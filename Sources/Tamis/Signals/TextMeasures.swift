/// The shared counts from which signals are taken; computed once for all signals of a document.
public struct TextMeasures: Sendable {
    /// Characters by kind.
    public private(set) var characters = CharacterTally()
    /// Repeated lines, paragraphs and sentences.
    public private(set) var duplicates = DuplicateTally()
    /// How lines begin and end.
    public private(set) var lineShapes = LineShapeTally()
    /// Words and their runs.
    public private(set) var words = WordTally()
    /// Characters that belong to tags, entities and attributes.
    public private(set) var markupCharacterCount = 0
    /// What datatrove's Gopher filters measure.
    public private(set) var datatrove = DatatroveTally()
    /// What FineWeb's filter measures.
    public private(set) var fineWeb = FineWebTally()
    /// What C4's filter measures.
    public private(set) var c4 = C4Tally()
    /// What DCLM's reading of Gopher measures.
    public private(set) var gopher = GopherTally()
    /// What dolma's tagger measures.
    public private(set) var dolma = DolmaTally()
    /// What NeMo Curator's filters measure.
    public private(set) var nemo = NemoTally()
    /// What RefinedWeb's rules for lines cut.
    public private(set) var lineRemoval = LineRemoval()
    /// What RedPajama's signals measure.
    public private(set) var redPajama = RedPajamaTally()
    /// RedPajama's lines one by one.
    public private(set) var redPajamaLines: [RedPajamaLine] = []

    /// Computes what `needs` names; all else stays zero.
    ///
    /// `document` must have been cut into `needs.levels`; `lineRemoval` is what was cut before, by default nothing. Takes
    /// time linear in the text.
    public init(_ document: SegmentedDocument, needs: Measures, lineRemoval: LineRemoval? = nil) {
        guard !needs.isEmpty else { return }
        if needs.contains(.lineRemoval) {
            self.lineRemoval = lineRemoval ?? LineRemoval(document.document.utf8, removing: [])
        }
        // Every other measure gives lengths in characters.
        characters = CharacterTally(document.document.utf8)
        var table = HashTable()
        if needs.contains(.lines) {
            duplicates.lines = .init(document.lines, characters: characters, table: &table)
        }
        if needs.contains(.paragraphs), needs.contains(.lines), !document.isHardWrapped {
            // Every line that is not blank is a paragraph.
            duplicates.paragraphs = duplicates.lines
        } else if needs.contains(.paragraphs) {
            duplicates.paragraphs = .init(document.paragraphs, characters: characters, table: &table)
        }
        if needs.contains(.sentences) {
            duplicates.sentences = .init(document.sentences, characters: characters, table: &table)
        }
        if needs.contains(.lineShapes) {
            lineShapes = LineShapeTally(document, characters: characters)
        }
        if needs.contains(.words) {
            words = WordTally(document, characters: characters, needs: needs, table: &table)
        }
        if needs.contains(.markup), characters.markupStarterCount > 0 {
            var count = 0
            document.document.utf8.withUnsafeBufferPointer { bytes in
                forEachMarkup(in: bytes) { count += characters.count(in: $0) }
            }
            markupCharacterCount = count
        }
        if !needs.isDisjoint(with: .published) {
            document.document.utf8.withUnsafeBufferPointer { addPublished($0, needs: needs, table: &table) }
        }
    }

    /// Computes the measures of published systems, which share their words.
    private mutating func addPublished(
        _ utf8: UnsafeBufferPointer<UInt8>, needs: Measures, table: inout HashTable
    ) {
        let text = SplitText(utf8, characters: characters, hasPieces: !needs.isDisjoint(with: .splitWords))
        let words = needs.isDisjoint(with: .splitWords) ? SplitWords() : SplitWords(text)
        if needs.contains(.datatroveRepetition) { datatrove.addRepetition(text, words, table: &table) }
        if needs.contains(.datatroveQuality) { datatrove.addQuality(text, words) }
        if needs.contains(.fineWeb) { fineWeb = FineWebTally(text, words, table: &table) }
        if needs.contains(.c4) { c4 = C4Tally(text) }
        if needs.contains(.gopher) { gopher = GopherTally(text, words, table: &table) }
        if needs.contains(.dolma) { dolma = DolmaTally(text, words, table: &table) }
        if needs.contains(.nemo) { nemo = NemoTally(text, words, table: &table) }
        if !needs.isDisjoint(with: .splitRuns) { addRuns(text, words, needs: needs, table: &table) }
        guard !needs.isDisjoint(with: [.redPajama, .redPajamaLines]) else { return }
        let normalized = NormalizedText(text)
        if needs.contains(.redPajama) { redPajama = RedPajamaTally(text, normalized, table: &table) }
        if needs.contains(.redPajamaLines) { redPajamaLines = normalized.lines(of: text) }
    }

    /// Counts the runs of words between white space once for all systems that ask for them.
    private mutating func addRuns(_ text: SplitText, _ words: SplitWords, needs: Measures, table: inout HashTable) {
        words.words.withUnsafeBufferPointer { words in
            var runs = WordRuns(words, table: &table) { _, _ in }
            for length in 2...(needs.isDisjoint(with: [.dolma, .nemo]) ? 4 : 10) {
                runs.extend(to: length, table: &table)
                if needs.contains(.datatroveRepetition) { datatrove.add(runs, of: words, text) }
                if needs.contains(.dolma) { dolma.add(runs, of: words, text) }
                if needs.contains(.nemo) { nemo.add(runs, of: words, text) }
            }
        }
    }
}
