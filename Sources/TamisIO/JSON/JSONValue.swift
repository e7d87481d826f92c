/// A JSON value held in memory, for ledgers and settings; articles go through `JSONScanner`.
public enum JSONValue: Sendable, Equatable {
    /// A member of an object.
    public struct Member: Sendable, Equatable {
        /// The key in WTF-8.
        public let key: [UInt8]
        /// The value.
        public let value: JSONValue
    }

    /// The literal `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number as it was spelled.
    case number(String)
    /// A string in WTF-8; bytes that are not UTF-8 are kept.
    case string([UInt8])
    /// An array.
    case array([JSONValue])
    /// An object; members in order, repeated keys included.
    case object([Member])

    /// The member called `key`, the last one where several are; nil when there is none or this is no object.
    ///
    /// O(n) in the number of members.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key.elementsEqual(key.utf8) }?.value
    }

    /// A string's text, invalid bytes as U+FFFD; nil for other kinds.
    public var text: String? {
        if case .string(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
    }

    /// A string's bytes; nil for other kinds.
    public var bytes: [UInt8]? {
        if case .string(let bytes) = self { bytes } else { nil }
    }

    /// A whole number without fraction or exponent that fits; nil otherwise.
    public var integer: Int? {
        if case .number(let spelling) = self { Int(spelling) } else { nil }
    }

    /// A number's nearest finite value; nil for other kinds and beyond the range of `Double`.
    public var double: Double? {
        guard case .number(let spelling) = self, let value = Double(spelling), value.isFinite else { return nil }
        return value
    }

    /// `true` or `false`; nil for other kinds.
    public var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    /// An array's elements; nil for other kinds.
    public var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// An object's members in order; nil for other kinds.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }
}
