import CKernels

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

    /// Makes a writer of further members for an object that others write.
    ///
    /// - Parameters:
    ///   - followsMembers: Whether a comma comes first.
    ///   - capacity: The bytes that are made room for at once.
    init(membersAfterOthers followsMembers: Bool, capacity: Int = 0) {
        needsComma = followsMembers
        bytes.reserveCapacity(capacity)
    }

    /// Takes what has been written and starts anew.
    public mutating func take() -> [UInt8] {
        defer {
            bytes = []
        }
        return bytes
    }

    /// Forgets what has been written, and keeps the room for it.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Opens an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Closes an object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Opens an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Closes an array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes a key of which no character needs an escape; its value must follow.
    public mutating func key(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        append(upTo: count + 3) { place in
            place[0] = UInt8(ascii: "\"")
            (place + 1).update(from: name.utf8Start, count: count)
            place[count + 1] = UInt8(ascii: "\"")
            place[count + 2] = UInt8(ascii: ":")
            return count + 3
        }
        needsComma = false
    }

    /// Writes a key; its value must follow.
    public mutating func key(named name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string.
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(valid: $0) }
    }

    /// Writes a string from bytes that are known to be UTF-8.
    mutating func string(valid utf8: UnsafeBufferPointer<UInt8>) {
        guard let base = utf8.baseAddress, utf8.count <= 1024 else {
            separate()
            bytes.append(UInt8(ascii: "\""))
            JSONString.encode(valid: utf8, into: &bytes)
            return bytes.append(UInt8(ascii: "\""))
        }
        // One reservation for all of it. Nearly all have nothing to escape; each byte that has may become six.
        let plain = tamis_find_quote(base, utf8.count)
        append(upTo: utf8.count + 5 * (utf8.count - plain) + 2) { place in
            place[0] = UInt8(ascii: "\"")
            (place + 1).update(from: base, count: plain)
            var count = plain
            if plain < utf8.count {
                let rest = UnsafeBufferPointer(start: base + plain, count: utf8.count - plain)
                count += JSONString.store(valid: rest, at: place + 1 + plain)
            }
            place[count + 1] = UInt8(ascii: "\"")
            return count + 2
        }
    }

    /// Writes a string from WTF-8 bytes; by default bytes that are not UTF-8 become U+FFFD.
    public mutating func string(_ text: Span<UInt8>, invalidBytes: JSONString.InvalidBytes = .replaced) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        JSONString.encode(text, into: &bytes, invalidBytes: invalidBytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a whole number.
    public mutating func integer(_ value: some FixedWidthInteger) {
        append(upTo: JSONNumber.byteLimit) { $0.store(integer: value) }
    }

    /// Writes a key of which no character needs an escape, and a whole number.
    mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        integer(value)
    }

    /// Writes the shortest number that reads back as `value`; `null` when it is not finite.
    public mutating func number(_ value: Double) {
        append(upTo: JSONNumber.byteLimit) { $0.store(number: value) }
    }

    /// Writes `true` or `false`.
    public mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { literal("null") }

    /// Writes bytes that are a JSON value already.
    public mutating func raw(_ value: [UInt8]) { raw(value[...]) }

    /// Writes bytes that are a JSON value already.
    mutating func raw(_ value: ArraySlice<UInt8>) {
        value.withUnsafeBufferPointer { copy($0) }
    }

    /// Ends a line of JSON Lines.
    public mutating func newline() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Writes a key that is in quotes already, with its colon.
    mutating func key(spelled key: ArraySlice<UInt8>) {
        separate()
        bytes.append(contentsOf: key)
        needsComma = false
    }

    /// Writes the value once more that stands at `range` of `bytes`.
    mutating func repeatValue(at range: Range<Int>) {
        separate()
        bytes.append(contentsOf: Array(bytes[range]))
    }

    /// Writes ASCII that is a JSON value already.
    mutating func literal(_ value: StaticString) {
        copy(UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
    }

    /// Writes a value that is these bytes.
    private mutating func copy(_ value: UnsafeBufferPointer<UInt8>) {
        append(upTo: value.count) { place in
            if let base = value.baseAddress { place.update(from: base, count: value.count) }
            return value.count
        }
    }

    /// Writes a value, or members, of at most `count` bytes that `body` puts together.
    @inline(__always)
    mutating func compose(upTo count: Int, _ body: (inout JSONBytes) -> Void) {
        append(upTo: count) { place in
            var bytes = JSONBytes(end: place)
            body(&bytes)
            return bytes.end - place
        }
    }

    /// Writes a value of at most `count` bytes that `body` stores and counts, with a comma before it where one is due.
    @inline(__always)
    mutating func append(upTo count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        let needsComma = needsComma
        bytes.append(addingCapacity: count + 1) { span in
            span.withUnsafeMutableBufferPointer { buffer, written in
                guard let place = buffer.baseAddress else { return }
                place[0] = UInt8(ascii: ",")
                let comma = needsComma ? 1 : 0
                written = comma + body(place + comma)
            }
        }
        self.needsComma = true
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
