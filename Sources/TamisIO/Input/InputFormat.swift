/// How records stand in an input.
public enum InputFormat: String, Sendable, CaseIterable {
    /// A whole input is one document.
    case text
    /// A line is a record: one JSON object.
    case jsonl
    /// A row is a record; the first holds the names of the columns. Commas separate them (RFC 4180), or semicolons.
    case csv
    /// As CSV, with tabs.
    case tsv
    /// Records of WARC, or of WET: those with plain text are documents.
    case warc

    /// The format that the end of a file's name claims, that of a compression left out; nil where it claims none.
    init?(suffixOf name: String) {
        var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false).dropFirst()
        if parts.last == "gz" || parts.last == "zst" { parts.removeLast() }
        switch parts.last {
        case "jsonl", "ndjson", "json": self = .jsonl
        case "csv": self = .csv
        case "tsv": self = .tsv
        case "warc", "wet": self = .warc
        default: return nil
        }
    }

    /// What may separate the fields of a row, the first most likely; none for formats without rows.
    var delimiters: [UInt8] {
        switch self {
        case .csv: [UInt8(ascii: ","), UInt8(ascii: ";")]
        case .tsv: [0x09]
        case .text, .jsonl, .warc: []
        }
    }
}
