import Tamis

/// A step of a run: what the reading side hands on, in the order of the inputs.
enum InputStep: Sendable {
    /// A file begins.
    case begin(InputName, InputFile)
    /// Records of the file begun last.
    case batch(RecordBatch, InputName)
    /// The file begun last ends, and with it its container where it had one.
    case end(Container?)
    /// An input is finished already, and passed over.
    case finished(InputFile)
    /// A file could not be opened, or not be read to its end.
    case failure(InputError)
}

extension InputStep {
    /// The bytes it holds.
    var byteCount: Int {
        if case .batch(let batch, _) = self { batch.bytes.count } else { 0 }
    }
}

/// Reads the inputs of a run one after another.
struct InputFeed {
    private let items: [InputFile]
    private let options: CleanOptions
    private let finished: Set<Int>
    private var next = 0
    private var input: OpenedInput?
    private var pending: InputStep?

    /// Reads `items` but for those with the numbers `finished`.
    init(_ items: [InputFile], _ options: CleanOptions, finished: Set<Int> = []) {
        self.items = items
        self.options = options
        self.finished = finished
    }

    /// Whether the next step would come at once; results are not kept waiting for a slow input.
    var isReady: Bool { pending != nil || input?.isReady ?? true }

    /// The next step; nil when all inputs have been read.
    mutating func step() -> InputStep? {
        if let step = pending.take() { return step }
        if input == nil {
            guard next < items.count else { return nil }
            let item = items[next]
            next += 1
            if finished.contains(next - 1) { return .finished(item) }
            do throws(InputError) {
                let input = try OpenedInput(item, number: next - 1, options)
                self.input = input
                return .begin(input.name, item)
            } catch {
                return .failure(error)
            }
        }
        return readOn()
    }

    private mutating func readOn() -> InputStep? {
        guard var current = input else { return nil }
        input = nil
        do throws(InputError) {
            guard let batch = try current.nextBatch() else { return .end(current.container) }
            input = current
            return .batch(batch, current.name)
        } catch {
            pending = .end(nil)
            return .failure(error)
        }
    }
}
