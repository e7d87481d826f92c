import ArgumentParser
import Tamis
import TamisIO

/// `tamis fingerprint`.
struct FingerprintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fingerprint",
        abstract: "Write the keys of each document, for engines that compare documents elsewhere.",
        discussion: """
            One JSON line per record, as it is once cleaned: id, order, character count, exact key, band keys and, if asked for, \
            shingles; of a record that cannot be read, order and error. Documents with an equal exact key are copies; those with a \
            common band key are candidates.

            EXAMPLES
              tamis fingerprint articles.jsonl > keys.jsonl
              tamis fingerprint -r articles --near 0.7 --shingles -o shingles.jsonl
            """)

    @OptionGroup(title: "Input") var input: InputOptions
    @OptionGroup(title: "Rules") var rules: RuleOptions

    @Option(
        help: ArgumentHelp(
            "How alike near duplicates are: at least 99.5 % of the pairs with this Jaccard similarity have a common key.",
            valueName: "jaccard"))
    var near = "0.8"

    @Option(
        help: ArgumentHelp(
            "Which duplicate stays: first, longest, or best:SIGNAL; but for first each line says how the document compares.",
            valueName: "which"))
    var keep = "first"

    @OptionGroup var fields: FieldArguments

    @Flag(help: "Write the hashes of all runs of five words as well, in the order of the text.")
    var shingles = false

    @Flag(help: "Write them as base64 of eight bytes each, the lowest first: engines need not read the numbers.")
    var packedShingles = false

    @Option(
        help: ArgumentHelp(
            "Cut the lines that many documents share, from this file of 'tamis templates'.", valueName: "file"))
    var templates: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where the lines go; standard output by default.", valueName: "file"))
    var output = "-"

    func run() throws {
        try reportingFailures {
            guard let near = Fraction(decimal: near) else {
                throw ValidationError("--near takes a number above 0 and up to 1")
            }
            let (files, hasFailed) = try input.files()
            var options = CleanOptions()
            options.settings = try rules.settings(defaultSignals: "none")
            options.annotationField = nil
            try input.apply(to: &options)
            try fields.apply(to: &options)
            let preference = try ComparisonArguments.preference(keep)
            let output = try OutputFile(path: output)
            let failures = FailureMessages()
            let run = FingerprintRun(
                options, preference: preference, banding: Banding(threshold: near.value),
                shingles: packedShingles ? .packed : shingles ? .listed : .none,
                templatesPath: templates)
            let errorCount = try run.write(files, to: output, onError: failures.tell)
            failures.finish(unseenFields: run.unseenFields)
            try output.finish()
            if hasFailed || errorCount > 0 { throw ExitCode.someFailed }
        }
    }
}
