import Tamis

extension JSONValue {
    /// Reads one value of any kind with white space around it.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        try self.init(parsing: bytes.span)
    }

    /// Reads one value of any kind with white space around it.
    public init(parsing bytes: Span<UInt8>) throws(JSONError) {
        self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONError) in
            guard let base = bytes.baseAddress else { throw JSONError(reason: .unexpectedEnd, offset: 0) }
            var builder = JSONValueBuilder(cursor: JSONCursor(bytes: base, end: bytes.count, position: 0))
            return try builder.build()
        }
    }
}

/// Builds a value bottom-up: values and keys wait on stacks until their container closes.
private struct JSONValueBuilder {
    var cursor: JSONCursor
    private var values: [JSONValue] = []
    private var keys: [[UInt8]] = []
    private var containers: [(isObject: Bool, firstValue: Int, firstKey: Int)] = []

    init(cursor: JSONCursor) {
        self.cursor = cursor
    }

    mutating func build() throws(JSONError) -> JSONValue {
        cursor.skipSpace()
        repeat {
            switch cursor.byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if try open() { continue }
            default: try addScalar()
            }
            try closeContainers()
        } while !containers.isEmpty
        cursor.skipSpace()
        guard cursor.position == cursor.end else { throw cursor.error(.trailingBytes) }
        return values[0]
    }

    /// Opens a container; true when something is in it.
    private mutating func open() throws(JSONError) -> Bool {
        guard containers.count < JSONLimits.depth else { throw cursor.error(.tooDeep) }
        let isObject = cursor.byte == UInt8(ascii: "{")
        containers.append((isObject, values.count, keys.count))
        cursor.position += 1
        cursor.skipSpace()
        if cursor.byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return false }
        if isObject { try addKey() }
        return true
    }

    /// Steps over the brackets and the comma after a value.
    private mutating func closeContainers() throws(JSONError) {
        while let (isObject, firstValue, firstKey) = containers.last {
            cursor.skipSpace()
            switch cursor.byte {
            case UInt8(ascii: ","):
                cursor.position += 1
                cursor.skipSpace()
                if isObject { try addKey() }
                return
            case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                cursor.position += 1
                containers.removeLast()
                let inside = values[firstValue...]
                let value: JSONValue =
                    isObject
                    ? .object(zip(keys[firstKey...], inside).map { Member(key: $0, value: $1) })
                    : .array(Array(inside))
                values.removeLast(inside.count)
                keys.removeLast(keys.count - firstKey)
                values.append(value)
            default: throw cursor.error(.expectedComma)
            }
        }
    }

    private typealias Member = JSONValue.Member

    private mutating func addKey() throws(JSONError) {
        let start = cursor.position
        guard cursor.byte == UInt8(ascii: "\"") else { throw cursor.error(.expectedKey) }
        let escapeCount = try cursor.skipString()
        keys.append(string(from: start, escapeCount))
        try cursor.skipColon()
    }

    private mutating func addScalar() throws(JSONError) {
        let start = cursor.position
        let value: JSONValue
        let found = try cursor.skipValue(depth: containers.count)
        switch found.kind {
        case .string: value = .string(string(from: start, found.escapeCount))
        case .number:
            let digits = UnsafeBufferPointer(start: cursor.bytes + start, count: cursor.position - start)
            value = .number(String(decoding: digits, as: UTF8.self))
        case .true: value = .boolean(true)
        case .false: value = .boolean(false)
        case .null, .object, .array: value = .null
        }
        values.append(value)
    }

    /// The text of the string that was stepped over from the quote at `start`.
    private func string(from start: Int, _ escapeCount: Int) -> [UInt8] {
        let inside = UnsafeBufferPointer(start: cursor.bytes + start + 1, count: cursor.position - start - 2)
        return JSONString.decode(inside, escapeCount: escapeCount).bytes
    }
}
