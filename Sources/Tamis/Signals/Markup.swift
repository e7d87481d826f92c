// What is left of HTML in text that should have none:
//
//     Read <b>more</b> at Smith &amp; Sons" class="alignnone" width='30'
//          ^^^    ^^^^          ^^^^^       ^^^^^^^^^^^^^^^^^ ^^^^^^^^^^
//
// A tag is `<`, perhaps `/`, an ASCII letter or `!`, and everything to the next `>`, with no `<` between. An entity is
// `&`, a name or `#` and a number, and `;`. An attribute is a name, `=`, and a value in quotes that ends on the same line.

/// Gives `body` the tags, entities and attributes in `bytes`, as ranges that do not overlap, in order.
///
/// Linear in the bytes, whatever they are.
func forEachMarkup(in bytes: UnsafeBufferPointer<UInt8>, _ body: (ByteRange) -> Void) {
    var offset = 0
    var covered = 0
    while true {
        offset = markupStarters.first(in: bytes, from: offset)
        guard offset < bytes.count else { return }
        let found: ByteRange? =
            switch bytes[offset] {
            case UInt8(ascii: "<"): tag(in: bytes, at: offset)
            case UInt8(ascii: "&"): entity(in: bytes, at: offset)
            default: attribute(in: bytes, at: offset, after: covered)
            }
        if let found {
            body(found)
            covered = found.upperBound
            offset = covered
        } else {
            offset += 1
        }
    }
}

private let markupStarters = ByteSet("<&=".utf8)

private func tag(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> ByteRange? {
    var offset = start + 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "/") { offset += 1 }
    guard offset < bytes.count, bytes[offset].isASCIILetter || bytes[offset] == UInt8(ascii: "!") else { return nil }
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") {
        offset += 1
        if bytes[offset - 1] == UInt8(ascii: ">") { return start..<offset }
    }
    return nil
}

/// The longest name in HTML has 31 letters.
private func entity(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> ByteRange? {
    var offset = start + 1
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
    let name = offset
    while offset < bytes.count, offset - name < 31, bytes[offset].isASCIILetter || bytes[offset].isASCIIDigit {
        offset += 1
    }
    guard offset - name >= 1, offset < bytes.count, bytes[offset] == UInt8(ascii: ";") else { return nil }
    return start..<offset + 1
}

private func attribute(in bytes: UnsafeBufferPointer<UInt8>, at equals: Int, after covered: Int) -> ByteRange? {
    var start = equals
    while start > covered, bytes[start - 1].isInAttributeName { start -= 1 }
    guard start < equals, equals + 1 < bytes.count else { return nil }
    let quote = bytes[equals + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var offset = equals + 2
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") {
        offset += 1
        if bytes[offset - 1] == quote { return start..<offset }
    }
    return nil
}

extension UInt8 {
    fileprivate var isInAttributeName: Bool {
        isASCIILetter || isASCIIDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: ":")
    }
}
