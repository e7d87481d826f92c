/// Bytes of JSON put together where there is room for them: no check and no comma comes between its parts.
struct JSONBytes {
    /// Where the next byte goes.
    private(set) var end: UnsafeMutablePointer<UInt8>

    /// Adds bytes as they are.
    @inline(__always)
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        end.update(from: base, count: bytes.count)
        end += bytes.count
    }

    /// Adds ASCII.
    @inline(__always)
    mutating func add(literal: StaticString) { end += end.store(literal: literal) }

    /// Adds a string of which no character needs an escape, without quotes.
    @inline(__always)
    mutating func add(plain text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// Adds a string with its quotes, from bytes that are known to be UTF-8: up to six times as many, and two.
    @inline(__always)
    mutating func add(string utf8: UnsafeBufferPointer<UInt8>) {
        add(literal: "\"")
        end += JSONString.store(valid: utf8, at: end)
        add(literal: "\"")
    }

    /// Adds a whole number.
    @inline(__always)
    mutating func add(integer value: Int) { end += end.store(integer: value) }
}
