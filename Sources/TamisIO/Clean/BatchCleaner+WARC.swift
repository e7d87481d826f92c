// Only a text that changes changes its record: the text itself, Content-Length, and the digests, each as a patch.
//
//     WARC-Block-Digest: sha1:…     the new block's; a digest of another kind goes, since it would be wrong
//     Content-Length: 1200          the new block's
//     …
//     A text                        the findings' patches
//
// All other records and bytes are copied.

import Tamis

extension BatchCleaner {
    /// Cleans the texts of a batch of WARC records.
    func cleanArchive(_ batch: RecordBatch, _ file: InputName, _ result: inout CleanedBatch) {
        if batch.content == .passage {
            pass(0..<batch.bytes.count, of: batch, record: batch.firstRecordNumber, &result)
            return
        }
        for record in ArchivedRecords(batch) {
            switch record.value.kind {
            case .html:
                result.htmlCount += 1
                pass(record.range, of: batch, record: record.number, &result)
            case .other: pass(record.range, of: batch, record: record.number, &result)
            case .text(let text):
                do throws(InputError) {
                    try clean(record, text, of: batch, file, &result)
                } catch {
                    reject(record.range, of: batch, record: record.number, error, &result)
                }
            }
            if options.writing != .nothing, !options.writesJSONL { result.memberEnds.append(result.output.count) }
        }
    }

    /// Calls `body` with each document of a batch of WARC records.
    func forEachArchivedText(
        of batch: RecordBatch, _ file: InputName, _ body: (Result<ReadDocument, InputError>) throws -> Void
    ) rethrows {
        guard batch.content != .passage else { return }
        for record in ArchivedRecords(batch) {
            guard case .text(let text) = record.value.kind else { continue }
            let (document, address) = document(record, text, in: batch.bytes, file)
            try body(
                .success(
                    ReadDocument(
                        document: document, address: address, record: record.number, rawRange: record.range)))
        }
    }

    private func document(
        _ record: ArchivedRecord, _ text: ByteRange, in bytes: [UInt8], _ file: InputName
    ) -> (document: Document, address: String?) {
        let header = record.value.header
        let address = header.value("warc-target-uri", in: bytes)
        let document = Document(
            id: header.value("warc-record-id", in: bytes) ?? address ?? "\(file.path):\(record.number)",
            site: address.flatMap { CanonicalAddress($0)?.host },
            language: header.value("warc-identified-content-language", in: bytes).flatMap {
                Language(tag: String($0.prefix { $0 != "," }))
            },
            utf8: Array(bytes[text]))
        return (document, address)
    }

    private func clean(
        _ record: ArchivedRecord, _ text: ByteRange, of batch: RecordBatch, _ file: InputName,
        _ result: inout CleanedBatch
    ) throws(InputError) {
        let (document, address) = document(record, text, in: batch.bytes, file)
        let (cleaned, outcome) = try clean(document, record: record.number, of: file)
        if removes(cleaned, outcome) {
            return remove(record.range, of: batch, record: record.number, cleaned, outcome, &result)
        }
        if options.writesJSONL {
            return convert(
                record.range, of: batch, record: record.number, address: address, cleaned, outcome,
                rawRange: { text.lowerBound + $0.lowerBound..<text.lowerBound + $0.upperBound }, &result)
        }
        let start = result.output.count
        var splice = Splice(
            record.range, record: record.number, of: batch, options, document: cleaned.document.id)
        if cleaned.isChanged, options.writing == .cleaned {
            for edit in record.value.headerEdits(in: batch.bytes, text: text, becomes: cleaned.utf8) {
                splice.replace(edit.range, by: edit.bytes, rule: edit.rule, &result)
            }
        }
        for finding in cleaned.findings {
            let raw = text.lowerBound + finding.range.lowerBound..<text.lowerBound + finding.range.upperBound
            splice.apply(finding, at: raw, finding.replacement, &result)
        }
        splice.finish(&result)
        tally(cleaned, outcome, inputBytes: record.range.count, outputBytes: result.output.count - start, &result)
    }
}

/// A record of a batch.
private struct ArchivedRecord {
    let value: WARCRecord
    /// Its number in its file, from 1.
    let number: Int
    /// Its bytes in the batch.
    let range: ByteRange
}

/// The records of a batch, which the reader has found whole.
private struct ArchivedRecords: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var position = 0
    private var number: Int

    init(_ batch: RecordBatch) {
        bytes = batch.bytes
        number = batch.firstRecordNumber
    }

    mutating func next() -> ArchivedRecord? {
        guard position < bytes.count, let record = try? WARCRecord(bytes, from: position) else { return nil }
        let range = position..<(record.end ?? bytes.count)
        position = range.upperBound
        defer { number += 1 }
        return ArchivedRecord(value: record, number: number, range: range)
    }
}

extension WARCRecord {
    /// What must change before the text at `text`, which ends the block, when it becomes other bytes; in ascending order.
    fileprivate func headerEdits(
        in bytes: [UInt8], text: ByteRange, becomes newText: [UInt8]
    ) -> [(range: ByteRange, bytes: [UInt8], rule: String)] {
        var edits: [(range: ByteRange, bytes: [UInt8], rule: String)] = []
        var newBlock = Array(bytes[block.lowerBound..<text.lowerBound])
        // The message's own length comes first, since it is part of the block that is counted and hashed.
        if let length = http?.field("content-length", in: bytes)?.value {
            let newLength = Array("\(newText.count)".utf8)
            edits.append((length, newLength, "content-length"))
            newBlock.replaceSubrange(
                length.lowerBound - block.lowerBound..<length.upperBound - block.lowerBound, with: newLength)
        }
        newBlock += newText
        if let length = header.field("content-length", in: bytes)?.value {
            edits.append((length, Array("\(newBlock.count)".utf8), "content-length"))
        }
        for (name, content) in [
            ("warc-block-digest", newBlock), ("warc-payload-digest", newText),
        ] as [(StaticString, [UInt8])] {
            guard let field = header.field(name, in: bytes) else { continue }
            let old = String(decoding: bytes[field.value], as: UTF8.self)
            let new = old.lowercased().hasPrefix("sha1:") ? sha1(of: content, like: old) : nil
            edits.append(
                new.map { (field.value, Array($0.utf8), "digest") } ?? (field.line, [], "digest"))
        }
        return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The digest of `content`, spelled as `old` is: in base 32, or in hexadecimal digits.
    private func sha1(of content: [UInt8], like old: String) -> String {
        let digest = SHA1.digest(content)
        let isHexadecimal = old.utf8.count == "sha1:".utf8.count + 40
        let digits =
            isHexadecimal ? digest.map { hexadecimalDigits(UInt64($0)).suffix(2) }.joined() : Base32.encode(digest)
        return old.prefix(5) + digits
    }
}
