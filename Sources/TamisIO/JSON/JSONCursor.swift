// Walks over JSON without building anything. Containers are kept on a stack of bits (1 an object, 0 an array), so
// that `[{"a":[` costs three bits and no recursion.
import CKernels

/// A place in a record's bytes.
struct JSONCursor {
    let bytes: UnsafePointer<UInt8>
    let end: Int
    var position: Int

    /// The byte here; nil at the end.
    var byte: UInt8? {
        @inline(__always) get { position < end ? bytes[position] : nil }
    }

    @inline(__always)
    mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    func error(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason: position < end ? reason : .unexpectedEnd, offset: position)
    }

    /// Steps over a string from its opening quote; returns how many escapes it holds.
    @inline(__always)
    mutating func skipString() throws(JSONError) -> Int {
        position += 1
        let inside = tamis_find_string_end(bytes + position, end - position)
        position += inside.end
        guard position < end, bytes[position] == UInt8(ascii: "\"") else { throw stringError() }
        position += 1
        return inside.escape_count
    }

    /// What is wrong where a string breaks off.
    private func stringError() -> JSONError {
        guard byte == UInt8(ascii: "\\") else { return error(.controlCharacter) }
        var place = self
        place.position += 1
        guard place.byte == UInt8(ascii: "u") else {
            return place.byte == nil ? place.error(.badEscape) : error(.badEscape)
        }
        repeat { place.position += 1 } while place.byte.map(isHexadecimalDigit) ?? false
        return place.byte == nil ? place.error(.badEscape) : error(.badEscape)
    }

    /// Steps over a number from its sign or first digit.
    mutating func skipNumber() throws(JSONError) {
        if byte == UInt8(ascii: "-") { position += 1 }
        if byte == UInt8(ascii: "0") {
            position += 1
        } else {
            try skipDigits()
        }
        if byte == UInt8(ascii: ".") {
            position += 1
            try skipDigits()
        }
        if let sign = byte, sign | 0x20 == UInt8(ascii: "e") {
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            try skipDigits()
        }
        // `01`, `1.5.2`, `0x10`: what follows a number is checked by the caller, and a digit is no comma.
    }

    private mutating func skipDigits() throws(JSONError) {
        let start = position
        while let digit = byte, digit &- UInt8(ascii: "0") <= 9 { position += 1 }
        if position == start { throw error(.badNumber) }
    }

    /// Steps over `true`, `false` or `null`.
    mutating func skipLiteral(_ literal: StaticString) throws(JSONError) {
        let start = position
        for index in 0..<literal.utf8CodeUnitCount {
            guard position < end else { throw error(.unexpectedEnd) }
            guard bytes[position] == literal.utf8Start[index] else {
                throw JSONError(reason: .badLiteral, offset: start)
            }
            position += 1
        }
    }
}

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"):
        true
    default: false
    }
}
