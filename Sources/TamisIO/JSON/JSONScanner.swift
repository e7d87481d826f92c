// In `{"id":7,"text":"a\nb"}` the fields `text` and `site` are found at 15..<21 and nowhere; `lastValueEnd` is 21,
// where `,"tamis":{…}` can be put in.
import Tamis

/// Checks a record strictly (RFC 8259) and locates some of its fields, without building anything.
///
/// Bytes that are not UTF-8 are accepted inside strings. A scanner keeps its storage from one record to the next: make
/// one per worker.
public struct JSONScanner: Sendable {
    /// The fields looked for.
    public let fields: [FieldPath]
    /// The fields' values in the order of `fields`; nil where the record has no such field.
    public private(set) var values: [JSONLocation?]
    /// The offset after the object's last value, or after its opening brace when it is empty.
    public private(set) var lastValueEnd = 0
    /// Whether the object has no members.
    public private(set) var isEmptyObject = true
    private var keys: JSONKeys

    /// Makes a scanner that looks for `fields`.
    public init(fields: [FieldPath]) {
        self.fields = fields
        values = Array(repeating: nil, count: fields.count)
        keys = JSONKeys(fields.map { $0.components[0] })
    }

    /// Checks `record`, one line without its line end, and fills `values`.
    public mutating func scan(_ record: Span<UInt8>) throws(JSONError) {
        try record.withUnsafeBufferPointer { (bytes) throws(JSONError) in try scan(bytes) }
    }

    private mutating func scan(_ record: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        for index in values.indices { values[index] = nil }
        guard let base = record.baseAddress else { throw JSONError(reason: .unexpectedEnd, offset: 0) }
        var cursor = JSONCursor(bytes: base, end: record.count, position: 0)
        cursor.skipSpace()
        guard cursor.byte == UInt8(ascii: "{") else { throw cursor.error(.notAnObject) }
        try scanMembers(&cursor)
        cursor.skipSpace()
        guard cursor.position == cursor.end else { throw cursor.error(.trailingBytes) }
        for index in fields.indices where fields[index].components.count > 1 {
            values[index] = values[index].flatMap { cursor.descend(fields[index].components.dropFirst(), from: $0) }
        }
    }

    /// Steps over the top-level object from its opening brace.
    private mutating func scanMembers(_ cursor: inout JSONCursor) throws(JSONError) {
        cursor.position += 1
        lastValueEnd = cursor.position
        cursor.skipSpace()
        isEmptyObject = cursor.byte == UInt8(ascii: "}")
        if isEmptyObject {
            cursor.position += 1
            return
        }
        while true {
            guard cursor.byte == UInt8(ascii: "\"") else { throw cursor.error(.expectedKey) }
            let keyStart = cursor.position + 1
            let escapeCount = try cursor.skipString()
            let key = UnsafeBufferPointer(start: cursor.bytes + keyStart, count: cursor.position - 1 - keyStart)
            try cursor.skipColon()
            let start = cursor.position
            let value = try cursor.skipValue(depth: 1)
            lastValueEnd = cursor.position
            keys.forEachMatch(of: key, escapeCount: escapeCount) { index in
                values[index] = JSONLocation(
                    kind: value.kind, range: start..<cursor.position, escapeCount: value.escapeCount,
                    isRepeated: values[index] != nil)
            }
            cursor.skipSpace()
            switch cursor.byte {
            case UInt8(ascii: ","):
                cursor.position += 1
                cursor.skipSpace()
            case UInt8(ascii: "}"):
                cursor.position += 1
                return
            default: throw cursor.error(.expectedComma)
            }
        }
    }
}
