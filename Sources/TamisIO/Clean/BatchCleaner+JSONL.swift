// A record is spliced, never parsed and printed again. For a cut of "b" and an annotation:
//
//     {"n":1.10,"text":"a\nb","id":7}
//                         └─────┐ the raw bytes that spell the cut, from the decoded range
//     {"n":1.10,"text":"a\n","id":7,"tamis":{…}}
//                                  └─ goes in after the last value
//
// All other bytes are copied.

import Tamis

extension BatchCleaner {
    /// Cleans the lines of a JSONL batch.
    func cleanLines(of batch: RecordBatch, _ file: InputName, _ result: inout CleanedBatch) {
        result.output.reserveCapacity(options.writing == .nothing ? 0 : batch.bytes.count + batch.bytes.count / 2)
        if options.keepsLedger { result.members = PatchMembers(capacity: batch.bytes.count) }
        var scanner = JSONScanner(fields: fields.paths)
        for line in batch.lines {
            guard !batch.bytes[line.content].isBlank else {
                write(batch.bytes[line.range], &result)
                continue
            }
            do throws(InputError) {
                try clean(line, of: batch, file, &scanner, &result)
            } catch {
                reject(line.range, of: batch, record: line.recordNumber, error, &result)
            }
        }
    }

    private func clean(
        _ line: RecordLine, of batch: RecordBatch, _ file: InputName, _ scanner: inout JSONScanner,
        _ result: inout CleanedBatch
    ) throws(InputError) {
        if passesRecords {
            let document = corpus.documents?.document(file: file.number, record: line.recordNumber)
            var outcome: DocumentOutcome?
            if let document { outcome = try corpus.documents?.outcome(of: document) }
            if outcome?.duplication == nil {
                result.representativeCount += outcome.isRepresentative ? 1 : 0
                // A record that was compared was read to be compared; that its bytes are the same is seen at the end.
                let isChecked = document.map { corpus.documents?.isTextRepeated(in: $0) == false } ?? false
                if !isChecked { try check(line, of: batch, file, &scanner, &result) }
                return pass(line, of: batch, &result)
            }
        }
        let record = line.content.lowerBound
        let (document, decoded, isRepeated) = try read(line, of: batch, file, &scanner)
        let (cleaned, outcome) = try clean(document, record: line.recordNumber, of: file)
        if isRepeated { result.repeatedFieldCount += 1 }
        let start = result.output.count
        if removes(cleaned, outcome) {
            // A byte order mark before the first record stays.
            write(batch.bytes[line.range.lowerBound..<line.content.lowerBound], &result)
            remove(
                record..<line.range.upperBound, of: batch, record: line.recordNumber, cleaned, outcome, &result)
            return
        }
        var splice = Splice(line, of: batch, options, document: cleaned.document.id)
        var escapeCount = 0
        let findings = cleaned.findings.span
        for index in findings.indices {
            let raw = decoded.rawRange(of: findings[index].range, after: &escapeCount)
            var replacement: [UInt8] = []
            if !findings[index].replacement.isEmpty {
                JSONString.encode(findings[index].replacement.span, into: &replacement)
            }
            splice.apply(
                findings[index], at: record + raw.lowerBound..<record + raw.upperBound, replacement, &result)
        }
        if options.annotationField != nil, options.writing != .nothing {
            splice.insert(annotation(of: cleaned, outcome), at: record + scanner.lastValueEnd, &result)
        }
        splice.finish(&result)
        tally(cleaned, outcome, inputBytes: line.range.count, outputBytes: result.output.count - start, &result)
    }

    /// Checks that a record can be read.
    private func check(
        _ line: RecordLine, of batch: RecordBatch, _ file: InputName, _ scanner: inout JSONScanner,
        _ result: inout CleanedBatch
    ) throws(InputError) {
        let place = RecordPlace(line, of: batch, file)
        let text = try locateText(in: batch.bytes.span.extracting(line.content), place, &scanner)
        if text.isRepeated { result.repeatedFieldCount += 1 }
    }

    /// Passes a record on as it is.
    private func pass(_ line: RecordLine, of batch: RecordBatch, _ result: inout CleanedBatch) {
        let start = result.output.count
        write(batch.bytes[line.range], &result)
        result.summary.addInput(byteCount: line.range.count)
        result.summary.addOutcome(.kept, byteCount: result.output.count - start)
    }

    /// Calls `body` with the document of each line of a JSONL batch, or the reason why it cannot be read.
    func forEachLine(
        of batch: RecordBatch, _ file: InputName, _ body: (Result<ReadDocument, InputError>) throws -> Void
    ) rethrows {
        var scanner = JSONScanner(fields: fields.paths)
        for line in batch.lines where !batch.bytes[line.content].isBlank {
            let document: Result<ReadDocument, InputError>
            do throws(InputError) {
                let (read, _, isRepeated) = try read(line, of: batch, file, &scanner)
                document = .success(
                    ReadDocument(
                        document: read,
                        address: value(fields.url, of: scanner, in: batch.bytes.span.extracting(line.content)),
                        record: line.recordNumber, rawRange: line.content, isTextRepeated: isRepeated))
            } catch {
                document = .failure(error)
            }
            try body(document)
        }
    }

