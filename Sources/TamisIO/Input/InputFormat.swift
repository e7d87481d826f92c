/// How records stand in an input.
public enum InputFormat: String, Sendable, CaseIterable {
    /// A whole input is one document.
    case text
    /// A line is a record: one JSON object.
    case jsonl
    /// A row is a record; the first holds the names of the columns, and commas separate them (RFC 4180).
    case csv
    /// As CSV, with tabs.
    case tsv
    /// Records of WARC, or of WET: those with plain text are documents.
    case warc

    /// What separates the fields of a row; nil for formats without rows.
    var delimiter: UInt8? {
        switch self {
        case .csv: UInt8(ascii: ",")
        case .tsv: 0x09
        case .text, .jsonl, .warc: nil
        }
    }
}
