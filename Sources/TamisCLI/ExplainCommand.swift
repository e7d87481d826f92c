import ArgumentParser
import Tamis
import TamisIO

/// `tamis explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show a document with what goes and why in the margin.",
        discussion: """
            Lines that go are marked with -, lines of which a part goes with ~, lines that a guard kept with +. FILE:LINE \
            answers for one line; in a file of records it chooses the record, as --record does, and with --record a line of \
            that record's text. On a terminal the pager of PAGER shows it, or less.

            EXAMPLES
              tamis explain article.txt
              tamis explain article.txt:4
              tamis explain --record 1 articles.jsonl
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    @Option(help: ArgumentHelp("The record of a file of records: in JSON Lines its line.", valueName: "n"))
    var record: Int?

    @Option(help: "Colour: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Start no pager.")
    var noPager = false

    func run() throws {
        try reportingFailures {
            let place = Place(input.inputs.first ?? "-")
            guard input.inputs.count <= 1 else { throw ValidationError("explain shows one document: give one input") }
            if input.inputs.isEmpty { InputOptions.sayThatTheTerminalIsRead() }
            let file = try named(place.path)
            var options = CleanOptions()
            options.settings = try rules.settings(defaultSignals: "none")
            options.settings.namesFeatures = true
            options.annotationField = nil
            try input.apply(to: &options)
            let showing = Showing(isColored: color.isOn, isPaged: !noPager)
            let failure = Result { try explain(place, DocumentReader(file, options: options), showing) }
            try showing.finish()
            try failure.get()
        }
    }

    private func explain(
        _ place: Place, _ documents: DocumentReader, _ showing: Showing
    ) throws {
        var isFound = false
        // In a file of records the line of a place is that of the record, unless the record is named as well.
        let wanted = record ?? place.line
        try documents.forEach { number in
            guard let number else { return record ?? 1 == 1 ? .last : .pass }
            return wanted == nil ? .take : wanted == number ? .last : .pass
        } _: { cleaned, number in
            isFound = true
            let explanation = Explanation(cleaned, isColored: showing.isColored)
            let line = number == nil || record != nil ? place.line : nil
            if let line, !explanation.hasLine(line) {
                throw InputError(
                    "has no line \(line)", file: place.path, record: number,
                    advice: "it has lines 1 to \(explanation.lineCount)", isUsage: true)
            }
            let heading = number != nil && wanted == nil ? explanation.heading(record: number) : ""
            try showing.write(heading + explanation.text(line: line))
        }
        guard isFound || wanted == nil else {
            throw InputError(
                "has no record \(wanted ?? 1)", file: place.path, advice: "give another --record", isUsage: true)
        }
    }

    private func named(_ path: String) throws -> InputFile {
        if Folder.exists(at: path) {
            throw InputError(
                "is a directory, and explain shows one document", file: path, advice: "name a file in it", isUsage: true
            )
        }
        let tree = InputTree([path])
        if let error = tree.errors.first { throw error }
        return tree.files[0]
    }
}

/// Standard output, and a pager before it from the first text on: a command line that is wrong needs none.
private final class Showing {
    /// Whether what is shown has colours.
    let isColored: Bool
    private var isPaged: Bool
    private var pager: Pager?
    private var output: OutputFile?

    init(isColored: Bool, isPaged: Bool) {
        self.isColored = isColored
        self.isPaged = isPaged
    }

    func write(_ text: String) throws {
        if isPaged { pager = Pager() }
        isPaged = false
        let output = try output ?? OutputFile(path: "-")
        self.output = output
        try output.write(Array(text.utf8))
    }

    func finish() throws {
        try output?.finish()
        pager?.wait()
    }
}

/// A file, and a line in it where one was asked for: `article.txt:4`.
private struct Place {
    let path: String
    let line: Int?

    init(_ argument: String) {
        if !Folder.isFile(at: argument), let colon = argument.lastIndex(of: ":"),
            let line = Int(argument[argument.index(after: colon)...]), line >= 0
        {
            path = String(argument[..<colon])
            self.line = line
        } else {
            path = argument
            line = nil
        }
    }
}
