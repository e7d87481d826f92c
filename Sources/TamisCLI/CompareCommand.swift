import ArgumentParser
import Tamis
import TamisIO

/// `tamis compare`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare what another engine grouped by the keys of 'tamis fingerprint'.",
        discussion: """
            Reads JSON lines and writes one for each document or pair; docs/spark.md describes them. pairs counts what candidate \
            pairs have in common, buckets compares the members of large buckets with their leaders, survivors decides \
            which documents of each component stay, in lines for 'tamis clean --drop'.

            EXAMPLES
              tamis compare pairs candidates.jsonl > verified.jsonl
            """)

    @Argument(help: "What the lines are: pairs, buckets or survivors.")
    var step: Step

    @Argument(help: ArgumentHelp("Files, or - for standard input.", valueName: "input"))
    var inputs: [String] = []

    @OptionGroup(title: "Rules") var rules: RuleOptions

    @Option(
        help: ArgumentHelp(
            "How alike near duplicates are: the Jaccard similarity of their runs of five words.", valueName: "jaccard"))
    var near = "0.8"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where the lines go; standard output by default.", valueName: "file"))
    var output = "-"

    func run() throws {
        try reportingFailures {
            guard let near = Fraction(decimal: near) else {
                throw ValidationError("--near takes a number above 0 and up to 1")
            }
            let tree = InputTree(inputs.isEmpty ? ["-"] : inputs)
            for error in tree.errors { Message.error(error) }
            guard tree.errors.isEmpty else { throw ExitCode.someFailed }
            let thresholds = SimilarityThresholds(near: near)
            let output = try OutputFile(path: output)
            switch step {
            case .pairs: try PairComparison(thresholds: thresholds).write(tree.files, to: output)
            case .buckets: try BucketComparison(thresholds: thresholds).write(tree.files, to: output)
            case .survivors:
                let settings = try rules.settings(defaultSignals: "none")
                try ComponentJudge(thresholds: thresholds, settings: settings).write(tree.files, to: output)
            }
            try output.finish()
        }
    }

    /// What is compared.
    enum Step: String, Choice {
        case pairs
        case buckets
        case survivors
    }
}
