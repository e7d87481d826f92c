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

    @OptionGroup var comparison: ComparisonArguments

    @Option(help: ArgumentHelp("Write every verified pair of documents to this file.", valueName: "file"))
    var pairs: String?

    @Option(
        help: ArgumentHelp(
            "Stop before anything is written where a larger fraction of the documents, or of a source, would be removed.",
            valueName: "fraction"))
    var maxRemoved: Double?

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

    mutating func validate() throws {
        try refuseContradictions()
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
        try comparison.apply(to: &options)
        let comparesDocuments = scope == .corpus && !options.isLineBuffered
        guard comparesDocuments || templates != nil || drop != nil else { return }
        if drop != nil, options.settings.sharesParagraphs {
            throw ValidationError(
                "--drop and the rule shared-paragraph exclude each other: with --drop nothing is compared")
        }
        var corpus = try comparison.corpusOptions()
        corpus.comparesDocuments = comparesDocuments
        corpus.templatesPath = templates
        corpus.dropPath = drop
        corpus.pairsPath = pairs
        corpus.maxRemovedFraction = maxRemoved ?? 1
        corpus.indexPath = index ?? against
        corpus.addsToIndex = index != nil
        options.corpus = corpus
    }

    /// Which documents are compared.
    enum Scope: String, Choice {
        case corpus
        case document
    }
}
