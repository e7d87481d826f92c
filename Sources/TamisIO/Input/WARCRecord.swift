// A record of WARC (ISO 28500): a line of version, header fields, a blank line, as many bytes as Content-Length says, and two
// line ends. WET holds records of the type `conversion`, whose block is a page's text.
//
//     WARC/1.0␍␊
//     WARC-Type: conversion␍␊
//     Content-Type: text/plain␍␊
//     Content-Length: 6␍␊
//     ␍␊
//     A text␍␊␍␊

import Tamis

/// A header field: its name, and the range of its value without the space around it.
struct HeaderField: Sendable {
    /// The whole line, line end included.
    let line: ByteRange
    let name: ByteRange
    let value: ByteRange
}

/// The fields of a header of WARC or HTTP, up to the blank line that ends it.
struct HeaderFields: Sendable {
    let fields: [HeaderField]
    /// The offset after the blank line.
    let end: Int

    /// Reads the header whose first line, of version or status, starts at `start`; nil where its blank line has not come.
    init?(_ bytes: [UInt8], from start: Int, upTo limit: Int) {
        var fields: [HeaderField] = []
        guard var position = Self.lineEnd(bytes, start, limit) else { return nil }
        while true {
            guard let next = Self.lineEnd(bytes, position, limit) else { return nil }
            let line = position..<next
            let content = bytes.trimmed(line)
            position = next
            if content.isEmpty { break }
            let isContinued = bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09
            if isContinued, let last = fields.popLast() {
                fields.append(
                    HeaderField(
                        line: last.line.lowerBound..<line.upperBound, name: last.name,
                        value: last.value.lowerBound..<content.upperBound))
            } else if let colon = bytes[content].firstIndex(of: UInt8(ascii: ":")) {
                fields.append(
                    HeaderField(
                        line: line, name: bytes.trimmed(content.lowerBound..<colon),
                        value: bytes.trimmed(colon + 1..<content.upperBound)))
            }
        }
        self.fields = fields
        end = position
    }

    /// The first field called `name`, letters' case ignored.
    func field(_ name: StaticString, in bytes: [UInt8]) -> HeaderField? {
        name.withUTF8Buffer { wanted in
            fields.first { field in
                field.name.count == wanted.count && zip(bytes[field.name], wanted).allSatisfy { $0 | 0x20 == $1 | 0x20 }
            }
        }
    }

    /// The value of the first field called `name` as text.
    func value(_ name: StaticString, in bytes: [UInt8]) -> String? {
        field(name, in: bytes).map { String(decoding: bytes[$0.value], as: UTF8.self) }
    }

    private static func lineEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        bytes[start..<limit].firstIndex(of: 0x0A).map { $0 + 1 }
    }
}

/// A record of WARC at its place in some bytes.
struct WARCRecord: Sendable {
    /// What a record is to a run.
    enum Kind: Sendable {
        /// The bytes at the range are a document's text.
        case text(ByteRange)
        /// It holds HTML, of which an extractor makes a text.
        case html
        /// Anything else: a request, an image, information on the file.
        case other
    }

    let header: HeaderFields
    /// The line of version.
    let start: Int
    /// The bytes that Content-Length counts.
    let block: ByteRange
    /// The header of the HTTP message in the block; nil where there is none.
    let http: HeaderFields?
    let kind: Kind
    /// After the two line ends; nil where they have not come yet, and for a record over the limit, which is not read whole.
    let end: Int?

    /// The most bytes a header may take.
    static let maxHeaderBytes = 1 << 20

    /// Reads the record at `start`, of which at least the header must be there; the block's end may still come.
    ///
    /// - Parameter limit: The most bytes of a record that is read whole.
    /// - Returns: nil where more bytes are needed, `bytes` being all that have come.
    /// - Throws: `Flaw` where there is no record at `start`.
    init?(_ bytes: [UInt8], from start: Int, limit: Int = .max) throws(Flaw) {
        let version = Array("WARC/1.".utf8)
        let shown = bytes[start...].prefix(version.count)
        guard version.starts(with: shown) else { throw Flaw(offset: start, what: "here is no WARC record") }
        guard let header = HeaderFields(bytes, from: start, upTo: bytes.count) else {
            guard bytes.count - start < Self.maxHeaderBytes else {
                throw Flaw(offset: start, what: "the header of the WARC record does not end")
            }
            return nil
        }
        guard let value = header.value("content-length", in: bytes), let length = Int(value), length >= 0,
            length < Int.max - bytes.count - 8
        else { throw Flaw(offset: start, what: "the WARC record has no Content-Length that is a number") }
        self.header = header
        block = header.end..<header.end + length
        self.start = start
        end = block.upperBound + 4 - start > limit ? nil : try Self.end(of: block, in: bytes)
        let known = block.clamped(to: 0..<bytes.count)
        let type = header.value("warc-type", in: bytes) ?? ""
        let contentType = header.value("content-type", in: bytes) ?? ""
        http =
            type == "response" && contentType.hasPrefix("application/http")
            ? HeaderFields(bytes, from: known.lowerBound, upTo: known.upperBound) : nil
        kind = Self.kind(type, contentType, http, bytes, block)
    }

    /// Where bytes are no record, and why.
    struct Flaw: Error {
        let offset: Int
        let what: String
    }

    /// The offset after the two line ends that follow a block; nil where they have not come yet.
    static func end(of block: ByteRange, in bytes: [UInt8]) throws(Flaw) -> Int? {
        var position = block.upperBound
        for _ in 0..<2 {
            if position < bytes.count, bytes[position] == 0x0D { position += 1 }
            guard position < bytes.count else { return nil }
            guard bytes[position] == 0x0A else {
                throw Flaw(
                    offset: block.upperBound, what: "the WARC record does not end where its Content-Length says")
            }
            position += 1
        }
        return position
    }

    private static func kind(
        _ type: String, _ contentType: String, _ http: HeaderFields?, _ bytes: [UInt8], _ block: ByteRange
    ) -> Kind {
        switch type {
        case "conversion", "resource": return isText(contentType) ? .text(block) : isHTML(contentType) ? .html : .other
        case "response":
            guard let http, http.end <= block.upperBound else { return .other }
            let httpType = http.value("content-type", in: bytes) ?? ""
            if isHTML(httpType) { return .html }
            // A body that is packed or sent in pieces is no text as it stands.
            let isPlain = ["content-encoding", "transfer-encoding"].allSatisfy { (name: StaticString) in
                ["", "identity"].contains(http.value(name, in: bytes) ?? "")
            }
            return isText(httpType) && isPlain ? .text(http.end..<block.upperBound) : .other
        default: return .other
        }
    }

    private static func isText(_ contentType: String) -> Bool { mediaType(contentType) == "text/plain" }

    private static func isHTML(_ contentType: String) -> Bool {
        ["text/html", "application/xhtml+xml"].contains(mediaType(contentType))
    }

    private static func mediaType(_ contentType: String) -> String {
        String(contentType.prefix { $0 != ";" && $0 != " " }).lowercased()
    }
}

extension [UInt8] {
    /// `range` without the white space at its ends.
    fileprivate func trimmed(_ range: ByteRange) -> ByteRange {
        let spaces: [UInt8] = [0x20, 0x09, 0x0D, 0x0A]
        let start = self[range].firstIndex { !spaces.contains($0) } ?? range.upperBound
        let end = self[range].lastIndex { !spaces.contains($0) }.map { $0 + 1 } ?? start
        return start..<end
    }
}
