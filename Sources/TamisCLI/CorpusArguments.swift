import ArgumentParser
import Tamis
import TamisIO

/// How documents are compared with each other.
struct CorpusArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Compare the documents of all inputs (corpus), or clean each by itself and wait for nothing (document).",
            valueName: "scope"))
    var scope: Scope = .corpus

    @Option(
        help: ArgumentHelp(
            "Which duplicate stays: first, longest, or best:SIGNAL, such as best:stop_word_fraction.",
            valueName: "which"))
    var keep = "first"

    @Option(
        help: ArgumentHelp(
            "How alike near duplicates are: the Jaccard similarity of their runs of five words.", valueName: "jaccard"))
    var near = "0.8"

    @Option(help: ArgumentHelp("Write every verified pair of documents to this file.", valueName: "file"))
    var pairs: String?

    @Option(
        help: ArgumentHelp(
            "Stop before anything is written where a larger fraction of the documents, or of a source, would be removed.",
            valueName: "fraction"))
    var maxRemoved: Double?

    @Option(help: ArgumentHelp("The field of a JSONL record that names its site.", valueName: "field"))
    var siteField: String?

    @Option(
        help: ArgumentHelp(
            "The field of a JSONL record with its address: equal addresses are duplicates, its host is the site.",
            valueName: "field"))
    var urlField: String?

    @Option(
        help: ArgumentHelp(
            "Compare with the documents of earlier runs in this folder, and add those that stay.", valueName: "folder"))
    var index: String?

    @Option(help: ArgumentHelp("Compare with the documents of earlier runs in this folder.", valueName: "folder"))
    var against: String?

    @Option(
        help: ArgumentHelp(
            "Take the lines that many documents share from this file of 'tamis templates'; count none.",
            valueName: "file"))
    var templates: String?

    @Option(
        help: ArgumentHelp(
            "Take what is left out from this sorted file of JSON Lines, and compare nothing; ids must be unique.",
            valueName: "file"))
    var drop: String?

    @Option(
        help: ArgumentHelp(
            "What the comparison may take of memory, with K, M or G; by default half of the machine's.",
            valueName: "size"))
    var memory: ByteSize?

    mutating func validate() throws {
        try refuseContradictions()
        if Fraction(decimal: near) == nil { throw ValidationError("--near takes a number above 0 and up to 1") }
        if let maxRemoved, !(0...1).contains(maxRemoved) {
            throw ValidationError("--max-removed takes a fraction from 0 to 1")
        }
    }

    private func refuseContradictions() throws {
        if index != nil, against != nil { throw ValidationError("--index and --against exclude each other") }
        if drop != nil, let option = corpusOption {
            throw ValidationError("--drop and \(option) exclude each other")
        }
        if scope == .document, let option = corpusOption {
            throw ValidationError("\(option) and --scope document exclude each other")
        }
    }

    /// An option that was given and makes sense only where documents are compared.
    private var corpusOption: String? {
        if index != nil { return "--index" }
        if against != nil { return "--against" }
        if pairs != nil { return "--pairs" }
        return maxRemoved == nil ? nil : "--max-removed"
    }

    /// Puts what was asked for into `options`.
    func apply(to options: inout CleanOptions) throws {
        options.siteField = try siteField.map { try InputOptions.fieldPath($0, option: "--site-field") }
        options.urlField = try urlField.map { try InputOptions.fieldPath($0, option: "--url-field") }
        try refuseSmallMemory(for: options.limits)
        if let memory { options.windowLogLimit = InputSource.windowLogLimit(memoryBytes: memory.bytes) }
        let comparesDocuments = scope == .corpus && !options.isLineBuffered
        guard comparesDocuments || templates != nil || drop != nil else { return }
        var corpus = CorpusOptions()
        corpus.comparesDocuments = comparesDocuments
        corpus.templatesPath = templates
        corpus.dropPath = drop
        if let fraction = Fraction(decimal: near) { corpus.thresholds = SimilarityThresholds(near: fraction) }
        corpus.preference = try preference()
        corpus.pairsPath = pairs
        corpus.maxRemovedFraction = maxRemoved ?? 1
        corpus.indexPath = index ?? against
        corpus.addsToIndex = index != nil
        if let memory { corpus.memoryBytes = memory.bytes }
        options.corpus = corpus
    }

    /// A record is held a few times: as it stands, decoded, in lower case, with its words.
    private func refuseSmallMemory(for limits: RecordLimits) throws {
        guard let memory, memory.bytes / Self.recordShare < limits.maxRecordBytes else { return }
        throw ValidationError(
            "--memory \(memory.bytes) is too small for records of up to \(limits.maxRecordBytes) bytes: give at least "
                + "\(limits.maxRecordBytes * Self.recordShare), or lower --max-record-bytes")
    }

    /// The largest record takes no more than this part of the memory.
    private static let recordShare = 4

    private func preference() throws -> CorpusOptions.Preference {
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

    /// Which documents are compared.
    enum Scope: String, ExpressibleByArgument, CaseIterable {
        case corpus
        case document
    }
}
