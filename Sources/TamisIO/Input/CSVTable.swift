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
    ///
    /// - Parameter delimiters: What may separate the fields: it is the first by which there is a column for the text.
    init(
        _ source: inout PeekedSource, delimiters: [UInt8], _ options: CleanOptions, file: String
    ) throws(InputError) {
        let textField = options.textField
        var delimiter = delimiters[0]
        var header = try Self.header(of: &source, delimiter: delimiter, limits: options.limits)
        for other in delimiters.dropFirst() where !header.has(textField) {
            let found = try Self.header(of: &source, delimiter: other, limits: options.limits)
            if found.has(textField) { (delimiter, header) = (other, found) }
        }
        if let flaw = header.flaw {
            throw InputError("in the header " + flaw.what, file: file, record: 1, byteOffset: flaw.offset)
        }
        let names = header.names
        let column = header.column
        // Nothing at all is a table without rows.
        guard let text = names.isEmpty ? 0 : column(textField) else {
            let known = names.prefix(20).map { String(decoding: $0.prefix(80), as: UTF8.self) }
            throw InputError(
                "there is no column '\(textField)'", file: file, record: 1,
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

    /// The first row.
    private struct Header {
        /// The names of the columns.
        var names: [[UInt8]] = []
        var flaw: (offset: Int, what: String)?

        /// The column that `field` names; nil where there is none.
        func column(_ field: FieldPath?) -> Int? {
            guard let field, field.components.count == 1 else { return nil }
            return names.firstIndex(of: field.components[0])
        }

        func has(_ field: FieldPath) -> Bool { flaw == nil && column(field) != nil }
    }

    /// The first row, from as much of `source` as it takes.
    private static func header(
        of source: inout PeekedSource, delimiter: UInt8, limits: RecordLimits
    ) throws(InputError) -> Header {
        var finder = CSVRowFinder(delimiter: delimiter)
        var seen = 0
        while true {
            let end = source.peeked.withUnsafeBytes { finder.nextEnd(in: $0, from: seen) }
            seen = source.peeked.count
            if end == nil, seen <= limits.maxRecordBytes, try source.peek(seen + 1) { continue }
            let batch = RecordBatch(
                bytes: Array(source.peeked[..<(end ?? seen)]), firstRecordNumber: 1, offset: 0)
            var rows = CSVRows(batch, delimiter: delimiter)
            guard let row = rows.next() else { return Header() }
            return Header(names: row.fields.map { $0.decoded(in: batch.bytes).bytes }, flaw: row.flaw)
        }
    }
}
