/// The kinds of JSON values.
public enum JSONKind: UInt8, Sendable {
    /// In quotes.
    case string
    /// Any number.
    case number
    /// In braces.
    case object
    /// In brackets.
    case array
    /// The literal `true`.
    case `true`
    /// The literal `false`.
    case `false`
    /// The literal `null`.
    case null
}

extension JSONCursor {
    /// Steps over a value of any kind, around which `depth` containers are open.
    @inline(__always)
    mutating func skipValue(depth: Int) throws(JSONError) -> (kind: JSONKind, escapeCount: Int) {
        guard let first = byte else { throw error(.unexpectedEnd) }
        switch first {
        case UInt8(ascii: "\""): return (.string, try skipString())
        case UInt8(ascii: "{"):
            try skipContainer(depth: depth)
            return (.object, 0)
        case UInt8(ascii: "["):
            try skipContainer(depth: depth)
            return (.array, 0)
        default: return (try skipScalar(first), 0)
        }
    }

    /// Steps over a number or a literal.
    private mutating func skipScalar(_ first: UInt8) throws(JSONError) -> JSONKind {
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try skipNumber()
            return .number
        case UInt8(ascii: "t"):
            try skipLiteral("true")
            return .true
        case UInt8(ascii: "f"):
            try skipLiteral("false")
            return .false
        case UInt8(ascii: "n"):
            try skipLiteral("null")
            return .null
        default: throw error(.expectedValue)
        }
    }

    /// Steps over an object or an array from its opening bracket.
    private mutating func skipContainer(depth outerDepth: Int) throws(JSONError) {
        var containers = JSONContainerStack(outerDepth: outerDepth)
        while true {
            // Here a value starts.
            guard let first = byte else { throw error(.unexpectedEnd) }
            switch first {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = first == UInt8(ascii: "{")
                guard containers.push(isObject: isObject) else { throw error(.tooDeep) }
                position += 1
                skipSpace()
                if byte != (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    if isObject { try skipKey() }
                    continue
                }
            // An empty container is closed below.
            case UInt8(ascii: "\""): _ = try skipString()
            default: _ = try skipScalar(first)
            }
            // Here a value, or the inside of an empty container, has ended.
            inside: while true {
                skipSpace()
                let isObject = containers.isInObject
                switch byte {
                case UInt8(ascii: ","):
                    position += 1
                    skipSpace()
                    if isObject { try skipKey() }
                    break inside
                case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                    position += 1
                    if containers.pop() { return }
                default: throw error(.expectedComma)
                }
            }
        }
    }

    /// Steps over a key, its colon and the white space after it.
    mutating func skipKey() throws(JSONError) {
        guard byte == UInt8(ascii: "\"") else { throw error(.expectedKey) }
        _ = try skipString()
        try skipColon()
    }

    /// Steps over a colon with white space on both sides.
    @inline(__always)
    mutating func skipColon() throws(JSONError) {
        skipSpace()
        guard byte == UInt8(ascii: ":") else { throw error(.expectedColon) }
        position += 1
        skipSpace()
    }
}

/// The open containers, one bit each.
private struct JSONContainerStack {
    private var bits = InlineArray<16, UInt64>(repeating: 0)
    private var depth = 0
    private let room: Int
    /// Whether the innermost container is an object.
    private(set) var isInObject = false

    init(outerDepth: Int) {
        room = JSONLimits.depth - outerDepth
    }

    /// Opens a container; false when that is one too many.
    mutating func push(isObject: Bool) -> Bool {
        guard depth < room else { return false }
        let bit = UInt64(1) << UInt64(depth & 63)
        bits[depth >> 6] = isObject ? bits[depth >> 6] | bit : bits[depth >> 6] & ~bit
        depth += 1
        isInObject = isObject
        return true
    }

    /// Closes the innermost container; true when none is left.
    mutating func pop() -> Bool {
        depth -= 1
        guard depth > 0 else { return true }
        isInObject = bits[(depth - 1) >> 6] >> UInt64((depth - 1) & 63) & 1 == 1
        return false
    }
}
