/// What the header of CSV or TSV says of every row.
struct CSVTable: Sendable {
    /// What separates the fields.
    let delimiter: UInt8
    let columnCount: Int
    /// The column with the text.
    let text: Int
    /// Other columns that are read; nil where there is none.
    let id: Int?
    let site: Int?
    let title: Int?
    let url: Int?
    let language: Int?

    /// Reads the header at the start of `source`, which is looked at and not used up.
    init(
        _ source: inout PeekedSource, delimiter: UInt8, _ options: CleanOptions, file: String
    ) throws(InputError) {
        let header = try Self.header(of: &source, delimiter: delimiter, limits: options.limits)
        if let flaw = header.flaw {
            throw InputError("in the header " + flaw.what, file: file, record: 1, byteOffset: flaw.offset)
        }
        let names = header.names
        func column(_ field: FieldPath?) -> Int? {
            guard let field, field.components.count == 1 else { return nil }
            return names.firstIndex(of: field.components[0])
        }
        // Nothing at all is a table without rows.
        guard let text = names.isEmpty ? 0 : column(options.textField) else {
            let known = names.prefix(20).map { String(decoding: $0.prefix(80), as: UTF8.self) }
            throw InputError(
                "there is no column '\(options.textField)'", file: file, record: 1,
                advice: "name the text by --text-field; the header has: " + known.joined(separator: ", "))
        }
        if options.annotatesTables, let name = options.annotationField, names.contains(Array(name.utf8)) {
            throw InputError(
                "there is a column '\(name)' already", file: file, record: 1,
                advice: "name another by --annotation-field")
        }
        let fields = RecordFields(options)
        options.sightings?.note(fields) { column(fields.paths[$0]) != nil }
        self.delimiter = delimiter
        columnCount = names.count
        self.text = text
        id = column(options.idField)
        site = column(options.siteField)
        title = column(options.titleField)
        url = column(options.urlField)
        language = column(options.languageField)
    }

    /// The names of the columns, from as much of `source` as the first row takes.
    private static func header(
        of source: inout PeekedSource, delimiter: UInt8, limits: RecordLimits
    ) throws(InputError) -> (names: [[UInt8]], flaw: (offset: Int, what: String)?) {
        var finder = CSVRowFinder(delimiter: delimiter)
        var seen = 0
        while true {
            let end = source.peeked.withUnsafeBytes { finder.nextEnd(in: $0, from: seen) }
            seen = source.peeked.count
            if end == nil, seen <= limits.maxRecordBytes, try source.peek(seen + 1) { continue }
            let batch = RecordBatch(
                bytes: Array(source.peeked[..<(end ?? seen)]), firstRecordNumber: 1, offset: 0)
            var rows = CSVRows(batch, delimiter: delimiter)
            guard let row = rows.next() else { return ([], nil) }
            return (row.fields.map { $0.decoded(in: batch.bytes).bytes }, row.flaw)
        }
    }
}
