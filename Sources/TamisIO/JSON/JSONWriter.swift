/// Writes JSON on one line, a value at a time.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.key("cut")
/// writer.integer(12)
/// writer.endObject()          // {"cut":12}
/// ```
/// Commas come by themselves; that containers are closed and keys have values is up to the caller.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Makes a writer with nothing written.
    public init() {}

    /// Takes what has been written and starts anew.
    public mutating func take() -> [UInt8] {
        defer {
            bytes = []
        }
        return bytes
    }

    /// Opens an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Closes an object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Opens an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Closes an array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes a key; its value must follow.
    public mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string.
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0.span, invalidBytes: .kept) }
    }

    /// Writes a string from WTF-8 bytes; by default bytes that are not UTF-8 become U+FFFD.
    public mutating func string(_ text: Span<UInt8>, invalidBytes: JSONString.InvalidBytes = .replaced) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        JSONString.encode(text, into: &bytes, invalidBytes: invalidBytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number.
    public mutating func integer(_ value: some BinaryInteger) { raw(String(value)) }

    /// Writes the shortest number that reads back as `value`; `null` when it is not finite.
    public mutating func number(_ value: Double) { raw(value.isFinite ? value.description : "null") }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { raw("null") }

    /// Writes bytes that are a JSON value already.
    public mutating func raw(_ value: [UInt8]) {
        separate()
        bytes.append(contentsOf: value)
    }

    /// Ends a line of JSON Lines.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func raw(_ value: String) {
        separate()
        bytes.append(contentsOf: value.utf8)
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }
}
