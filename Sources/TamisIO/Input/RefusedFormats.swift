/// A format that is recognised so that its name and the way out can be told.
struct RefusedFormat: Sendable {
    /// The format's name, after "is".
    let what: String
    /// What to do with the file called so.
    let advice: @Sendable (_ file: String) -> String
    /// Whether the first bytes of an input are of this format.
    let matches: @Sendable ([UInt8]) -> Bool
}

/// The formats that are recognised and refused, most specific first.
enum RefusedFormats {
    /// The format that `bytes`, the start of an input, are of; nil when none is recognised.
    static func first(matching bytes: [UInt8]) -> RefusedFormat? {
        all.first { $0.matches(bytes) }
    }

    /// The kind of JSON that `bytes` start, given that the first line is no whole object; nil when it may be text.
    static func json(_ bytes: [UInt8]) -> RefusedFormat? {
        let start = bytes.starts(with: ByteOrderMark.utf8) ? 3 : 0
        return bytes.span.extracting(droppingFirst: start).withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var cursor = JSONCursor(bytes: base, end: bytes.count, position: 0)
            cursor.skipSpace()
            let isArray = cursor.byte == UInt8(ascii: "[")
            if isArray {
                cursor.position += 1
                cursor.skipSpace()
            }
            guard cursor.byte == UInt8(ascii: "{") else { return nil }
            let brace = cursor.position
            cursor.position += 1
            cursor.skipSpace()
            let isSpread = bytes[brace..<cursor.position].contains(0x0A)
            guard isArray || isSpread, (try? cursor.skipKey()) != nil else { return nil }
            return isArray ? jsonArray : spreadJSON
        }
    }

    private static let all: [RefusedFormat] = [
        magic("gzip inside a compressed file", [0x1F, 0x8B]) { "unpack it once: zstd -dc \($0) | tamis clean" },
        magic("zstd inside a compressed file", [0x28, 0xB5, 0x2F, 0xFD]) {
            "unpack it once: zstd -dc \($0) | tamis clean"
        },
        magic("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) { "unpack it on the way: xzcat \($0) | tamis clean" },
        magic("bzip2", Array("BZh".utf8), then: Array("1AY&SY".utf8), at: 4) {
            "unpack it on the way: bzcat \($0) | tamis clean"
        },
        magic("a zip archive", [0x50, 0x4B, 0x03, 0x04]) { "unpack it first: unzip \($0)" },
        magic("a tar archive", [], then: Array("ustar".utf8), at: 257) { "unpack it first: tar -xf \($0)" },
        magic("PDF", Array("%PDF-".utf8)) { "extract its text first: pdftotext \($0) - | tamis clean" },
        magic("Parquet", Array("PAR1".utf8)) { _ in "export it as JSON Lines first" },
        magic("UTF-32", [0xFF, 0xFE, 0x00, 0x00]) { "convert it: iconv -f utf-32 -t utf-8 \($0) | tamis clean" },
        magic("UTF-32", [0x00, 0x00, 0xFE, 0xFF]) { "convert it: iconv -f utf-32 -t utf-8 \($0) | tamis clean" },
        utf16("utf-16le", ByteOrderMark.utf16LittleEndian, zeroAt: 1),
        utf16("utf-16be", ByteOrderMark.utf16BigEndian, zeroAt: 0),
        RefusedFormat(
            what: "HTML, not an article's text",
            advice: { "extract the article: trafilatura < \($0) | tamis clean, or trafilatura -u URL | tamis clean" },
            matches: isHTML),
        RefusedFormat(
            what: "binary data, not text",
            advice: { _ in "pass over such files by --exclude, or say what it is by --from or --encoding" },
            matches: isBinary),
    ]

    private static let jsonArray = RefusedFormat(
        what: "a JSON array, not JSON Lines", advice: { "write one object per line: jq -c '.[]' \($0) | tamis clean" },
        matches: { _ in false })

    private static let spreadJSON = RefusedFormat(
        what: "JSON over several lines, not JSON Lines",
        advice: { "write one object per line: jq -c . \($0) | tamis clean" },
        matches: { _ in false })

    private static func magic(
        _ what: String, _ start: [UInt8], then: [UInt8] = [], at offset: Int = 0,
        _ advice: @escaping @Sendable (String) -> String
    ) -> RefusedFormat {
        RefusedFormat(what: what, advice: advice) {
            $0.starts(with: start) && $0.dropFirst(offset).starts(with: then)
        }
    }

    /// UTF-16 by its byte order mark, or by a zero in most pairs at `zeroAt` and none in the other place.
    private static func utf16(_ name: String, _ mark: [UInt8], zeroAt place: Int) -> RefusedFormat {
        RefusedFormat(what: "UTF-16", advice: { _ in "say so: --encoding \(name)" }) { bytes in
            if bytes.starts(with: mark) { return true }
            let pairs = bytes.count / 2
            guard pairs >= 8 else { return false }
            let zeros = (0..<pairs).count { bytes[2 * $0 + place] == 0 && bytes[2 * $0 + 1 - place] != 0 }
            let others = (0..<pairs).count { bytes[2 * $0 + 1 - place] == 0 }
            return zeros * 10 >= pairs * 7 && others == 0
        }
    }

    /// Whether there are zero bytes and many that are no UTF-8: no text has both.
    ///
    /// Of a few bytes that is not said.
    @Sendable private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let otherCount = bytes.count { $0 != 0 }
        guard bytes.count >= 256, otherCount < bytes.count else { return false }
        let strayCount = String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
        return strayCount > 0 && strayCount * 20 >= otherCount
    }

    @Sendable private static func isHTML(_ bytes: [UInt8]) -> Bool {
        var start = bytes.prefix(4096)
        if start.starts(with: ByteOrderMark.utf8) { start = start.dropFirst(3) }
        start = start.drop { [0x20, 0x09, 0x0A, 0x0D, 0x0C].contains($0) }
        // Bytes, since strings are compared by their canonical forms, in which marks without end are slow.
        let lower = start.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        func begins(_ name: String, at offset: Int = 0) -> Bool { lower[offset...].starts(with: name.utf8) }
        if begins("<!doctype html") { return true }
        if begins("<?xml") {
            return lower.indices.contains { begins("<!doctype html", at: $0) || begins("<html ", at: $0) }
        }
        return ["<html>", "<html ", "<html\n", "<html\r", "<html\t"].contains { begins($0) }
    }
}
