/// Reads whole records of WARC in batches; a record that is no document and over the limit comes in pieces to pass on.
public struct WARCReader: RecordReader {
    private var buffer: RecordBuffer
    private let limits: RecordLimits
    private let file: String
    private var recordNumber = 1
    /// The rest of a record that comes in pieces: how many bytes of its block are left, and what its pieces are.
    private var rest: (byteCount: Int, isText: Bool)?
    /// What ends the input after the records that were handed on.
    private var failure: InputError?

    /// Makes a reader of `source`, called `file` in errors.
    init(_ source: any ByteSource, limits: RecordLimits = RecordLimits(), file: String) {
        buffer = RecordBuffer(source, limits)
        self.limits = limits
        self.file = file
    }

    /// The next whole records, as many as fit or are there without waiting, or a piece of one over the limit.
    public mutating func nextBatch() throws(InputError) -> RecordBatch? {
        if let failure { throw failure }
        if let rest { return try nextPiece(rest.byteCount, isText: rest.isText) }
        while true {
            let isShort = buffer.fill()
            var records = (end: 0, count: 0)
            var pending: WARCRecord?
            do throws(WARCRecord.Flaw) {
                while records.end < buffer.bytes.count {
                    pending = try WARCRecord(buffer.bytes, from: records.end, limit: limits.maxRecordBytes)
                    if let pending, pending.block.lowerBound - pending.start > limits.maxRecordBytes {
                        failure = headerOverTheLimit(at: buffer.offset + pending.start)
                        break
                    }
                    guard let end = pending?.end else { break }
                    records = (end, records.count + 1)
                    pending = nil
                }
            } catch {
                failure = noRecord(error)
            }
            if failure != nil {
                return try records.end > 0 ? batch(records.end, records.count, .whole) : nextBatch()
            }
            if let pending, pending.block.upperBound + 4 - pending.start > limits.maxRecordBytes {
                if records.end > 0 { return batch(records.end, records.count, .whole) }
                let isText = if case .text = pending.kind { true } else { false }
                return try nextPiece(pending.block.upperBound, isText: isText)
            }
            // Without its header nobody knows how much of a record to pass over.
            if pending == nil, records.end == 0, buffer.bytes.count > limits.maxRecordBytes {
                failure = headerOverTheLimit(at: buffer.offset)
                return try nextBatch()
            }
            if records.end > 0, isShort || buffer.isAtEnd || buffer.bytes.count >= limits.batchBytes {
                return batch(records.end, records.count, .whole)
            }
            if buffer.isAtEnd { return try lastBatch(pending) }
        }
    }

    /// What is left at the end of the input.
    private mutating func lastBatch(_ pending: WARCRecord?) throws(InputError) -> RecordBatch? {
        if buffer.bytes.isEmpty {
            try buffer.throwFailure()
            return nil
        }
        // The line ends after the last block are nobody's.
        if let pending, pending.block.upperBound <= buffer.bytes.count {
            return batch(buffer.bytes.count, 1, .whole)
        }
        if !buffer.isCutShort { failure = endsEarly(at: buffer.offset + buffer.bytes.count) }
        return batch(buffer.bytes.count, 1, .cutShort)
    }

    /// The next piece of a record over the limit, of which `byteCount` bytes are left up to the end of its block.
    private mutating func nextPiece(_ byteCount: Int, isText: Bool) throws(InputError) -> RecordBatch? {
        // The line ends behind the block are two or four bytes.
        while !buffer.isAtEnd, buffer.bytes.count < min(byteCount + 4, max(limits.batchBytes, 4)) { _ = buffer.fill() }
        let known = buffer.bytes.count
        var end: Int?
        if byteCount <= known {
            do throws(WARCRecord.Flaw) {
                end = try WARCRecord.end(of: 0..<byteCount, in: buffer.bytes)
            } catch {
                failure = noRecord(error)
                end = byteCount
            }
        }
        if end == nil, buffer.isAtEnd {
            if byteCount > known, !buffer.isCutShort { failure = endsEarly(at: buffer.offset + known) }
            end = known
        }
        let count = end ?? min(byteCount, known)
        rest = end == nil ? (byteCount - count, isText) : nil
        return batch(
            count, rest == nil ? 1 : 0, isText ? (rest == nil ? .oversizedEnd : .oversizedPiece) : .passage)
    }

    private func noRecord(_ flaw: WARCRecord.Flaw) -> InputError {
        InputError(
            flaw.what, file: file, byteOffset: buffer.offset + flaw.offset,
            advice: "make or fetch the file again; what stands before was read")
    }

    private func headerOverTheLimit(at offset: Int) -> InputError {
        InputError(
            "the header of a WARC record is larger than the largest record", file: file, byteOffset: offset,
            advice: "raise --max-record-bytes")
    }

    private func endsEarly(at offset: Int) -> InputError {
        InputError(
            "the WARC data ends too early; what stands before was read", file: file, byteOffset: offset,
            advice: "make or fetch the file again")
    }

    private mutating func batch(
        _ count: Int, _ recordCount: Int, _ content: RecordBatch.Content
    ) -> RecordBatch {
        let offset = buffer.offset
        let number = recordNumber
        recordNumber += recordCount
        return RecordBatch(
            bytes: buffer.take(count), firstRecordNumber: number, offset: offset, content: content)
    }
}
