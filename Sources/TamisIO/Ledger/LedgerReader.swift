import Tamis

/// What is wrong with a ledger, or with the output that it describes.
public struct LedgerError: Error, Equatable, CustomStringConvertible {
    /// The file concerned.
    public let file: String
    /// What is wrong and what to do.
    public let what: String

    /// The message on one line, safe to print on a terminal.
    public var description: String { TerminalText.escaped("\(file): \(what)") }
}

/// A line of a ledger.
enum LedgerEntry {
    case header
    case file(LedgerFile)
    case patch(LedgerPatch)
    case trailer(LedgerSums)
    case end
}

/// A patch as a ledger gives it; offsets are those of its file.
struct LedgerPatch {
    let id: Int
    let rule: String
    let isApplied: Bool
    let outputOffset: Int
    let outputLength: Int
    let removed: [UInt8]
}

/// The lengths and digests that close a file in a ledger.
struct LedgerSums {
    let inputByteCount: Int
    let inputDigest: String
    let outputByteCount: Int
    let outputDigest: String
}

/// Reads a ledger line by line.
struct LedgerReader {
    private let path: String
    private var reader: JSONLReader
    private var lines: [(number: Int, bytes: [UInt8])] = []
    private var next = 0

    init(path: String) throws(InputError) {
        self.path = path
        // A patch holds a whole document where that was left out, and escapes make it longer than it was.
        reader = JSONLReader(try InputSource(path: path), limits: RecordLimits(maxRecordBytes: .max))
    }

    /// The next entry; nil at the end of the file.
    mutating func entry() throws -> LedgerEntry? {
        while next == lines.count {
            guard let batch = try reader.nextBatch() else { return nil }
            guard !batch.isPiece else { throw error("a line is too long", line: batch.firstRecordNumber) }
            lines = batch.lines.map { ($0.recordNumber, Array(batch.bytes[$0.content])) }
            next = 0
        }
        let (number, bytes) = lines[next]
        next += 1
        guard let value = try? JSONValue(parsing: bytes), let type = value["type"]?.text else {
            throw error("is no line of a ledger; it may have been cut short", line: number)
        }
        let fields = Fields(value: value) { [path] in LedgerError(file: path, what: "line \(number): \($0)") }
        return try entry(type, fields)
    }

    private func entry(_ type: String, _ fields: Fields) throws(LedgerError) -> LedgerEntry {
        switch type {
        case "header":
            let schema = try fields.integer("schema")
            guard schema == LedgerWriter.schema else {
                throw fields.error("schema \(schema) is unknown; this tamis reads schema \(LedgerWriter.schema)")
            }
            return .header
        case "file":
            guard let format = InputFormat(rawValue: try fields.text("format")),
                let outputFormat = InputFormat(rawValue: try fields.text("output_format"))
            else { throw fields.error("the format is unknown") }
            return .file(
                LedgerFile(
                    input: try fields.text("input"), name: try fields.text("name"), output: try fields.text("output"),
                    format: format, outputFormat: outputFormat, encoding: fields.value["encoding"]?.text,
                    outputStart: try fields.count("output_start"), outputRecord: try fields.count("output_record")))
        case "patch":
            let patch = LedgerPatch(
                id: try fields.count("id"), rule: try fields.text("rule"),
                isApplied: fields.value["applied"]?.boolean ?? true,
                outputOffset: try fields.count("output_offset"), outputLength: try fields.count("output_length"),
                removed: try fields.removed())
            guard patch.outputOffset <= Int.max - patch.outputLength else {
                throw fields.error("'output_offset' and 'output_length' are more than any file holds")
            }
            return .patch(patch)
        case "trailer":
            return .trailer(
                LedgerSums(
                    inputByteCount: try fields.count("input_bytes"), inputDigest: try fields.text("input_xxh3"),
                    outputByteCount: try fields.count("output_bytes"), outputDigest: try fields.text("output_xxh3")))
        case "end": return .end
        default: throw fields.error("the type '\(type)' is unknown")
        }
    }

    private func error(_ what: String, line: Int) -> LedgerError {
        LedgerError(file: path, what: "line \(line): \(what)")
    }
}

/// The members of a ledger's line, which must be there and of their kind.
private struct Fields {
    let value: JSONValue
    let error: (String) -> LedgerError

    func text(_ key: String) throws(LedgerError) -> String {
        guard let text = value[key]?.text else { throw error("'\(key)' is missing or no string") }
        return text
    }

    func integer(_ key: String) throws(LedgerError) -> Int {
        guard let integer = value[key]?.integer else { throw error("'\(key)' is missing or no whole number") }
        return integer
    }

    func count(_ key: String) throws(LedgerError) -> Int {
        let integer = try integer(key)
        guard integer >= 0 else { throw error("'\(key)' is negative") }
        return integer
    }

    func removed() throws(LedgerError) -> [UInt8] {
        if let text = value["removed"]?.bytes { return text }
        guard let text = value["removed_base64"]?.bytes else { return [] }
        guard let bytes = Base64.decode(text) else { throw error("'removed_base64' is no base64") }
        return bytes
    }
}
