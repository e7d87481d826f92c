/// Reads whole rows of CSV or TSV in batches; the header is row 1, and the bytes pass through as they are.
public struct CSVReader: RecordReader {
    private var buffer: RecordBuffer
    private let limits: RecordLimits
    private var finder: CSVRowFinder
    private var recordNumber = 1
    /// How many bytes of the buffer the finder has seen.
    private var seenCount = 0
    private var isInOversizedRow = false
    /// Whether the last batch had no room for all rows at hand, which are then handed on without a read that may wait.
    private var isCut = false

    /// Makes a reader of `source`, whose fields `delimiter` separates.
    init(_ source: any ByteSource, delimiter: UInt8, limits: RecordLimits = RecordLimits()) {
        buffer = RecordBuffer(source, limits)
        finder = CSVRowFinder(delimiter: delimiter)
        self.limits = limits
    }

    /// The next whole rows, as many as fit or are there without waiting, or a piece of a row over the limit.
    public mutating func nextBatch() throws(InputError) -> RecordBatch? {
        if isInOversizedRow { return nextPiece() }
        // One byte over the limit: a line feed, or the proof that the row is too long.
        let mostBytes = limits.maxRecordBytes + 1
        while true {
            let isShort = isCut || buffer.fill()
            let rows = findRows()
            isCut = rows.count == RecordLimits.batchRecordCount
            if isCut { return batch(rows.end, rowCount: rows.count, .whole) }
            if buffer.isAtEnd, buffer.bytes.count < mostBytes {
                if buffer.bytes.isEmpty {
                    try buffer.throwFailure()
                    return nil
                }
                guard buffer.isCutShort else { return batch(buffer.bytes.count, rowCount: rows.count, .whole) }
                return rows.end > 0
                    ? batch(rows.end, rowCount: rows.count, .whole)
                    : batch(buffer.bytes.count, rowCount: 1, .cutShort)
            }
            if isShort || buffer.bytes.count >= limits.batchBytes, rows.end > 0 {
                return batch(rows.end, rowCount: rows.count, .whole)
            }
            if buffer.bytes.count == mostBytes {
                isInOversizedRow = true
                return batch(mostBytes, rowCount: 0, .oversizedPiece)
            }
        }
    }

    /// The next piece of a row over the limit: up to its end, or as much as a batch holds.
    private mutating func nextPiece() -> RecordBatch {
        _ = buffer.fill()
        let end = buffer.bytes.withUnsafeBytes { finder.nextEnd(in: $0, from: 0) }
        isInOversizedRow = end == nil && !buffer.isAtEnd
        seenCount = end ?? buffer.bytes.count
        return batch(
            end ?? buffer.bytes.count, rowCount: isInOversizedRow ? 0 : 1,
            isInOversizedRow ? .oversizedPiece : .oversizedEnd)
    }

    /// The rows that end in the bytes not seen yet, as many as a batch may have: where the last ends, and how many.
    private mutating func findRows() -> (end: Int, count: Int) {
        var rows = (end: 0, count: 0)
        buffer.bytes.withUnsafeBytes { bytes in
            while rows.count < RecordLimits.batchRecordCount {
                guard let end = finder.nextEnd(in: bytes, from: seenCount) else {
                    seenCount = bytes.count
                    return
                }
                seenCount = end
                rows = (end, rows.count + 1)
            }
        }
        return rows
    }

    private mutating func batch(_ count: Int, rowCount: Int, _ content: RecordBatch.Content) -> RecordBatch {
        let offset = buffer.offset
        let number = recordNumber
        recordNumber += rowCount
        seenCount -= count
        return RecordBatch(
            bytes: buffer.take(count), firstRecordNumber: number, offset: offset, content: content)
    }
}
