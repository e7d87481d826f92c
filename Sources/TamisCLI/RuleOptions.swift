import ArgumentParser
import Tamis
import TamisIO

/// What decides about the text.
struct RuleOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Exactly these rules, separated by commas; see 'tamis list rules'.", valueName: "names"))
    var rules: String?

    @Option(help: ArgumentHelp("Rules to switch on.", valueName: "names"))
    var enable: String?

    @Option(help: ArgumentHelp("Rules to switch off.", valueName: "names"))
    var disable: String?

    @Option(
        help: ArgumentHelp(
            "How much page furniture goes: gentle, standard or strict (default: gentle).", valueName: "level"))
    var furniture: String?

    @Option(
        help: ArgumentHelp(
            "Signals or families, separated by commas, or all or none; see 'tamis list signals'.", valueName: "names"))
    var signals: String?

    @Flag(
        name: .customLong("identify-language"),
        help: "Tell the language of texts that come without one, for stop words and profiles of one language.")
    var identifiesLanguage = false

    @Option(help: ArgumentHelp("A file of whole lines to cut, one a line.", valueName: "file"))
    var phrases: [String] = []

    @Option(help: ArgumentHelp("A file of whole lines that no rule may cut, one a line.", valueName: "file"))
    var protect: [String] = []

    @Option(
        help: ArgumentHelp(
            "A JSON file of settings by name, such as {\"near-repeat.jaccard\": 0.9}; default from TAMIS_SETTINGS.",
            valueName: "file"))
    var settings: String?

    @Flag(help: "Print rules and limits as a file for --settings, and do nothing else.")
    var printSettings = false

    /// Adds the profiles of a list such as `gopher,de:fineweb2`.
    func require(_ list: String, in settings: inout Settings) throws {
        try naming("--require") { for name in names(list) { try settings.require(name) } }
    }

    /// Runs `body`; what it refuses is told with the option that asked for it.
    private func naming<Value>(_ option: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as SettingsError {
            throw ValidationError("\(option): \(error)")
        }
    }

    /// The settings that were asked for: the tables' defaults, then the file, then the options.
    func settings(defaultSignals: String) throws -> Settings {
        var result = Settings()
        if let path = settings ?? Environment.settingsPath { try SettingsFile(path: path).apply(to: &result) }
        if let rules { try naming("--rules") { try result.setOnly(rules: names(rules)) } }
        try naming("--enable") { for name in names(enable ?? "") { try result.set(rule: name, isOn: true) } }
        try naming("--disable") { for name in names(disable ?? "") { try result.set(rule: name, isOn: false) } }
        if let furniture { result.set(furniture: try naming("--furniture") { try level(furniture) }) }
        result.signals = try naming("--signals") {
            try names(signals ?? defaultSignals).flatMap(chosenSignals).withoutRepeats
        }
        if identifiesLanguage {
            guard let identify = LanguageIdentifier.identify else {
                throw ValidationError(
                    "--identify-language is not in this build; build tamis with --traits LanguageIdentification")
            }
            result.identifyLanguage = identify
        }
        if printSettings {
            throw CleanExit.message(String(decoding: SettingsFile.text(of: result).dropLast(), as: UTF8.self))
        }
        for path in phrases { result.list(linesOf: try wholeFile(path)) }
        for path in protect { result.protect(linesOf: try wholeFile(path)) }
        return result
    }

    private func level(_ name: String) throws(SettingsError) -> FurnitureLevel {
        guard let level = FurnitureLevel(name: name) else {
            throw .unknown(name, nearest: nearest(to: name, among: FurnitureLevel.allCases.map(\.name)))
        }
        return level
    }

    private func chosenSignals(_ name: String) throws(SettingsError) -> [Signal] {
        guard let signals = Signal.named(name) else {
            throw .unknown(name, nearest: nearest(to: name, among: Signal.knownNames))
        }
        return signals
    }

    private func names(_ list: String) -> [String] {
        list.split { $0 == "," || $0 == " " }.map(String.init)
    }
}
