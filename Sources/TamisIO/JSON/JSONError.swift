/// Why a record is not JSON, and at which byte of it.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: String, Sendable {
        /// The record ends inside a value.
        case unexpectedEnd = "the record ends too early"
        /// Something else stands where a value must.
        case expectedValue = "a value is expected"
        /// Something else stands where a key must.
        case expectedKey = "a key in quotes is expected"
        /// Something else stands where a colon must.
        case expectedColon = "a colon is expected"
        /// Something else stands where a comma or the container's end must.
        case expectedComma = "a comma or a closing bracket is expected"
        /// `01`, `1.`, `.5`, `+1`, `1e`.
        case badNumber = "the number is malformed"
        /// `nul`, `True`.
        case badLiteral = "only true, false and null may stand without quotes"
        /// `\x`, `\u12`.
        case badEscape = "the escape is malformed"
        /// A byte below 0x20 inside a string.
        case controlCharacter = "a control character must be escaped"
        /// More than `JSONLimits.depth` containers inside each other.
        case tooDeep = "containers are nested too deep"
        /// Anything but white space after the value.
        case trailingBytes = "something follows the value"
        /// The record is a number, string, array or literal.
        case notAnObject = "the record is not an object"
    }

    /// What is wrong.
    public let reason: Reason
    /// The offset in the record's bytes, from 0.
    public let offset: Int

    /// The reason and the offset.
    public var description: String {
        "\(reason.rawValue) (at byte \(offset))"
    }
}

/// What a record may hold.
public enum JSONLimits {
    /// How many containers may stand inside each other, the outermost counted.
    public static let depth = 1024
}
