/// A ring of numbered slots, each empty, with an input, at work, or with a result.
///
/// The calling thread adds inputs and takes results, both in order; workers take inputs and put results.
final class WorkRing<Input: Sendable, Output: Sendable>: @unchecked Sendable {
    private enum Slot {
        case empty
        case input(Input)
        case output(Output)
    }

    // All of this is touched under the lock only.
    private var slots: [Slot]
    private var addedCount = 0
    private var takenCount = 0
    private var doneCount = 0
    private var isClosed = false
    /// The byte counts of the inputs, by slot, and their sum over those that are not done.
    private var byteCounts: [Int]
    private var openByteCount = 0
    private let monitor = Monitor()

    init(capacity: Int) {
        slots = Array(repeating: .empty, count: capacity)
        byteCounts = Array(repeating: 0, count: capacity)
    }

    /// Whether every input added has been handed out as a result.
    var isEmpty: Bool {
        monitor.locked { addedCount == doneCount }
    }

    /// Whether another input can be added, and those that are not done are under `byteBudget`.
    func hasRoom(_ byteBudget: Int) -> Bool {
        monitor.locked { addedCount - doneCount < slots.count && openByteCount < byteBudget }
    }

    /// Whether `nextResult` would return at once with a result.
    var isResultReady: Bool {
        monitor.locked { nextOutput != nil }
    }

    /// Adds an input; there must be room.
    func add(_ input: Input, byteCount: Int) {
        monitor.locked {
            byteCounts[addedCount % slots.count] = byteCount
            openByteCount += byteCount
            slots[addedCount % slots.count] = .input(input)
            addedCount += 1
            monitor.signalWork()
        }
    }

    /// The next input and its number, as soon as there is one; nil when the ring is closed.
    func take() -> (number: Int, input: Input)? {
        monitor.locked {
            while !isClosed, takenCount == addedCount { monitor.waitForWork() }
            guard !isClosed, case .input(let input) = slots[takenCount % slots.count] else { return nil }
            slots[takenCount % slots.count] = .empty
            takenCount += 1
            return (takenCount - 1, input)
        }
    }

    /// Puts the result for input `number`.
    func put(_ output: Output, number: Int) {
        monitor.locked {
            slots[number % slots.count] = .output(output)
            if number == doneCount { monitor.signalResult() }
        }
    }

    /// The next result in order, as soon as it is there; nil when every input added has been handed out.
    func nextResult() -> Output? {
        monitor.locked {
            while doneCount < addedCount {
                if let output = nextOutput {
                    slots[doneCount % slots.count] = .empty
                    openByteCount -= byteCounts[doneCount % slots.count]
                    doneCount += 1
                    return output
                }
                monitor.waitForResult()
            }
            return nil
        }
    }

    /// Sends the workers home.
    func close() {
        monitor.locked {
            isClosed = true
            monitor.signalAllWork()
        }
    }

    private var nextOutput: Output? {
        if case .output(let output) = slots[doneCount % slots.count] { output } else { nil }
    }
}
