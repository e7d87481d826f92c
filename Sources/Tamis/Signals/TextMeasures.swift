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
    /// What published systems measure.
    var published = PublishedMeasures.none
    /// What RefinedWeb's rules for lines cut.
    public private(set) var lineRemoval = LineRemoval()

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
            published = document.document.utf8.withUnsafeBufferPointer { utf8 in
                PublishedMeasures(utf8, characters: characters, needs: needs, table: &table)
            }
        }
    }
}
