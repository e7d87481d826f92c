// The input `{"a":1}\n{"b":2}\r\n{"c"` gives, when 12 bytes are at hand, the batch `{"a":1}\n` (record 1), then
// `{"b":2}\r\n` (record 2) and at the end `{"c"` (record 3): joined again, the batches are the input.
import CKernels

/// Reads lines in batches: blank lines, CRLF, a byte order mark and a missing last newline pass through as they are.
public struct JSONLReader: RecordReader {
    private var buffer: RecordBuffer
    private let limits: RecordLimits
    private var recordNumber = 1
    private var isInOversizedLine = false
    /// Whether the last batch had no room for all lines at hand.
    private var isCut = false

    /// Makes a reader of `source`.
    public init(_ source: any ByteSource, limits: RecordLimits = RecordLimits()) {
        buffer = RecordBuffer(source, limits)
        self.limits = limits
    }

    /// The next whole lines, as many as fit or are there without waiting, or a piece of a line over the limit.
    public mutating func nextBatch() throws(InputError) -> RecordBatch? {
        if isInOversizedLine { return try nextPiece() }
        // One byte over the limit: a line feed, or the proof that the line is too long.
        let mostBytes = limits.maxRecordBytes + 1
        var searched = 0
        while true {
            // A short read means that nothing more is there yet: whole lines are not kept waiting, nor are those of before.
            let isShort = isCut || buffer.fill()
            isCut = false
            if buffer.isAtEnd, buffer.bytes.count < mostBytes {
                if buffer.bytes.isEmpty { try buffer.throwFailure() }
                // After a failure the last line is read as far as it came: the scanner says whether it is whole.
                return batch(wholeLines(upTo: buffer.bytes.count), content: .whole)
            }
            guard isShort || buffer.bytes.count >= limits.batchBytes else { continue }
            if let lineEnd = buffer.bytes.lastLineEnd(from: searched) {
                return batch(wholeLines(upTo: lineEnd), content: .whole)
            }
            searched = buffer.bytes.count
            if searched == mostBytes {
                isInOversizedLine = true
                return batch(mostBytes, content: .oversizedPiece)
            }
        }
    }

    /// The next piece of a line over the limit: up to its end, or as much as a batch holds.
    private mutating func nextPiece() throws(InputError) -> RecordBatch? {
        _ = buffer.fill()
        let lineEnd = buffer.bytes.firstLineEnd(from: 0)
        isInOversizedLine = lineEnd == nil && !buffer.isAtEnd
        let piece = batch(
            lineEnd ?? buffer.bytes.count, content: isInOversizedLine ? .oversizedPiece : .oversizedEnd)
        return piece
            ?? RecordBatch(
                bytes: [], firstRecordNumber: recordNumber, offset: buffer.offset, content: .oversizedEnd)
    }

    /// Where the first lines of a batch end that has no more of them than a batch may have.
    private mutating func wholeLines(upTo end: Int) -> Int {
        let limited = buffer.bytes.withUnsafeBytes { bytes in
            let lines = UnsafeRawBufferPointer(rebasing: bytes[..<end])
            var offset = 0
            for _ in 0..<RecordLimits.batchRecordCount {
                guard let lineEnd = lines.firstLineEnd(from: offset) else { return end }
                offset = lineEnd
            }
            return offset
        }
        isCut = limited < end
        return limited
    }

    /// Hands out the first `count` bytes; nil when there are none.
    private mutating func batch(_ count: Int, content: RecordBatch.Content) -> RecordBatch? {
        guard count > 0 else { return nil }
        let offset = buffer.offset
        let number = recordNumber
        let bytes = buffer.take(count)
        recordNumber += bytes.withUnsafeBufferPointer { tamis_count_newlines($0.baseAddress!, $0.count) }
        return RecordBatch(bytes: bytes, firstRecordNumber: number, offset: offset, content: content)
    }
}
