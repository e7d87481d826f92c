import Tamis

/// Lines of JSON that an engine sends: parsed by several threads, taken in order.
struct JSONLines {
    /// A line, and what to say where it has another shape.
    struct Line: Sendable {
        let value: JSONValue
        let file: String
        let record: Int

        /// The error that this line lacks `what`.
        func refusal(_ what: String) -> InputError {
            InputError(what, file: file, record: record, advice: "see docs/spark.md")
        }

        /// The member `key`, which must be there and have the shape that `read` reads.
        func member<Value>(_ key: String, _ read: (JSONValue) -> Value?) throws(InputError) -> Value {
            guard let value = value[key].flatMap(read) else { throw refusal("lacks \(key)") }
            return value
        }
    }

    private let items: [InputFile]
    private var options = CleanOptions()

    init(_ items: [InputFile]) {
        self.items = items
        options.format = .jsonl
    }

    /// Calls `body` on each line in order; `prepare` makes of it what can be made on the workers.
    ///
    /// - Throws: `InputError` for the first input or line that cannot be read: an engine sends whole lines or has failed.
    func forEach<Prepared: Sendable>(
        prepare: @escaping @Sendable (Line) throws(InputError) -> Prepared, _ body: (Prepared, Line) throws -> Void
    ) throws {
        try InputPass(items: items, options: options).run(
            work: { batch, name in Self.prepared(batch, name, prepare) },
            consume: { step, lines in
                if case .failure(let error) = step { throw error }
                for line in lines ?? [] {
                    let (prepared, line) = try line.get()
                    try body(prepared, line)
                }
            })
    }

    private static func prepared<Prepared: Sendable>(
        _ batch: RecordBatch, _ name: InputName, _ prepare: (Line) throws(InputError) -> Prepared
    ) -> [Result<(Prepared, Line), InputError>] {
        if batch.isPiece {
            return [.failure(InputError("is over the limit", file: name.path, record: batch.firstRecordNumber))]
        }
        return batch.lines.map { line in
            do throws(InputError) {
                guard let value = try? JSONValue(parsing: batch.bytes.span.extracting(line.content)) else {
                    throw InputError("is no line of JSON", file: name.path, record: line.recordNumber)
                }
                let line = Line(value: value, file: name.path, record: line.recordNumber)
                return .success((try prepare(line), line))
            } catch {
                return .failure(error)
            }
        }
    }
}
