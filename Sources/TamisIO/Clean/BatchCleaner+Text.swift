import Tamis

extension BatchCleaner {
    /// Cleans a text, which is one record, into a text or a JSONL record.
    func cleanText(_ batch: RecordBatch, _ file: InputName, _ result: inout CleanedBatch) throws(InputError) {
        let document = Document(id: file.id, site: file.site, utf8: batch.bytes)
        let (cleaned, outcome) = try clean(document, record: 1, of: file)
        if removes(cleaned, outcome) {
            remove(0..<batch.bytes.count, of: batch, record: 1, cleaned, outcome, &result)
            return
        }
        var findings = options.writing == .annotated ? [] : cleaned.findings
        let ruleCount = findings.count
        if options.writesJSONL { findings = findings.withInvalidBytesReplaced(in: batch.bytes) }
        let isConverted = findings.count > ruleCount
        var text: [UInt8] = []
        text.reserveCapacity(batch.bytes.count)
        let member = PatchMembers.DocumentMember(file.id)
        var cursor = 0
        for finding in findings {
            text.append(contentsOf: batch.bytes[cursor..<finding.range.lowerBound])
            cursor = finding.range.upperBound
            if options.keepsLedger {
                let isApplied = options.writing != .nothing
                result.patches.append(
                    patch(finding, of: batch, member, at: isApplied ? text.count : nil, &result.members))
            }
            text.append(contentsOf: finding.replacement)
        }
        text.append(contentsOf: batch.bytes[cursor...])
        if options.keepsLedger, options.writing == .annotated {
            // Bytes that JSON cannot hold are replaced all the same; those patches stand among the listed ones.
            result.patches += cleaned.findings.map { patch($0, of: batch, member, at: nil, &result.members) }
            result.patches.sort { $0.offset < $1.offset }
        }
        switch (options.writing, options.writesJSONL) {
        case (.nothing, _): break
        case (_, false): result.output = text
        case (_, true): result.output = record(of: cleaned, outcome, text, isConverted: isConverted)
        }
        tally(
            cleaned, outcome, isConverted: isConverted, inputBytes: batch.bytes.count,
            outputBytes: result.output.count, &result)
    }

    /// The patch of a finding that is applied at an offset of the output, or only listed.
    private func patch(
        _ finding: Finding, of batch: RecordBatch, _ document: PatchMembers.DocumentMember, at outputOffset: Int?,
        _ members: inout PatchMembers
    ) -> Patch {
        let isApplied = outputOffset != nil
        return Patch(
            record: 1, offset: finding.range.lowerBound, length: finding.range.count,
            outputOffset: outputOffset ?? finding.range.lowerBound,
            outputLength: isApplied ? finding.replacement.count : finding.range.count,
            members: members.append(
                finding, document: document, isApplied: isApplied, removed: isApplied ? batch.bytes[finding.range] : [])
        )
    }
}
