/// Which field of a record is meant: a top-level key, or a JSON Pointer (RFC 6901).
///
/// `text` is the top-level key "text"; `/article/0/body` is the key "body" in the first element of the array
/// "article"; `~1` is `/` and `~0` is `~` inside a pointer.
public struct FieldPath: Sendable, Equatable, CustomStringConvertible {
    /// The path as it was given.
    public let description: String
    /// The keys, or array indices in decimal, from the outside in; at least one.
    let components: [[UInt8]]

    /// The top-level key `key`, whatever characters it has.
    public init(key: String) {
        description = key
        components = [Array(key.utf8)]
    }

    /// Reads a plain name or a JSON Pointer; nil when a `~` of a pointer is not followed by 0 or 1.
    public init?(_ spelling: String) {
        description = spelling
        guard spelling.utf8.first == UInt8(ascii: "/") else {
            components = [Array(spelling.utf8)]
            return
        }
        var components: [[UInt8]] = []
        for part in spelling.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let component = Self.unescaped(part) else { return nil }
            components.append(component)
        }
        self.components = components
    }

    private static func unescaped(_ part: Substring.UTF8View) -> [UInt8]? {
        var result: [UInt8] = []
        var isAfterTilde = false
        for byte in part {
            switch (isAfterTilde, byte) {
            case (true, UInt8(ascii: "0")): result.append(UInt8(ascii: "~"))
            case (true, UInt8(ascii: "1")): result.append(UInt8(ascii: "/"))
            case (true, _): return nil
            case (false, UInt8(ascii: "~")):
                isAfterTilde = true
                continue
            case (false, _): result.append(byte)
            }
            isAfterTilde = false
        }
        return isAfterTilde ? nil : result
    }
}