    /// Reads a record.
    private func read(
        _ line: RecordLine, of batch: RecordBatch, _ file: InputName, _ scanner: inout JSONScanner
    ) throws(InputError) -> (document: Document, decoded: DecodedText, isRepeated: Bool) {
        let place = RecordPlace(line, of: batch, file)
        let bytes = batch.bytes.span.extracting(line.content)
        let text = try locateText(in: bytes, place, &scanner)
        options.sightings?.note(fields) { scanner.values[$0] != nil }
        let decoded = JSONString.decode(text, in: bytes)
        let site = value(fields.site, of: scanner, in: bytes)
        let address = site == nil ? value(fields.url, of: scanner, in: bytes) : nil
        let document = Document(
            id: value(fields.id, of: scanner, in: bytes) ?? "\(file.path):\(line.recordNumber)",
            site: site ?? address.flatMap { CanonicalAddress($0)?.host },
            title: scanner.values[fields.title]?.kind == .string ? value(fields.title, of: scanner, in: bytes) : nil,
            language: value(fields.language, of: scanner, in: bytes).flatMap { Language(tag: $0) },
            utf8: decoded.bytes)
        return (document, decoded, text.isRepeated)
    }

    /// Checks a record and finds its text.
    private func locateText(
        in bytes: Span<UInt8>, _ place: RecordPlace, _ scanner: inout JSONScanner
    ) throws(InputError) -> JSONLocation {
        do throws(JSONError) {
            try scanner.scan(bytes)
        } catch {
            throw place.error(error.reason.rawValue, at: error.offset, advice: "mend or remove the line")
        }
        if let name = options.annotationField, let field = fields.annotation, scanner.values[field] != nil {
            throw place.error(
                "the record has a field '\(name)' already", at: 0,
                advice: "name another by --annotation-field, or give --no-annotation")
        }
        guard let text = scanner.values[fields.text] else {
            let keys = topLevelKeys(of: bytes)
            throw place.error(
                "there is no field '\(options.textField)'", at: 0,
                advice: "name the text by --text-field; the record has: \(keys)")
        }
        guard text.kind == .string else {
            throw place.error(
                "the field '\(options.textField)' is no string", at: text.range.lowerBound,
                advice: "name the text by --text-field")
        }
        return text
    }

    /// The value of a field as text: a string decoded, anything else as it is spelled; nil where there is none.
    private func value(_ field: Int?, of scanner: JSONScanner, in bytes: Span<UInt8>) -> String? {
        guard let field, let location = scanner.values[field] else { return nil }
        if location.kind == .string, location.escapeCount > 0 {
            return String(decoding: JSONString.decode(location, in: bytes).bytes, as: UTF8.self)
        }
        return bytes.extracting(location.contents).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    private func annotation(of cleaned: CleanedDocument, _ outcome: DocumentOutcome?) -> [UInt8] {
        guard let name = options.annotationField else { return [] }
        var writer = JSONWriter(membersAfterOthers: true, capacity: 4096)
        writer.key(named: name)
        writer.annotation(
            of: cleaned, outcome, listsFindings: options.writing == .annotated, signalKeys: signalKeys)
        return writer.take()
    }

    private func write(_ bytes: ArraySlice<UInt8>, _ result: inout CleanedBatch) {
        if options.writing != .nothing { result.output.append(contentsOf: bytes) }
    }
}

/// The keys of a record, for a message.
private func topLevelKeys(of bytes: Span<UInt8>) -> String {
    let members = (try? JSONValue(parsing: bytes))?.members ?? []
    let keys = members.prefix(keyLimit).map { String(decoding: $0.key.prefix(80), as: UTF8.self) }
    return keys.joined(separator: ", ") + (members.count > keyLimit ? ", …" : "")
}

/// How many keys a message names.
private let keyLimit = 20

/// Where a record stands, for messages.
private struct RecordPlace {
    let file: String
    let number: Int
    let offset: Int

    init(_ line: RecordLine, of batch: RecordBatch, _ file: InputName) {
        self.file = file.path
        number = line.recordNumber
        offset = batch.offset + line.content.lowerBound
    }

    func error(_ what: String, at offset: Int, advice: String) -> InputError {
        InputError(what, file: file, record: number, byteOffset: self.offset + offset, advice: advice)
    }
}

extension ArraySlice<UInt8> {
    /// Whether there is white space only.
    fileprivate var isBlank: Bool {
        allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}
