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
        source = try InputSource(path: item.path, spool: item.spool)
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
            format = try FormatDetector(file: item.path, limits: options.limits).format(of: &bytes)
        }
        reader =
            switch format {
            case .jsonl: JSONLReader(bytes, limits: options.limits)
            case .text: TextReader(bytes, limits: options.limits)
            }
        name = InputName(
            number: number, path: item.path, id: item.relativePath, format: format, encoding: encoding,
            compression: source.compression)
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
