import Tamis
import Testing

@testable import TamisIO

/// Run with `swift test --traits LanguageIdentification --filter LanguageIdentifier`; without the trait there is only the
/// refusal.
@Suite struct LanguageIdentifierTests {
    @Test func codesOfTheLibraryAreLanguages() {
        #expect(LanguageIdentifier.language(code: "iw")?.code == "he")
        #expect(LanguageIdentifier.language(code: "zh-Hant")?.code == "zh")
        #expect(LanguageIdentifier.language(code: "fr")?.code == "fr")
    }

    #if LanguageIdentification
        @Test(arguments: [
            ("en", "The council met on Monday to talk of the bridge over the brook and the price of its timber."),
            (
                "de",
                "Der Rat kam am Montag zusammen, um über die Brücke über den Bach und den Preis des Holzes zu reden."
            ),
            ("fr", "Le conseil s'est réuni lundi pour parler du pont sur le ruisseau et du prix de son bois."),
            ("ru", "Совет собрался в понедельник, чтобы поговорить о мосте через ручей и о цене леса."),
            ("ja", "評議会は月曜日に集まり、小川に架かる橋と木材の値段について話し合いました。"),
        ])
        func textsHaveTheirLanguage(code: String, text: String) throws {
            let identify = try #require(LanguageIdentifier.identify)
            #expect(identify(Array(text.utf8).span)?.code == code)
        }

        @Test(arguments: [[], [0x31, 0x20, 0x32], [0xFF, 0xFE], Array(repeating: 0x80, count: 1 << 17)] as [[UInt8]])
        func nothingIsGuessed(utf8: [UInt8]) throws {
            let identify = try #require(LanguageIdentifier.identify)
            #expect(identify(utf8.span) == nil)
        }

        @Test func stopWordsAndProfilesOfTheLanguageCount() throws {
            var settings = Settings()
            settings.signals = try #require(Signal.named("stop_word_fraction"))
            try settings.require("de:gopher")
            let document = Document(id: "a", utf8: Array("Der Rat kam, und er sah das Holz an dem Bach.".utf8))
            #expect(Pipeline(settings: settings).clean(document).violations == [])
            settings.identifyLanguage = LanguageIdentifier.identify
            let cleaned = Pipeline(settings: settings).clean(document)
            #expect(cleaned.document.language?.code == "de" && cleaned.violations?.isEmpty == false)
            #expect(try #require(cleaned.before["stop_word_fraction"]) > 0.5)
        }
    #else
        @Test func aBuildWithoutTheTraitHasNone() {
            #expect(LanguageIdentifier.identify == nil)
        }
    #endif
}
