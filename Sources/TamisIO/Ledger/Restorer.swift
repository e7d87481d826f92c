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

    /// What the patches of a ledger name as their rule: the rules, and what changes bytes besides them.
    public static let ruleNames =
        Rule.all.map(\.name) + [
            PatchMembers.requirement, "rejected", "annotation", "conversion", "encoding", "quoting", "digest",
            "content-length",
        ]

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
    /// The ids that were chosen and did not come yet.
    private var unseenIDs: Set<Int>
    /// The one file of the ledger, restored but for its name: others may follow, and then it is not what was asked for.
    private var single: Restoration?
    private let onError: (any Error) -> Void
    /// What went wrong last.
    private var failure: (any Error)?
    /// Whether a failure left `source` before its end.
    private var isRestLeft = false
    /// How many files were restored.
    public private(set) var restoredCount = 0

    /// Prepares to restore by the ledger at `ledgerPath`.
    ///
    /// - Parameters:
    ///   - outputs: The outputs as they are called now: one file, or the folder of a tree; none where they are still called
    ///     what the ledger says.
    ///   - onError: Told of each failure but the last, which `restore` throws: the other files are restored all the same.
    public init(
        ledgerPath: String, outputs: [String], choice: Choice, onError: @escaping (any Error) -> Void = { _ in }
    ) {
        self.ledgerPath = ledgerPath
        self.outputs = outputs
        self.choice = choice
        self.onError = onError
        if case .some(_, let ids) = choice { unseenIDs = ids } else { unseenIDs = [] }
    }

    /// Restores every file of the ledger.
    ///
    /// - Throws: `LedgerError` where the ledger or an output is not what it was; `InputError` and `OutputError`.
    public func restore(to target: Target) throws {
        var reader = try LedgerReader(path: ledgerPath)
        do {
            try follow(&reader, to: target)
        } catch {
            // What a ledger that breaks off describes to its end is restored all the same.
            try single?.appear()
            throw error
        }
        try single?.appear()
        if let failure { throw failure }
        if let unknown = unseenIDs.min() { throw error("has no patch \(unknown)") }
    }

    /// Restores what `reader` tells, a single file but for its name.
    private func follow(_ reader: inout LedgerReader, to target: Target) throws {
        var current: Restoration?
        var unfinishedCount = 0
        var isSkipping = false
        var hasEnd = false
        while let entry = try reader.entry() {
            if case .file = entry, case .single = target, restoredCount > 0 {
                single = nil
                throw error("the ledger has several files; give -o with a folder, or with a name that ends in /")
            }
            do {
                switch entry {
                case .header: break
                case .file(let file):
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
                    try finished.verify(sums, checksInput: isWhole)
                    if case .tree = target { try finished.appear() } else { single = finished }
                    restoredCount += 1
                case .end:
                    hasEnd = true
                    try refuseRest()
                }
            } catch {
                // The other files of the ledger are restored all the same.
                current = nil
                isSkipping = true
                fail(error)
            }
        }
        guard failure != nil || hasEnd && current == nil && unfinishedCount == 0 else {
            throw error("is cut short: \(restoredCount) files were restored, the others are not described to their end")
        }
    }

    /// Keeps `error` for the end, where it is thrown unless another one follows.
    private func fail(_ error: any Error) {
        if let failure { onError(failure) }
        failure = error
        isRestLeft = true
    }

    /// Tells of bytes behind those that the ledger describes: they are in nothing that is restored.
    private func refuseRest() throws {
        guard let source, !isRestLeft, try source.holdsMore() else { return }
        throw LedgerError(
            file: source.path,
            what:
                "goes on after byte \(source.position), where the ledger says it ends; what stands before is restored, "
                + "what was added is not in it")
    }

    private var isWhole: Bool {
        if case .all = choice { true } else { false }
    }

    private func isChosen(_ patch: LedgerPatch) -> Bool {
        switch choice {
        case .all: true
        case .some(let rules, _): unseenIDs.remove(patch.id) != nil || rules.contains(patch.rule)
        }
    }

    private func begin(_ file: LedgerFile, _ target: Target) throws -> Restoration {
        guard !file.output.isEmpty else { throw error("is that of a dry run: nothing was written") }
        let path = try path(of: file)
        if source?.path != path || (source?.position ?? 0) > file.outputStart {
            if source?.path != path {
                do { try refuseRest() } catch { fail(error) }
            }
            source = OutputSource(path: path)
            isRestLeft = false
        }
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
