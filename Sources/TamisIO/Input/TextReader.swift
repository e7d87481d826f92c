/// Reads a whole input as one record, or in pieces when it is over the limit.
///
/// An empty input is one empty record.
public struct TextReader: RecordReader {
    private var buffer: RecordBuffer
    private let limits: RecordLimits
    private var state = State.start

    private enum State { case start, oversized, done }

    /// Makes a reader of `source`.
    public init(_ source: any ByteSource, limits: RecordLimits = RecordLimits()) {
        buffer = RecordBuffer(source, limits)
        self.limits = limits
    }

    /// The whole input the first time, nil the second; or a piece of an input over the limit.
    public mutating func nextBatch() throws(InputError) -> RecordBatch? {
        switch state {
        case .start: return readWhole()
        case .oversized: return readPiece()
        case .done:
            try buffer.throwFailure()
            return nil
        }
    }

    private mutating func readWhole() -> RecordBatch {
        while !buffer.isAtEnd, buffer.bytes.count <= limits.maxRecordBytes { _ = buffer.fill() }
        let isWhole = buffer.bytes.count <= limits.maxRecordBytes || buffer.isCutShort
        state = isWhole ? .done : .oversized
        return batch(content: buffer.isCutShort ? .cutShort : isWhole ? .whole : .oversizedPiece)
    }

    private mutating func readPiece() -> RecordBatch {
        while !buffer.isAtEnd, buffer.bytes.count < limits.batchBytes { _ = buffer.fill() }
        if buffer.isAtEnd { state = .done }
        return batch(content: buffer.isAtEnd ? .oversizedEnd : .oversizedPiece)
    }

    private mutating func batch(content: RecordBatch.Content) -> RecordBatch {
        let offset = buffer.offset
        return RecordBatch(
            bytes: buffer.take(buffer.bytes.count), firstRecordNumber: 1, offset: offset, content: content)
    }
}
