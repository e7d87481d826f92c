// path -> file -> decoded where it is gzip or zstd -> converted where --encoding says so -> looked at for the format ->
// cut into batches of records. Opened again, an input gives the same batches again.

/// An input that is being read.
struct OpenedInput {
    /// What the workers need to know of it.
    let name: InputName
    private let source: InputSource
    private var reader: any RecordReader

    /// Opens `item`, which is input `number` of its run, and tells its format.
    init(_ item: InputFile, number: Int, _ options: CleanOptions) throws(InputError) {
        source = try InputSource(
            path: item.path, spool: item.spool, windowLogLimit: options.windowLogLimit)
        var bytes = PeekedSource(source)
        var encoding = options.encoding
        if encoding == .utf16 {
            _ = try bytes.peek(2)
            encoding = bytes.peeked.starts(with: ByteOrderMark.utf16BigEndian) ? .utf16BigEndian : .utf16LittleEndian
        }
        if let encoding { bytes = PeekedSource(ConvertedSource(bytes, from: encoding, file: item.path)) }
        let format: InputFormat
        if let known = options.format {
            format = known
        } else {
            let detector = FormatDetector(file: item.path, textField: options.textField, limits: options.limits)
            format = try detector.format(of: &bytes)
        }
        var table: CSVTable?
        switch format {
        case .text: reader = TextReader(bytes, limits: options.limits)
        case .jsonl: reader = JSONLReader(bytes, limits: options.limits)
        case .csv, .tsv:
            let header = try CSVTable(&bytes, delimiters: format.delimiters, options, file: item.path)
            reader = CSVReader(bytes, delimiter: header.delimiter, limits: options.limits)
            table = header
        case .warc: reader = WARCReader(bytes, limits: options.limits, file: item.path)
        }
        name = InputName(
            number: number, path: item.path, id: item.relativePath, site: item.site, format: format, encoding: encoding,
            compression: source.compression, table: table)
    }

    /// Whether the next batch would come at once.
    var isReady: Bool { source.isReady }

    /// What is known of the container once all has been read; nil where there is none.
    var container: Container? { source.container }

    /// The next batch; nil at the end.
    mutating func nextBatch() throws(InputError) -> RecordBatch? {
        try reader.nextBatch()
    }
}
