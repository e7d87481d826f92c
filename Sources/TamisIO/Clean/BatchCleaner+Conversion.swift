// A row or an archived text that leaves as a record of JSON Lines takes its whole raw record with it into the ledger, as one
// patch of the rule `conversion`; what the rules found stands beside it, listed and not applied one by one.

import Tamis

extension BatchCleaner {
    /// Writes the raw record at `range` as a record of JSON Lines; `rawRange` says where ranges of its text stand.
    func convert(
        _ range: ByteRange, of batch: RecordBatch, record: Int, address: String?, _ cleaned: CleanedDocument,
        _ outcome: DocumentOutcome?, rawRange: (ByteRange) -> ByteRange, _ result: inout CleanedBatch
    ) {
        let start = result.output.count
        let text = cleaned.document.utf8
        let cuts = options.writing == .annotated ? [] : cleaned.findings
        let findings = cuts.withInvalidBytesReplaced(in: text)
        let isConverted = findings.count > cuts.count
        if options.writing != .nothing {
            result.output += self.record(
                of: cleaned, outcome, address: address, text.applying(findings), isConverted: isConverted)
        }
        if options.keepsLedger {
            let document = PatchMembers.DocumentMember(cleaned.document.id)
            let listed = options.writing == .annotated ? cleaned.findings : findings
            for finding in listed {
                let raw = rawRange(finding.range)
                let members = result.members.append(finding, document: document, isApplied: false, removed: [])
                result.patches.append(
                    Patch(
                        record: record, offset: raw.lowerBound, length: raw.count, outputOffset: start,
                        outputLength: raw.count, members: members))
            }
            noteConversion(range, of: batch, record: record, document: document, from: start, &result)
        }
        tally(
            cleaned, outcome, isConverted: isConverted, inputBytes: range.count,
            outputBytes: result.output.count - start,
            &result)
    }

    /// Writes bytes that are no document's as they are; where texts become records they have no place.
    func pass(_ range: ByteRange, of batch: RecordBatch, record: Int, _ result: inout CleanedBatch) {
        if options.writesJSONL {
            noteConversion(range, of: batch, record: record, document: nil, from: result.output.count, &result)
        } else if options.writing != .nothing {
            result.output.append(contentsOf: batch.bytes[range])
        }
    }

    /// A record of JSON Lines with the document's text as it leaves.
    func record(
        of cleaned: CleanedDocument, _ outcome: DocumentOutcome?, address: String? = nil, _ text: [UInt8],
        isConverted: Bool
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("id")
        writer.string(cleaned.document.id)
        if let address {
            writer.key("url")
            writer.string(address)
        }
        writer.key("text")
        writer.string(text.span)
        if let name = options.annotationField {
            writer.key(named: name)
            writer.annotation(
                of: cleaned, outcome, isConverted: isConverted, listsFindings: options.writing == .annotated,
                signalKeys: signalKeys)
        }
        writer.endObject()
        writer.newline()
        return writer.take()
    }

    private func noteConversion(
        _ range: ByteRange, of batch: RecordBatch, record: Int, document: PatchMembers.DocumentMember?, from start: Int,
        _ result: inout CleanedBatch
    ) {
        guard options.keepsLedger, options.writing != .nothing else { return }
        let members = result.members.append(
            rule: "conversion", reason: nil, document: document, removed: batch.bytes[range])
        result.patches.append(
            Patch(
                record: record, offset: range.lowerBound, length: range.count, outputOffset: start,
                outputLength: result.output.count - start, members: members))
    }
}
