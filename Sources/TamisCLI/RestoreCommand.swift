import ArgumentParser
import Tamis
import TamisIO

/// `tamis restore`.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Rebuild the original bytes from outputs and their ledger.",
        discussion: """
            Without --rule and --id everything is undone and the result is the input, byte for byte: digests of output and \
            input are checked before a file gets its name. With them only those findings are undone.

            EXAMPLES
              tamis restore clean.txt --ledger ledger.jsonl > article.txt
              tamis restore cleaned --ledger ledger.jsonl --rule near-repeat -o again
            """)

    @Argument(
        help: ArgumentHelp(
            "The outputs: a file, or the folder of a tree; by default those the ledger names.", valueName: "output"))
    var outputs: [String] = []

    @Option(help: ArgumentHelp("The ledger of the run.", valueName: "file"))
    var ledger: String

    @Option(
        name: [.short, .long], help: ArgumentHelp("Where to write: a file, or a folder for several.", valueName: "path")
    )
    var output: String?

    @Option(help: ArgumentHelp("Undo this rule's findings only; may be given again.", valueName: "name"))
    var rule: [String] = []

    @Option(help: ArgumentHelp("Undo this patch only, by its id in the ledger; may be given again.", valueName: "id"))
    var id: [Int] = []

    func validate() throws {
        guard let unknown = rule.first(where: { !Restorer.ruleNames.contains($0) }) else { return }
        throw ValidationError(
            "--rule: \(SettingsError.unknown(unknown, nearest: nearest(to: unknown, among: Restorer.ruleNames)))")
    }

    func run() throws {
        try reportingFailures {
            if let output, let same = (outputs + [ledger]).first(where: { InputTree.isSameFile($0, output) }),
                !Folder.exists(at: same)
            {
                throw InputError(
                    "is read and would be written over", file: same, advice: "name another output", isUsage: true)
            }
            let choice: Restorer.Choice = rule.isEmpty && id.isEmpty ? .all : .some(rules: Set(rule), ids: Set(id))
            let restorer = Restorer(ledgerPath: ledger, outputs: outputs, choice: choice) { Message.error("\($0)") }
            let isTree = output.map { $0.hasSuffix("/") || Folder.exists(at: $0) } ?? false
            let hasTree = outputs.first.map { Folder.exists(at: $0) } ?? false
            if let output, isTree || hasTree || outputs.count > 1 {
                try restorer.restore(to: .tree(try OutputTree(path: output)))
            } else {
                let compression = output.flatMap { OutputCompression(suffixOf: $0) }
                try restorer.restore(to: .single(try OutputFile(path: output ?? "-", compression: compression)))
            }
        }
    }
}
