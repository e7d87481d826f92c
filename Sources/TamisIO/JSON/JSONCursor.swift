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

    /// Steps over a string from its opening quote; true when it holds escapes.
    @inline(__always)
    mutating func skipString() throws(JSONError) -> Bool {
        var hasEscapes = false
        position += 1
        while true {
            position += tamis_find_quote(bytes + position, end - position)
            guard position < end else { throw error(.unexpectedEnd) }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return hasEscapes
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try skipEscape()
            default: throw error(.controlCharacter)
            }
        }
    }

    /// Steps over an escape from its backslash.
    @inline(__always)
    private mutating func skipEscape() throws(JSONError) {
        let start = position
        position += 1
        guard position < end else { throw error(.unexpectedEnd) }
        switch bytes[position] {
        case UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "t"),
            UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
            position += 1
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                guard position < end else { throw error(.unexpectedEnd) }
                guard hexadecimalValue(bytes[position]) != nil else {
                    throw JSONError(reason: .badEscape, offset: start)
                }
                position += 1
            }
        default: throw JSONError(reason: .badEscape, offset: start)
        }
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

/// The value of a hexadecimal digit; nil for other bytes.
@inline(__always)
func hexadecimalValue(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte &- UInt8(ascii: "a") &+ 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte &- UInt8(ascii: "A") &+ 10)
    default: nil
    }
}
