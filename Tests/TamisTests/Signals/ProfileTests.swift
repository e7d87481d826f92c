import Tamis
import Testing

@Suite struct ProfileTests {
    private func cleaned(
        _ text: String, _ requirements: [String], language: String? = nil, limits: [(String, Double)] = []
    ) throws -> CleanedDocument {
        var settings = Settings()
        try settings.setOnly(rules: [])
        settings.signals = []
        for name in requirements { try settings.require(name) }
        for (name, value) in limits { try settings.set(limit: name, to: value) }
        let language = language.flatMap { Language(tag: $0) }
        return Pipeline(settings: settings).clean(Document(id: "a", language: language, utf8: Array(text.utf8)))
    }

    private func names(_ cleaned: CleanedDocument) -> [String]? {
        cleaned.violations?.map {
            switch $0.reason {
            case .empty: "empty"
            case .bound(let name, _, _, _, _): "\($0.profile).\(name)"
            }
        }
    }

    @Test func limitsThemselvesAreAccepted() throws {
        let fifty = String(repeating: "word ", count: 50)
        #expect(try names(cleaned(fifty, ["gopher"]))?.contains("gopher.short_doc") == false)
        let fortyNine = String(repeating: "word ", count: 49)
        #expect(try names(cleaned(fortyNine, ["gopher"]))?.contains("gopher.short_doc") == true)
    }

    @Test func everyViolatedBoundIsListed() throws {
        let found = try names(cleaned("a b c", ["gopher"])) ?? []
        #expect(found.contains("gopher.short_doc") && found.contains("gopher.below_avg_threshold"), "\(found)")
    }

    @Test func anEmptyTextIsSaidToBeEmpty() throws {
        for text in ["", " \n\n\u{3000}"] {
            let found = try names(cleaned(text, ["gopher"])) ?? []
            #expect(found.first == "empty" && !found.contains("gopher.below_avg_threshold"), "\(found)")
        }
    }

    @Test func withoutARequirementNothingIsJudged() throws {
        #expect(try names(cleaned("", [])) == nil)
    }

    @Test func aLimitCanBeSet() throws {
        let cleaned = try cleaned("a few words here", ["gopher"], limits: [("gopher.short_doc", 4)])
        #expect(names(cleaned)?.contains("gopher.short_doc") == false)
    }

    @Test(arguments: [("en", true), ("EN-us", true), ("eng_Latn", true), ("de", false), (nil, false)])
    func aProfileCanBeForOneLanguage(language: String?, applies: Bool) throws {
        let found = try names(cleaned("too short", ["en:gopher"], language: language)) ?? []
        #expect(found.isEmpty != applies, "\(found)")
    }

    /// FineWeb2 has limits of its own for some languages; those for French hold where it has none.
    @Test(arguments: [("fr", true), ("es", true), ("pt", false), ("de", false), ("sv", true), (nil, true)])
    func aProfileHasLimitsByLanguage(language: String?, isViolated: Bool) throws {
        let text = "Nine words of which the first eleven are here.\n" + (1...11).map { "line \($0)\n" }.joined()
        let found = try names(cleaned(text, ["fineweb2"], language: language)) ?? []
        let prefix = language == "es" ? "es." : ""
        #expect(found.contains("fineweb2.\(prefix)line_punct_ratio") == isViolated, "\(found)")
    }

    @Test(arguments: [("Menu\n", true), ("", false)])
    func refinedWebCountsWhatItsLineRulesTake(line: String, isViolated: Bool) throws {
        var settings = Settings()
        settings.signals = try #require(Signal.named("refinedweb"))
        try settings.require("refinedweb")
        try settings.setOnly(rules: ["refinedweb-lines"])
        let text = line + "The council met on Monday.\n"
        let cleaned = Pipeline(settings: settings).clean(Document(id: "a", utf8: Array(text.utf8)))
        #expect(cleaned.after.values == [isViolated ? 1.0 / 6 : 0])
        #expect(names(cleaned)?.contains("refinedweb.word_removal_ratio") == isViolated)
    }

    @Test func unknownNamesAreRefusedWithTheNearest() {
        var settings = Settings()
        #expect(throws: SettingsError.unknown("gofer", nearest: "gopher")) { try settings.require("gofer") }
        #expect(throws: SettingsError.unknown("gofer", nearest: "gopher")) { try settings.require("en:gofer") }
        #expect(throws: SettingsError.notALanguage("e")) { try settings.require("e:gopher") }
        #expect(throws: SettingsError.notALanguage("")) { try settings.require(":gopher") }
        #expect(throws: SettingsError.unknown("gopher.short_dok", nearest: "gopher.short_doc")) {
            try settings.set(limit: "gopher.short_dok", to: 1)
        }
    }

    @Test(arguments: Profile.all) func rowsAreWhole(_ profile: Profile) {
        #expect(!profile.summary.isEmpty && !profile.source.isEmpty)
        #expect(Set(profile.bounds.map(\.name)).count == profile.bounds.count, "each name once in \(profile.name)")
        for bound in profile.bounds {
            #expect(Signal.named(bound.signal)?.count == 1, "\(profile.name).\(bound.name) judges \(bound.signal)")
            #expect(bound.limit.isFinite)
        }
    }

    @Test func fullNamesAreUnique() {
        #expect(Set(Settings.limitNames).count == Settings.limitNames.count)
    }
}
