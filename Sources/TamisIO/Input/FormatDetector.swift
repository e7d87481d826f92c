// `{"text":"a"}` and a line end: JSON Lines. `{"text":` and a line end, or `[1] Notes`: text. `<!doctype html>`: refused,
// with the command that extracts the article.

/// Tells an input's format by its first bytes.
public struct FormatDetector: Sendable {
    private let file: String
    private let limits: RecordLimits

    /// How many bytes are looked at before a long first line needs more.
    private static let peekBytes = 64 << 10

    /// Makes a detector for `file`, which its errors name.
    public init(file: String, limits: RecordLimits = RecordLimits()) {
        self.file = file
        self.limits = limits
    }

    /// The format of `source`, of which as much is looked at as the decision takes.
    ///
    /// The input is JSON Lines when its first line that is not blank is a whole JSON object, else text. Compressed files,
    /// UTF-16, HTML, JSON that is not in lines, and other binary files are refused by name.
    public func format(of source: inout PeekedSource) throws(InputError) -> InputFormat {
        _ = try source.peek(Self.peekBytes)
        if let refusal = RefusedFormats.first(matching: source.peeked) {
            throw InputError("is " + refusal.what, file: file, advice: refusal.advice(file == "-" ? "FILE" : file))
        }
        if try startsWithObject(&source) { return .jsonl }
        if let refusal = RefusedFormats.json(source.peeked) {
            throw InputError("is " + refusal.what, file: file, advice: refusal.advice(file == "-" ? "FILE" : file))
        }
        return .text
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
