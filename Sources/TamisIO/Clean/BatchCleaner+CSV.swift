// A row is spliced like a record of JSON Lines. For a cut of `b` from a text in quotes:
//
//     7,"a ""b""",1.10      a patch at the three raw bytes `""b""` spells the cut
//     7,"a ",1.10
//
// A text without quotes gets them where it needs them after a repair, each as a patch of the rule `quoting`.

import Tamis

extension BatchCleaner {
    /// Cleans the rows of a batch of CSV or TSV.
    func cleanRows(of batch: RecordBatch, _ file: InputName, _ result: inout CleanedBatch) {
        guard let table = file.table else { return }
        for row in CSVRows(batch, delimiter: table.delimiter) {
            if row.recordNumber == 1 {
                passHeader(row, of: batch, table, &result)
            } else if row.isBlank {
                pass(row.range, of: batch, record: row.recordNumber, &result)
            } else {
                do throws(InputError) {
                    try clean(row, of: batch, file, table, &result)
                } catch {
                    reject(row.range, of: batch, record: row.recordNumber, error, &result)
                }
            }
        }
    }

    /// Calls `body` with the document of each row, or the reason why it cannot be read.
    func forEachRow(
        of batch: RecordBatch, _ file: InputName, _ body: (Result<ReadDocument, InputError>) throws -> Void
    ) rethrows {
        guard let table = file.table else { return }
        for row in CSVRows(batch, delimiter: table.delimiter) where row.recordNumber > 1 && !row.isBlank {
            let document: Result<ReadDocument, InputError>
            do throws(InputError) {
                let (read, address, _) = try read(row, of: batch, file, table)
                document = .success(
                    ReadDocument(document: read, address: address, record: row.recordNumber, rawRange: row.range))
            } catch {
                document = .failure(error)
            }
            try body(document)
        }
    }

    private func read(
        _ row: CSVRow, of batch: RecordBatch, _ file: InputName, _ table: CSVTable
    ) throws(InputError) -> (document: Document, address: String?, text: DecodedText) {
        func error(_ what: String, at offset: Int) -> InputError {
            InputError(
                what, file: file.path, record: row.recordNumber, byteOffset: batch.offset + offset,
                advice: "mend or remove the row")
        }
        if let flaw = row.flaw { throw error(flaw.what, at: flaw.offset) }
        guard row.fields.count == table.columnCount else {
            throw error(
                "the row has \(row.fields.count) fields, the header has \(table.columnCount)", at: row.range.lowerBound)
        }
        func value(_ column: Int?) -> String? {
            column.map { String(decoding: row.fields[$0].decoded(in: batch.bytes).bytes, as: UTF8.self) }
        }
        let text = row.fields[table.text].decoded(in: batch.bytes)
        let address = value(table.url)
        let document = Document(
            id: value(table.id) ?? "\(file.path):\(row.recordNumber)",
            site: value(table.site) ?? address.flatMap { CanonicalAddress($0)?.host },
            title: value(table.title), language: value(table.language).flatMap { Language(tag: $0) }, utf8: text.bytes)
        return (document, address, text)
    }

    private func clean(
        _ row: CSVRow, of batch: RecordBatch, _ file: InputName, _ table: CSVTable, _ result: inout CleanedBatch
    ) throws(InputError) {
        let (document, address, text) = try read(row, of: batch, file, table)
        let (cleaned, outcome) = try clean(document, record: row.recordNumber, of: file)
        let start = result.output.count
        if removes(cleaned, outcome) {
            return remove(row.range, of: batch, record: row.recordNumber, cleaned, outcome, &result)
        }
        if options.writesJSONL {
            return convert(
                row.range, of: batch, record: row.recordNumber, address: address, cleaned, outcome,
                rawRange: { text.rawRange(of: $0) }, &result)
        }
        let field = row.fields[table.text]
        var splice = Splice(row.range, record: row.recordNumber, of: batch, options, document: document.id)
        let opensQuotes =
            !field.isQuoted && options.writing == .cleaned && needsQuotes(cleaned, delimiter: table.delimiter)
        var quotes = opensQuotes ? CSVQuotes(of: field, in: batch.bytes) : CSVQuotes()
        for finding in cleaned.findings {
            let raw = text.rawRange(of: finding.range)
            quotes.insert(upTo: raw, into: &splice, &result)
            let isQuoted = field.isQuoted || opensQuotes
            splice.apply(
                finding, at: raw, isQuoted ? finding.replacement.doublingQuotes : finding.replacement, &result)
        }
        quotes.finish(into: &splice, &result)
        if let annotation = annotation(of: cleaned, outcome, table) {
            splice.insert(annotation, at: row.content.upperBound, &result)
        }
        splice.finish(&result)
        tally(cleaned, outcome, inputBytes: row.range.count, outputBytes: result.output.count - start, &result)
    }

