// The output is copied up to each patch; there the bytes that stand in the output are passed over and the removed bytes
// are put back:
//
//     output   {"text":"a","tamis":{…}}       patch 1: offset 10, length 0, removed `\nb`
//     input    {"text":"a\nb"}                patch 2: offset 11, length 14, removed nothing
//
// Both digests are checked before the restored file gets its name.

import Tamis

/// Rebuilds inputs from outputs and a ledger.
public final class Restorer {
    /// Which patches are undone.
    public enum Choice: Sendable {
        /// All: the original bytes.
        case all
        /// Those of these rules, and those with these ids.
        case some(rules: Set<String>, ids: Set<Int>)
    }

    /// Where restored files go.
    public enum Target {
        /// The one file of the ledger goes here.
        case single(OutputFile)
        /// Each file goes to its name in a folder.
        case tree(OutputTree)
    }

    private let ledgerPath: String
    private let outputs: [String]
    private let choice: Choice
    private var source: OutputSource?
    /// How many files were restored.
    public private(set) var restoredCount = 0

    /// Prepares to restore by the ledger at `ledgerPath`.
    ///
    /// - Parameter outputs: The outputs as they are called now: one file, or the folder of a tree; none where they are
    ///   still called what the ledger says.
    public init(ledgerPath: String, outputs: [String], choice: Choice) {
        self.ledgerPath = ledgerPath
        self.outputs = outputs
        self.choice = choice
    }

    /// Restores every file of the ledger.
    ///
    /// - Throws: `LedgerError` where the ledger or an output is not what it was; `InputError` and `OutputError`.
    public func restore(to target: Target) throws {
        var reader = try LedgerReader(path: ledgerPath)
        var current: Restoration?
        var unfinishedCount = 0
        var failure: (any Error)?
        var isSkipping = false
        var hasEnd = false
        while let entry = try reader.entry() {
            do {
                switch entry {
                case .header: break
                case .file(let file):
                    if case .single = target, restoredCount > 0 {
                        throw error("the ledger has several files; give -o with a folder")
                    }
                    if current != nil { unfinishedCount += 1 }
                    current = nil
                    isSkipping = false
                    current = try begin(file, target)
                case .patch(let patch):
                    guard current != nil || isSkipping else { throw error("a patch stands before its file") }
                    try current?.undo(patch, isChosen: isChosen(patch))
                case .trailer(let sums):
                    guard current != nil || isSkipping else { throw error("a trailer stands before its file") }
                    guard let finished = current else { break }
                    current = nil
                    try finished.finish(sums, checksInput: isWhole)
                    restoredCount += 1
                case .end: hasEnd = true
                }
            } catch {
                // The other files of the ledger are restored all the same.
                current = nil
                isSkipping = true
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
        guard hasEnd, current == nil, unfinishedCount == 0 else {
            throw error("is cut short: \(restoredCount) files were restored, the others are not described to their end")
        }
    }

    private var isWhole: Bool {
        if case .all = choice { true } else { false }
    }

    private func isChosen(_ patch: LedgerPatch) -> Bool {
        switch choice {
        case .all: true
        case .some(let rules, let ids): rules.contains(patch.rule) || ids.contains(patch.id)
        }
    }

    private func begin(_ file: LedgerFile, _ target: Target) throws -> Restoration {
        guard !file.output.isEmpty else { throw error("is that of a dry run: nothing was written") }
        let path = try path(of: file)
        if source?.path != path || (source?.position ?? 0) > file.outputStart { source = OutputSource(path: path) }
        guard let source else { throw error("there is no output") }
        try source.skip(to: file.outputStart)
        let output =
            switch target {
            case .single(let output): output
            case .tree(let tree): try tree.file(at: file.name == "-" ? "stdin" : file.name)
            }
        return try Restoration(file, from: source, to: output)
    }

    /// Where the output of `file` stands now.
    private func path(of file: LedgerFile) throws -> String {
        guard let first = outputs.first else {
            guard !file.output.isEmpty, file.output != "-" else {
                throw error("the output went to standard output; name the file it is in")
            }
            return file.output
        }
        if let same = outputs.first(where: { $0 == file.output }) { return same }
        return Folder.exists(at: first) ? first + "/" + file.name : first
    }

    private func error(_ what: String) -> LedgerError {
        LedgerError(file: ledgerPath, what: what)
    }
}
