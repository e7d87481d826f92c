import Tamis

/// Reads all inputs of a run once: batches are worked on by several threads, results taken in the inputs' order.
struct InputPass {
    let items: [InputFile]
    let options: CleanOptions
    /// The numbers of the inputs that are passed over.
    var finished: Set<Int> = []

    /// Calls `work` on every batch and `consume` on every step with the result of its batch.
    ///
    /// - Parameters:
    ///   - isStopped: Whether no more is to be read.
    ///   - work: What is made of a batch; runs on the workers.
    ///   - consume: Takes each step of the inputs in order, with what `work` made of it where it is a batch.
    func run<Output: Sendable>(
        isStopped: () -> Bool = { false }, work: @escaping @Sendable (RecordBatch, InputName) -> Output,
        consume: (InputStep, Output?) throws -> Void
    ) throws {
        var feed = InputFeed(items, options, finished: finished)
        try OrderedMap.run(
            threads: options.threadCount, byteBudget: options.corpus?.shares.batches ?? Self.byteBudget,
            byteCount: { $0.byteCount }, makeScratch: {}, isInputReady: { feed.isReady },
            next: { isStopped() ? nil : feed.step() },
            work: { (_, step) -> (InputStep, Output?) in
                guard case .batch(let batch, let name) = step else { return (step, nil) }
                return (step, work(batch, name))
            },
            consume: { step, output in
                if step.byteCount > 0 { options.onBytesRead?(step.byteCount) }
                try consume(step, output)
            })
    }

    /// The most bytes of input on the way from the reader to the writer, unless one record is larger or a budget is given.
    private static let byteBudget = 64 << 20
}
