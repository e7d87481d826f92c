import ArgumentParser
import TamisIO

/// `tamis index forget`.
struct IndexForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Take documents out of an index: keys, shingles and rows.",
        discussion: """
            Ids that the index does not hold are passed over. 'tamis index info' lists the runs.

            EXAMPLES
              tamis index forget seen --id article-17
              tamis index forget seen --run 1
              tamis index forget seen --older-than 365
            """)

    @Argument(help: ArgumentHelp("The folder of the index.", valueName: "index"))
    var index: String

    @Option(help: ArgumentHelp("Forget the document with this id; may be given again.", valueName: "id"))
    var id: [String] = []

    @Option(name: .customLong("run"), help: ArgumentHelp("Forget all that this run added.", valueName: "number"))
    var runNumber: Int?

    @Option(help: ArgumentHelp("Forget all that was added more than so many days ago.", valueName: "days"))
    var olderThan: Int?

    @Flag(name: [.short, .long], help: "No summary.")
    var quiet = false

    func validate() throws {
        if [!id.isEmpty, runNumber != nil, olderThan != nil].count(where: { $0 }) != 1 {
            throw ValidationError("give one of --id, --run and --older-than")
        }
        if let olderThan, !(0...1_000_000).contains(olderThan) {
            throw ValidationError("--older-than takes 0 to 1000000 days")
        }
    }

    func run() throws {
        try reportingFailures {
            let forgotten: Forgotten
            if let runNumber {
                forgotten = .run(runNumber)
            } else if let olderThan {
                forgotten = .olderThan(days: olderThan)
            } else {
                forgotten = .ids(id)
            }
            let count = try DocumentIndex(changing: index).forget(forgotten)
            if !quiet { Message.write("\(count) \(count == 1 ? "document" : "documents") forgotten") }
        }
    }
}

/// `tamis index merge`.
struct IndexMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Add the runs of indexes to another one.",
        discussion: """
            Runs that the index has already are passed over. All must have been made with the same parameters. An index \
            that is not there yet is made.

            EXAMPLES
              tamis index merge seen --index all
              tamis index merge seen more --index all
            """)

    @Argument(help: ArgumentHelp("The indexes to add; they stay as they are.", valueName: "from"))
    var sources: [String]

    @Option(help: ArgumentHelp("The index to which they are added.", valueName: "index"))
    var index: String

    @Flag(name: [.short, .long], help: "No summary.")
    var quiet = false

    func run() throws {
        try reportingFailures {
            var count = 0
            if let same = sources.first(where: { InputTree.isSameFile($0, index) }) {
                throw InputError("is added to itself", file: same, advice: "name another index", isUsage: true)
            }
            let parameters = try sources.map { try DocumentIndex(reading: $0).parameters }
            let target = try DocumentIndex(changing: index, parameters: parameters[0])
            for source in sources { count += try target.merge(DocumentIndex(reading: source)) }
            if !quiet { Message.write("\(count) \(count == 1 ? "document" : "documents") added") }
        }
    }
}
