import ArgumentParser
import Tamis
import TamisIO

/// What makes two documents alike, which of them stays, and what comparing may take.
struct ComparisonArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Which duplicate stays: first, longest, or best:SIGNAL, such as best:stop_word_fraction.",
            valueName: "which"))
    var keep = "first"

    @Option(
        help: ArgumentHelp(
            "How alike near duplicates are: the Jaccard similarity of their runs of five words.", valueName: "jaccard"))
    var near = "0.8"

    @OptionGroup var fields: FieldArguments

    @Option(
        help: ArgumentHelp(
            "What the comparison may take of memory, with K, M or G; by default half of the machine's.",
            valueName: "size"))
    var memory: ByteSize?

    mutating func validate() throws {
        if Fraction(decimal: near) == nil { throw ValidationError("--near takes a number above 0 and up to 1") }
    }

    /// Puts what does not need a comparison into `options`, whose limits are known.
    func apply(to options: inout CleanOptions) throws {
        try fields.apply(to: &options)
        try refuseSmallMemory(for: options.limits)
        if let memory { options.windowLogLimit = InputSource.windowLogLimit(memoryBytes: memory.bytes) }
    }

    /// The options of a comparison.
    func corpusOptions() throws -> CorpusOptions {
        var corpus = CorpusOptions()
        if let fraction = Fraction(decimal: near) { corpus.thresholds = SimilarityThresholds(near: fraction) }
        corpus.preference = try Self.preference(keep)
        if let memory { corpus.memoryBytes = memory.bytes }
        return corpus
    }

    /// A record is held a few times: as it stands, decoded, in lower case, with its words.
    private func refuseSmallMemory(for limits: RecordLimits) throws {
        guard let memory, memory.bytes / Self.recordShare < limits.maxRecordBytes else { return }
        let needed = ByteSize(bytes: min(limits.maxRecordBytes, .max / Self.recordShare) * Self.recordShare)
        let fitting = ByteSize(bytes: max(1, memory.bytes / Self.recordShare))
        throw ValidationError(
            "--memory \(memory) is too small for records of up to \(ByteSize(bytes: limits.maxRecordBytes)): give --memory "
                + "\(needed), or add --max-record-bytes \(fitting), above which a record is rejected")
    }

    /// The largest record takes no more than this part of the memory.
    private static let recordShare = 4

    /// Reads what `--keep` says.
    static func preference(_ keep: String) throws -> CorpusOptions.Preference {
        switch keep {
        case "first": return .first
        case "longest": return .longest
        default:
            guard keep.hasPrefix("best:") else {
                throw ValidationError("--keep takes first, longest or best:SIGNAL, not '\(keep)'")
            }
            let name = String(keep.dropFirst(5))
            guard Signal.all.contains(where: { $0.name == name }) else {
                let near = nearest(to: name, among: Signal.all.map(\.name))
                throw ValidationError(
                    "--keep: there is no signal '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
            return .best(name)
        }
    }
}
