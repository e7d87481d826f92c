import ArgumentParser
import Tamis
import TamisIO

/// `tamis explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show a document with what goes and why in the margin.",
        discussion: """
            Lines that go are marked with -, lines of which a part goes with ~, lines that a guard kept with +. FILE:LINE
            answers for one line. In JSON Lines --record chooses the record.

            EXAMPLES
              tamis explain article.txt | less -R
              tamis explain article.txt:4
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    @Option(help: ArgumentHelp("The record of a JSONL input: its line number.", valueName: "n"))
    var record: Int?

    @Option(help: "Colour: auto, always or never.")
    var color: ColorChoice = .auto

    func run() throws {
        try reportingFailures {
            let place = Place(input.inputs.first ?? "-")
            guard input.inputs.count <= 1 else { throw ValidationError("explain shows one document: give one input") }
            let file = try named(place.path)
            var options = CleanOptions()
            options.settings = try rules.settings(defaultSignals: "none")
            options.settings.namesFeatures = true
            options.annotationField = nil
            try input.apply(to: &options)
            let output = try OutputFile(path: "-")
            var isFound = false
            try DocumentReader(file, options: options).forEach { cleaned, number in
                guard number == record ?? number, !isFound || record == nil else { return }
                isFound = true
                let explanation = Explanation(cleaned, isColored: color.isOn)
                if let line = place.line, !explanation.hasLine(line) {
                    throw InputError(
                        "has no line \(line)", file: place.path, advice: "it has \(explanation.lineCount)",
                        isUsage: true)
                }
                try output.write(Array(explanation.text(line: place.line).utf8))
            }
            guard isFound else {
                throw InputError(
                    "has no record \(record ?? 1)", file: place.path, advice: "give another --record", isUsage: true)
            }
            try output.finish()
        }
    }

    private func named(_ path: String) throws -> InputFile {
        let tree = InputTree([path])
        if let error = tree.errors.first { throw error }
        return tree.files[0]
    }
}

/// A file, and a line in it where one was asked for: `article.txt:4`.
private struct Place {
    let path: String
    let line: Int?

    init(_ argument: String) {
        if !Folder.isFile(at: argument), let colon = argument.lastIndex(of: ":"),
            let line = Int(argument[argument.index(after: colon)...]), line > 0
        {
            path = String(argument[..<colon])
            self.line = line
        } else {
            path = argument
            line = nil
        }
    }
}
