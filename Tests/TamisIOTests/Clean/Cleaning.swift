import Tamis
import Testing

@testable import TamisIO

/// A run over one input, in a folder of its own, and the way back.
struct Cleaning {
    let output: [UInt8]
    let ledger: [UInt8]
    let summary: Summary
    let errors: [InputError]

    /// Cleans `input`.
    init(_ input: [UInt8], _ change: (inout CleanOptions) throws -> Void = { _ in }) throws {
        var options = CleanOptions()
        options.settings.signals = []
        options.keepsLedger = true
        try change(&options)
        var result: (output: [UInt8], ledger: [UInt8], summary: Summary)?
        var errors: [InputError] = []
        try withTemporaryFolder { folder in
            write(input, to: folder + "/input")
            let run = CleanRun(
                options, to: options.writing == .nothing ? .none : .single(try OutputFile(path: folder + "/output")),
                ledger: try LedgerWriter(try OutputFile(path: folder + "/ledger"), options: options),
                onError: { errors.append($0) })
            try run.clean(InputTree([folder + "/input"]).files)
            result = (contents(of: folder + "/output") ?? [], contents(of: folder + "/ledger") ?? [], run.summary)
        }
        (output, ledger, summary) = try #require(result)
        self.errors = errors
    }

    /// Cleans the text of `input`.
    init(_ input: String, _ change: (inout CleanOptions) throws -> Void = { _ in }) throws {
        try self.init(Array(input.utf8), change)
    }

    /// The output as text.
    var text: String { String(decoding: output, as: UTF8.self) }

    /// What `restore` makes of an output and a ledger, by default the run's own.
    func restored(
        _ choice: Restorer.Choice = .all, output: [UInt8]? = nil, ledger: [UInt8]? = nil
    ) throws -> [UInt8] {
        var result: [UInt8]?
        try withTemporaryFolder { folder in
            write(output ?? self.output, to: folder + "/output")
            write(ledger ?? self.ledger, to: folder + "/ledger")
            let restorer = Restorer(ledgerPath: folder + "/ledger", outputs: [folder + "/output"], choice: choice)
            try restorer.restore(to: .single(try OutputFile(path: folder + "/restored")))
            result = contents(of: folder + "/restored")
        }
        return try #require(result)
    }

    /// The lines of the ledger of one type, such as `patch`.
    func entries(_ type: String) throws -> [JSONValue] {
        try ledger.split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }.filter { $0["type"]?.text == type }
    }
}
