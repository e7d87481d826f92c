// `{"text":"a"}` and a line end: JSON Lines. `{"text":` and a line end, or `[1] Notes`: text. `id,text` over `7,a`: CSV.
// `<!doctype html>`: refused, with the command that extracts the article.

/// Tells an input's format by its first bytes, and by its name where they fit none.
public struct FormatDetector: Sendable {
    private let file: String
    private let textField: FieldPath
    private let limits: RecordLimits

    /// How many bytes are looked at before a long first line needs more.
    private static let peekBytes = 64 << 10

    /// Makes a detector for `file`, which its errors name.
    ///
    /// - Parameter textField: What the column of the text must be called for an input to be taken for CSV or TSV.
    public init(
        file: String, textField: FieldPath = FieldPath(key: "text"), limits: RecordLimits = RecordLimits()
    ) {
        self.file = file
        self.textField = textField
        self.limits = limits
    }

    /// The format of `source`, of which as much is looked at as the decision takes: no more than is there where a first
    /// line or row decides, so that a slow input is not waited for.
    ///
    /// The input is JSON Lines when its first line that is not blank is a whole JSON object; CSV or TSV when its first row
    /// names a column `textField` among others and the second has as many fields; WARC by its
    /// line of version; else what the end of its name claims, such as `.csv`; else text. UTF-16, HTML, JSON that is not
    /// in lines, and binary files are refused, most of them by name.
    public func format(of source: inout PeekedSource) throws(InputError) -> InputFormat {
        while true {
            let verdict = firstVerdict(source.peeked)
            if case .format(let format) = verdict { return format }
            guard verdict == .open, source.peeked.count < Self.peekBytes, try source.peekOnce(upTo: Self.peekBytes)
            else { break }
        }
        _ = try source.peek(Self.peekBytes)
        if try startsWithObject(&source) { return .jsonl }
        if case .format(let format) = table(source.peeked, isAll: true) { return format }
        if let refusal = RefusedFormats.first(matching: source.peeked) ?? RefusedFormats.json(source.peeked) {
            throw InputError("is " + refusal.what, file: file, advice: refusal.advice(file == "-" ? "FILE" : file))
        }
        // Where the content tells nothing the name does: records that have a flaw must not pass for an article.
        return InputFormat(suffixOf: file) ?? .text
    }

    /// What some first bytes tell.
    private enum Verdict: Equatable {
        case format(InputFormat)
        case no
        /// More bytes may tell.
        case open
    }

    /// The format that whole first lines tell, whatever follows them.
    private func firstVerdict(_ bytes: [UInt8]) -> Verdict {
        first(of: [archive, records, { table($0, isAll: false) }], bytes)
    }

    /// The format that the first of several looks tells that tells one.
    private func first(of looks: [([UInt8]) -> Verdict], _ bytes: [UInt8]) -> Verdict {
        var verdict = Verdict.no
        for look in looks {
            switch look(bytes) {
            case .format(let format): return .format(format)
            case .open: verdict = .open
            case .no: break
            }
        }
        return verdict
    }

    /// Whether the bytes begin a WARC file.
    private func archive(_ bytes: [UInt8]) -> Verdict {
        let version = Array("WARC/1.".utf8)
        return bytes.starts(with: version) ? .format(.warc) : version.starts(with: bytes) ? .open : .no
    }

    /// Whether the first line that is not blank is an object of JSON.
    private func records(_ bytes: [UInt8]) -> Verdict {
        let start = firstOfRecord(bytes)
        guard start < bytes.count else { return .open }
        guard bytes[start] == UInt8(ascii: "{") else { return .no }
        guard let end = bytes.firstLineEnd(from: start) else { return .open }
        var scanner = JSONScanner(fields: [])
        return (try? scanner.scan(bytes[start..<end].span)) != nil ? .format(.jsonl) : .no
    }

    /// Whether the first two rows are those of a table with a column for the text, by any delimiter.
    ///
    /// The second may lack its end where `isAll` says that there is no more.
    private func table(_ bytes: [UInt8], isAll: Bool) -> Verdict {
        guard textField.components.count == 1 else { return .no }
        let looks = [InputFormat.csv, .tsv].flatMap { format in
            format.delimiters.map { delimiter in { table(format, $0, delimiter, isAll) } }
        }
        return first(of: looks, bytes)
    }

    private func table(_ format: InputFormat, _ bytes: [UInt8], _ delimiter: UInt8, _ isAll: Bool) -> Verdict {
        var finder = CSVRowFinder(delimiter: delimiter)
        func end(from start: Int) -> Int? { bytes.withUnsafeBytes { finder.nextEnd(in: $0, from: start) } }
        guard let headerEnd = end(from: 0) ?? (isAll ? bytes.count : nil) else { return .open }
        func firstRow(_ range: Range<Int>) -> (row: CSVRow, bytes: [UInt8])? {
            let batch = RecordBatch(bytes: Array(bytes[range]), firstRecordNumber: 1, offset: 0)
            var rows = CSVRows(batch, delimiter: delimiter)
            return rows.next().map { ($0, batch.bytes) }
        }
        guard let (header, line) = firstRow(0..<headerEnd), header.flaw == nil, header.fields.count > 1 else {
            return .no
        }
        let names = header.fields.map { $0.decoded(in: line).bytes }
        guard names.contains(textField.components[0]), Set(names).count == names.count else { return .no }
        let second = end(from: headerEnd)
        guard second != nil || isAll else { return .open }
        guard let (row, _) = firstRow(headerEnd..<(second ?? bytes.count)) else { return .format(format) }
        let isWhole = second != nil
        let fits = isWhole ? row.flaw == nil && row.fields.count == names.count : row.fields.count <= names.count
        return fits ? .format(format) : .no
    }

    /// Whether the first line that is not blank is a whole JSON object; reads on while it may become one.
    private func startsWithObject(_ source: inout PeekedSource) throws(InputError) -> Bool {
        var scanner = JSONScanner(fields: [])
        var wanted = Self.peekBytes
        while true {
            let hasMore = source.peeked.count >= wanted
            let start = firstOfRecord(source.peeked)
            let end = source.peeked.firstLineEnd(from: start)
            let line = source.peeked[start..<(end ?? source.peeked.count)]
            guard line.first.map({ $0 == UInt8(ascii: "{") }) ?? hasMore else { return false }
            do throws(JSONError) {
                try scanner.scan(line.span)
                if end != nil || !hasMore { return true }
            } catch {
                guard end == nil, hasMore, error.reason == .unexpectedEnd else { return false }
            }
            guard wanted <= limits.maxRecordBytes else { return false }
            wanted = min(wanted * 2, limits.maxRecordBytes + 1)
            _ = try source.peek(wanted)
        }
    }

    /// The offset of the first byte that is neither white space nor a byte order mark.
    private func firstOfRecord(_ bytes: [UInt8]) -> Int {
        let start = bytes.starts(with: ByteOrderMark.utf8) ? 3 : 0
        let spaces: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        return bytes[start...].firstIndex { !spaces.contains($0) } ?? bytes.count
    }
}
