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
            "What the comparison may take of memory, with K, M or G; by default half of the machine's.",
            valueName: "size"))
    var memory: ByteSize?

    /// Which documents are compared.
    enum Scope: String, ExpressibleByArgument, CaseIterable {
        case corpus
        case document
    }
}
