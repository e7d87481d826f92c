import Testing

@testable import Tamis
@testable import TamisIO

/// What the second pass keeps of a cleaned document is what the third pass takes up again.
@Suite struct PackedCleaningTests {
    /// Texts in which each kind of evidence is found.
    private static let texts = [
        "", "Nothing to cut in this line, which ends in a full stop.",
        "The river rises again\nThe river rises again\nIt rained for days.\nspot_imgspot_img\n",
        "It rained &amp; snowed&nbsp;for days – “so they said” – in the north.\n\n\nAdvertisement\n\n\nThen it stopped.",
        "The ferry leaves from the northern pier at noon every day.\n"
            + "The ferry leaves from the northern pier at noon every day, and tickets are sold on board.\n",
    ]

    @Test(arguments: texts)
    func comesBack(text: String) throws {
        let (document, cleaned, packed) = Self.clean(text)
        var reader = PackedReader(packed)
        let read = reader.cleaned(document, signals: cleaned.before.signals)
        let again = try #require(read)
        #expect(again.findings == cleaned.findings)
        #expect(again.utf8 == cleaned.utf8)
        #expect(again.before.values == cleaned.before.values)
        #expect(again.after.values == cleaned.after.values)
    }

    @Test(arguments: [
        Evidence.debris("a menu"), .repeats(3..<9, similarity: 0.875),
        .inDocuments(12, first: ["a", "b–c", ""]), .duplicates(document: "d/7", similarity: 1),
    ])
    func everyEvidenceComesBack(evidence: Evidence) throws {
        let document = Document(id: "d", utf8: Array("one two three".utf8))
        let finding = Finding(rule: "near-repeat", range: 3..<9, replacement: [0x20], evidence: evidence)
        var writer = PackedWriter()
        writer.append(CleanedDocument(document, findings: [finding], before: .none, after: .none))
        var reader = PackedReader(writer.bytes)
        let read = reader.cleaned(document, signals: [])
        let again = try #require(read)
        #expect(again.findings == [finding])
        #expect(again.utf8 == Array("one hree".utf8))
    }

    /// More words for debris than are numbered, each of them twice and with others between.
    @Test func wordsForDebrisComeBack() throws {
        let document = Document(id: "d", utf8: [UInt8](repeating: 0x61, count: 200))
        let findings = (0..<90).map { number in
            let what = number % 2 == 0 ? "debris \(number % 45)" : "debris of the kind \(number % 3)"
            return Finding(
                rule: "placeholder", range: 2 * number..<2 * number + 1, replacement: [], evidence: .debris(what))
        }
        var writer = PackedWriter()
        writer.append(CleanedDocument(document, findings: findings, before: .none, after: .none))
        var reader = PackedReader(writer.bytes)
        let read = reader.cleaned(document, signals: [])
        #expect(try #require(read).findings == findings)
    }

    @Test func anotherTextIsCleanedAnew() {
        let (document, cleaned, packed) = Self.clean(Self.texts[2])
        let other = Document(id: document.id, utf8: document.utf8.dropLast() + [0x20])
        var reader = PackedReader(packed)
        #expect(reader.cleaned(other, signals: cleaned.before.signals) == nil)
    }

    @Test func whatIsCutShortIsCleanedAnew() {
        let (document, cleaned, packed) = Self.clean(Self.texts[3])
        #expect(cleaned.isChanged)
        for count in packed.indices {
            var reader = PackedReader(Array(packed.prefix(count)))
            #expect(reader.cleaned(document, signals: cleaned.before.signals) == nil)
        }
    }

    private static func clean(_ text: String) -> (Document, CleanedDocument, [UInt8]) {
        var settings = Settings()
        settings.signals = SignalFamily.core.signals
        let document = Document(id: "d", utf8: Array(text.utf8))
        let cleaned = Pipeline(settings: settings).clean(document)
        var writer = PackedWriter()
        writer.append(cleaned)
        return (document, cleaned, writer.bytes)
    }
}