    /// Whether the cleaned text would be read as something else without quotes around it.
    private func needsQuotes(_ cleaned: CleanedDocument, delimiter: UInt8) -> Bool {
        guard !cleaned.findings.isEmpty else { return false }
        let text = cleaned.utf8
        return text.first == 0x22 || text.contains { $0 == delimiter || $0 == 0x0A || $0 == 0x0D }
    }

    /// The header goes out as it came, and with the name of the annotation where there is one.
    private func passHeader(
        _ row: CSVRow, of batch: RecordBatch, _ table: CSVTable, _ result: inout CleanedBatch
    ) {
        guard let name = options.annotationField, options.annotatesTables, options.writing != .nothing,
            !options.writesJSONL
        else {
            return pass(row.range, of: batch, record: 1, &result)
        }
        var splice = Splice(row.range, record: 1, of: batch, options, document: "")
        splice.insert(
            [table.delimiter] + Array(name.utf8).asField(unlessPlainFor: table.delimiter), at: row.content.upperBound,
            &result)
        splice.finish(&result)
    }

    private func annotation(
        of cleaned: CleanedDocument, _ outcome: DocumentOutcome?, _ table: CSVTable
    ) -> [UInt8]? {
        guard options.annotationField != nil, options.annotatesTables, options.writing != .nothing else { return nil }
        var writer = JSONWriter()
        writer.annotation(
            of: cleaned, outcome, listsFindings: options.writing == .annotated, signalKeys: signalKeys)
        return [table.delimiter] + writer.take().asField
    }
}

/// The quotes that a text without them gets: before, after, and one more beside each inside.
private struct CSVQuotes {
    /// Where one goes, in ascending order.
    private var places: ArraySlice<Int> = []
    private var end: Int?
    /// Whether the next is the one before the text, which no cut takes.
    private var isOpening = true

    init() {}

    init(of field: CSVField, in bytes: [UInt8]) {
        places = [field.range.lowerBound] + field.range.filter { bytes[$0] == 0x22 }
        end = field.range.upperBound
    }

    /// Puts in those before a cut, and drops those within it.
    mutating func insert(upTo cut: ByteRange, into splice: inout Splice, _ result: inout CleanedBatch) {
        while let place = places.first, place < cut.upperBound || isOpening && place == cut.lowerBound {
            places.removeFirst()
            if isOpening || !cut.contains(place) { splice.insert([0x22], at: place, rule: "quoting", &result) }
            isOpening = false
        }
    }

    /// Puts in the rest.
    mutating func finish(into splice: inout Splice, _ result: inout CleanedBatch) {
        guard let end else { return }
        insert(upTo: end..<end, into: &splice, &result)
        splice.insert([0x22], at: end, rule: "quoting", &result)
    }
}

extension [UInt8] {
    /// The bytes with every quote twice.
    fileprivate var doublingQuotes: [UInt8] {
        contains(0x22) ? flatMap { $0 == 0x22 ? [$0, $0] : [$0] } : self
    }

    /// The bytes as a field, in quotes where they need them.
    fileprivate func asField(unlessPlainFor delimiter: UInt8) -> [UInt8] {
        contains { [0x22, 0x0A, 0x0D, delimiter].contains($0) } ? asField : self
    }

    /// The bytes as a field in quotes.
    fileprivate var asField: [UInt8] {
        [0x22] + doublingQuotes + [0x22]
    }
}
