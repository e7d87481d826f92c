import Testing

@testable import Tamis

@Suite struct StopWordTests {
    private func share(_ text: String, language: String? = nil) throws -> Double {
        var settings = Settings()
        settings.signals = try #require(Signal.named("stop_word_fraction"))
        let document = Document(
            id: "a", language: language.flatMap { Language(tag: $0) }, utf8: Array(text.utf8))
        return try #require(Pipeline(settings: settings).clean(document).before["stop_word_fraction"])
    }

    private static let sentences: [(language: String, text: String, stop: Int, all: Int)] = [
        ("en", "The bridge was closed to all", 4, 6), ("de", "Die Brücke wurde für alle gesperrt", 4, 6),
        ("fr", "Le pont a été fermé à tous", 5, 7), ("es", "El puente fue cerrado para todos", 4, 6),
        ("it", "Il ponte è stato chiuso per tutti", 5, 7), ("pt", "A ponte foi fechada para todos", 4, 6),
        ("nl", "De brug werd voor iedereen gesloten", 3, 6), ("ru", "Мост был закрыт для всех", 3, 5),
        ("zh", "桥在夏天关闭了", 2, 7), ("ja", "橋は夏に閉鎖", 2, 6),
    ]

    @Test(arguments: sentences)
    func functionWordsOfALanguage(language: String, text: String, stop: Int, all: Int) throws {
        let found = try share(text, language: language)
        #expect(abs(found - Double(stop) / Double(all)) < 1e-9)
    }

    @Test func withoutALanguageTheScriptDecides() throws {
        #expect(try share("Мост был закрыт для всех") == 0.6)
        #expect(try share("Мост был закрыт для всех", language: "en") == 0)
        #expect(try share("The bridge was closed to all") == 4.0 / 6)
        #expect(try share("the of and", language: "sw") == 0, "a language without a list has no function words")
    }

    @Test func everyListIsThereAndFits() {
        #expect(StopWords.languages == ["en", "de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ja"])
    }

    @Test(arguments: [
        ("Die Brücke", Script.latin), ("Мост", .cyrillic), ("橋は閉鎖", .kana), ("桥在夏天关闭了", .han), ("다리", .hangul),
        ("الجسر", .arabic), ("γέφυρα", .greek), ("पुल", .devanagari), ("สะพาน", .thai), ("the мост и двор", .cyrillic),
    ])
    func scriptOfMostLetters(text: String, script: Script) {
        #expect(Script(of: Array(text.utf8)) == script)
    }

    @Test func noLettersNoScript() {
        #expect(Script(of: []) == nil && Script(of: Array("12 !? 😀".utf8)) == nil && Script(of: [0xFF, 0xC3]) == nil)
    }

    @Test(arguments: [
        ("en", "en"), ("EN-us", "en"), ("eng_Latn", "en"), ("zh-Hans", "zh"), ("swa", "swa"), ("deu", "de"),
        ("e", nil), ("", nil), ("engl", nil), ("e1", nil), ("en.x", nil), ("ünd", nil),
    ])
    func languageTags(tag: String, code: String?) {
        #expect(Language(tag: tag)?.code == code)
    }
}
