import Synchronization
import Tamis
import Testing

@testable import TamisIO

/// Inputs are read more than once, so they must not change meanwhile.
@Suite struct ChangedInputTests {
    /// A run whose input has other words each time it is read, or stays as it is.
    @Test(arguments: [true, false])
    func anInputThatChangesIsAnErrorAndNothingIsRenamed(changes: Bool) throws {
        try withTemporaryFolder { folder in
            let input = folder + "/input.jsonl"
            write(Self.record(0), to: input)
            var options = CleanOptions()
            options.corpus = CorpusOptions()
            options.format = .jsonl
            let readings = Readings()
            if changes { options.onBytesRead = { _ in write(Self.record(readings.next()), to: input) } }
            let run = CleanRun(
                options, to: .single(try OutputFile(path: folder + "/output")), ledger: nil, onError: { _ in })
            var failure = ""
            do {
                try run.clean(InputTree([input]).files)
            } catch {
                failure = "\(error)"
            }
            #expect(failure.contains("changed while it was read") == changes, "\(failure)")
            #expect(names(in: folder).contains("output") != changes)
        }
    }

    private static func record(_ number: Int) -> String {
        "{\"id\":\"a\",\"text\":\"It rained for \(number) days, and the river rose by a metre.\"}\n"
    }
}

/// How often an input was read.
private final class Readings: Sendable {
    private let count = Atomic<Int>(0)

    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
}
