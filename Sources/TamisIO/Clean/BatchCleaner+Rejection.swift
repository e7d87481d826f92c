import Tamis

extension BatchCleaner {
    /// Keeps a record that cannot be cleaned out of the output; the ledger takes its bytes.
    func reject(
        _ range: ByteRange, of batch: RecordBatch, record: Int, _ error: InputError, _ result: inout CleanedBatch
    ) {
        result.errors.append(error)
        result.summary.addInput(byteCount: range.count)
        result.summary.addOutcome(.rejected, byteCount: 0)
        takeOut(range, of: batch, record: record, error, &result)
    }

    /// A piece of a record that is not read whole: its bytes go to the ledger, and it is counted once, at its end.
    func reject(_ batch: RecordBatch, of file: InputName) -> CleanedBatch {
        var result = CleanedBatch()
        let error = rejection(of: batch, in: file)
        let range = 0..<batch.bytes.count
        if batch.content == .oversizedPiece {
            result.summary.addInputPiece(byteCount: range.count)
            takeOut(range, of: batch, record: batch.firstRecordNumber, error, &result)
        } else {
            reject(range, of: batch, record: batch.firstRecordNumber, error, &result)
        }
        return result
    }

    /// Why the record cannot be read of which a batch holds a piece.
    func rejection(of batch: RecordBatch, in file: InputName) -> InputError {
        let isCutShort = batch.content == .cutShort
        return InputError(
            isCutShort
                ? "the end of the record cannot be read"
                : "the record is larger than \(options.limits.maxRecordBytes) bytes",
            file: file.path, record: file.format == .text ? nil : batch.firstRecordNumber,
            byteOffset: isCutShort ? batch.offset : nil, advice: isCutShort ? "" : "raise --max-record-bytes")
    }

    /// Leaves patches for bytes that are not passed on: as many as it takes for none to be a giant line of the ledger.
    private func takeOut(
        _ range: ByteRange, of batch: RecordBatch, record: Int, _ error: InputError, _ result: inout CleanedBatch
    ) {
        guard options.keepsLedger else { return }
        let isApplied = options.writing != .nothing
        var start = range.lowerBound
        repeat {
            let end = batch.bytes.pieceEnd(from: start, in: range)
            let piece = isApplied ? batch.bytes[start..<end] : []
            result.patches.append(
                Patch(
                    record: record, offset: start, length: end - start,
                    outputOffset: isApplied ? result.output.count : start, outputLength: isApplied ? 0 : end - start,
                    members: result.members.append(
                        rule: "rejected", reason: error.what, isApplied: isApplied, removed: piece
                    )))
            start = end
        } while start < range.upperBound
    }
}

extension [UInt8] {
    /// Where a piece from `start` ends that is no longer than a patch may be, between two characters where it can.
    fileprivate func pieceEnd(from start: Int, in range: ByteRange) -> Int {
        guard range.upperBound - start > mostPatchBytes else { return range.upperBound }
        var end = start + mostPatchBytes
        while end > start + mostPatchBytes - 3, self[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

/// The most bytes of a rejected record in one patch.
private let mostPatchBytes = 4 << 20
