// With two threads, batches 0 1 2 3 … are read and put into a ring of six slots; two workers take them as they come;
// results are handed out in the order 0 1 2 3 …, whichever worker was first.

/// Maps a stream with several threads and keeps its order: a pure `work` gives the same output for any thread count.
public enum OrderedMap {
    /// Calls `work` on each input from `next` and hands the results to `consume` in the inputs' order.
    ///
    /// - Parameters:
    ///   - threads: How many workers; with one, or when the system gives no more, everything runs on the calling thread.
    ///   - byteBudget: How many bytes of inputs may be between `next` and `consume`; one input may always be.
    ///   - byteCount: The bytes of an input, as the budget counts them.
    ///   - makeScratch: Makes what a worker keeps from one input to the next; called once on each worker.
    ///   - isInputReady: Whether `next` would return at once. Where it would not, results that are under way are waited for
    ///     and consumed first, so that a slow input never keeps them back.
    ///   - next: Gives the next input, nil at the end. Runs on the calling thread, in order.
    ///   - work: The function to map. Runs on the workers.
    ///   - consume: Takes the results. Runs on the calling thread, in order.
    /// - Throws: What `next` throws, after the results of the inputs before it were consumed, or what `consume` throws.
    ///   All workers have stopped by then.
    ///
    /// At most `2 * threads + 2` inputs are between `next` and `consume`.
    public static func run<Input: Sendable, Scratch, Output: Sendable>(
        threads: Int,
        byteBudget: Int = .max,
        byteCount: (Input) -> Int = { _ in 0 },
        makeScratch: @escaping @Sendable () -> Scratch,
        isInputReady: () -> Bool = { true },
        next: () throws -> Input?,
        work: @escaping @Sendable (inout Scratch, Input) -> Output,
        consume: (Output) throws -> Void
    ) throws {
        let ring = WorkRing<Input, Output>(capacity: 2 * max(1, threads) + 2)
        let workers = WorkerThreads(count: threads > 1 ? threads : 0) {
            var scratch = makeScratch()
            while let (number, input) = ring.take() { ring.put(work(&scratch, input), number: number) }
        }
        defer {
            ring.close()
            workers.join()
        }
        guard workers.count > 0 else {
            var scratch = makeScratch()
            while let input = try next() { try consume(work(&scratch, input)) }
            return
        }
        var isAtEnd = false
        var failure: (any Error)?
        while true {
            while !isAtEnd, ring.isEmpty || ring.hasRoom(byteBudget) && !ring.isResultReady && isInputReady() {
                do {
                    if let input = try next() { ring.add(input, byteCount: byteCount(input)) } else { isAtEnd = true }
                } catch {
                    // The results of the inputs before are handed out first, as they are with one thread.
                    failure = error
                    isAtEnd = true
                }
            }
            guard let output = ring.nextResult() else { break }
            try consume(output)
        }
        if let failure { throw failure }
    }

    /// Calls `work` on each input and hands the results to `consume` in order, without scratch storage.
    public static func run<Input: Sendable, Output: Sendable>(
        threads: Int, next: () throws -> Input?, work: @escaping @Sendable (Input) -> Output,
        consume: (Output) throws -> Void
    ) throws {
        try run(threads: threads, makeScratch: {}, next: next, work: { _, input in work(input) }, consume: consume)
    }
}
