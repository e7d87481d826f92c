// `1,"a\n2,""b"`, then `",3\n` in the next chunk: the line ends inside the quotes are text, so the row ends once, after `3\n`.
// A quote opens only at the start of a field; elsewhere it is a character like any other (RFC 4180, read leniently).

import Glibc

/// Finds where the rows of CSV or TSV end, chunk by chunk.
struct CSVRowFinder {
    private enum State {
        case fieldStart
        case unquoted
        case quoted
        /// After a quote inside a quoted field: the field's end, or the first of two that stand for one.
        case afterQuote
    }

    private let delimiter: UInt8
    private var state = State.fieldStart

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// The offset after the line end of the row that goes on at `start`; nil where it has none yet, and the next call goes
    /// on with the bytes that follow.
    mutating func nextEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var position = start
        while position < bytes.count {
            if state == .quoted {
                guard let base = bytes.baseAddress,
                    let found = memchr(base + position, 0x22, bytes.count - position)
                else { return nil }
                position = UnsafeRawPointer(found) - base + 1
                state = .afterQuote
                continue
            }
            let byte = bytes[position]
            position += 1
            if byte == 0x0A {
                state = .fieldStart
                return position
            }
            if byte == delimiter {
                state = .fieldStart
            } else if byte == 0x22, state != .unquoted {
                state = .quoted
            } else {
                state = .unquoted
            }
        }
        return nil
    }
}
