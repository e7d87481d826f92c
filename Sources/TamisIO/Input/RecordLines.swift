import Tamis

/// A line of a batch.
public struct RecordLine: Sendable, Equatable {
    /// The line's number in the input, from 1.
    public let recordNumber: Int
    /// The line with its line end, in the batch's bytes.
    public let range: ByteRange
    /// The line without its line end (LF or CRLF) and without a byte order mark at the start of the input.
    public let content: ByteRange
}

/// The lines of a batch, cut when they are asked for.
public struct RecordLines: Sequence, IteratorProtocol {
    private let batch: RecordBatch
    private var position = 0
    private var recordNumber: Int

    init(_ batch: RecordBatch) {
        self.batch = batch
        recordNumber = batch.firstRecordNumber
    }

    /// The next line; nil after the last.
    public mutating func next() -> RecordLine? {
        let bytes = batch.bytes
        guard position < bytes.count else { return nil }
        let end = bytes.firstLineEnd(from: position)
        let range = position..<(end ?? bytes.count)
        var contentEnd = range.upperBound
        if end != nil {
            contentEnd -= 1
            if contentEnd > range.lowerBound, bytes[contentEnd - 1] == 0x0D { contentEnd -= 1 }
        }
        var contentStart = range.lowerBound
        if batch.offset + contentStart == 0, bytes[range].starts(with: ByteOrderMark.utf8) { contentStart += 3 }
        defer {
            position = range.upperBound
            recordNumber += 1
        }
        let content = contentStart..<Swift.max(contentStart, contentEnd)
        return RecordLine(recordNumber: recordNumber, range: range, content: content)
    }
}

extension RecordBatch {
    /// The batch's lines in order.
    public var lines: RecordLines {
        RecordLines(self)
    }
}
