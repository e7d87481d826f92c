import CKernels
import Glibc
import Tamis

/// A field of a row.
struct CSVField {
    /// Its bytes, quotes included.
    let range: ByteRange
    let isQuoted: Bool

    /// The bytes between its quotes, or all.
    var inside: ByteRange {
        isQuoted ? range.lowerBound + 1..<range.upperBound - 1 : range
    }

    /// Its text, two quotes inside quotes being one, with the way back.
    func decoded(in bytes: [UInt8]) -> DecodedText {
        let inside = inside
        guard isQuoted, bytes[inside].contains(0x22) else {
            return DecodedText(bytes: Array(bytes[inside]), rawStart: inside.lowerBound, escapes: [])
        }
        var text: [UInt8] = []
        text.reserveCapacity(inside.count)
        var escapes: [tamis_escape] = []
        var position = inside.lowerBound
        while position < inside.upperBound {
            if bytes[position] == 0x22 {
                escapes.append(
                    tamis_escape(
                        decoded_offset: UInt32(text.count), raw_offset: UInt32(position - inside.lowerBound),
                        decoded_count: 1, raw_count: 2))
                position += 1
            }
            text.append(bytes[position])
            position += 1
        }
        return DecodedText(bytes: text, rawStart: inside.lowerBound, escapes: escapes)
    }
}

/// A row of a batch.
struct CSVRow {
    /// Its number in the input; the header is 1.
    let recordNumber: Int
    /// Its bytes with the line end, and with a byte order mark before the first.
    let range: ByteRange
    /// Its fields, in order.
    let fields: [CSVField]
    /// Where it does not follow the rules of quoting, and how.
    let flaw: (offset: Int, what: String)?

    /// The bytes of its fields.
    var content: ByteRange {
        (fields.first?.range.lowerBound ?? range.lowerBound)..<(fields.last?.range.upperBound ?? range.lowerBound)
    }

    /// Whether nothing stands in it.
    var isBlank: Bool { content.isEmpty && fields.count == 1 }
}

/// The rows of a batch, cut when they are asked for, as `CSVRowFinder` finds them.
struct CSVRows: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let offset: Int
    private let delimiter: UInt8
    private var position = 0
    private var recordNumber: Int

    init(_ batch: RecordBatch, delimiter: UInt8) {
        bytes = batch.bytes
        offset = batch.offset
        recordNumber = batch.firstRecordNumber
        self.delimiter = delimiter
    }

    /// The next row; nil after the last.
    mutating func next() -> CSVRow? {
        guard position < bytes.count else { return nil }
        let start = position
        if offset == 0, start == 0, bytes.starts(with: ByteOrderMark.utf8) { position = 3 }
        var fields: [CSVField] = []
        var flaw: (offset: Int, what: String)?
        repeat { fields.append(field(&flaw)) } while consume(delimiter)
        _ = consume(0x0D)
        _ = consume(0x0A)
        defer { recordNumber += 1 }
        return CSVRow(recordNumber: recordNumber, range: start..<position, fields: fields, flaw: flaw)
    }

    /// Reads a field up to its delimiter or line end.
    private mutating func field(_ flaw: inout (offset: Int, what: String)?) -> CSVField {
        let start = position
        guard consume(0x22) else {
            skipUnquoted()
            return CSVField(range: start..<position, isQuoted: false)
        }
        repeat {
            guard let quote = bytes.firstQuote(from: position) else {
                position = bytes.count
                flaw = flaw ?? (start, "a quote opens and does not close")
                return CSVField(range: start..<position, isQuoted: false)
            }
            position = quote + 1
        } while consume(0x22)
        let end = position
        skipUnquoted()
        if position > end { flaw = flaw ?? (end, "text stands after a closing quote") }
        return CSVField(range: start..<position, isQuoted: position == end)
    }

    /// Passes over the bytes before the next delimiter or line end.
    private mutating func skipUnquoted() {
        while position < bytes.count, bytes[position] != delimiter, bytes[position] != 0x0A { position += 1 }
        let isLineEnd = position < bytes.count && bytes[position] == 0x0A
        if isLineEnd, position > 0, bytes[position - 1] == 0x0D { position -= 1 }
    }

    private mutating func consume(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }
}

extension [UInt8] {
    /// The offset of the first quote at or after `start`.
    fileprivate func firstQuote(from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, 0x22, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
