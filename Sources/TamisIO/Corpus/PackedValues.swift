// Numbers take as many bytes as they need, seven bits in each, the lowest first:
//
//     300    AC 02
//     "ab"   02 61 62

/// Writes numbers, fractions and strings into few bytes, to be read again in the same order.
struct PackedWriter {
    private(set) var bytes: [UInt8] = []

    /// Appends a number that is not negative.
    mutating func append(_ number: Int) {
        append(upTo: 10) { $0.store(packed: UInt64(truncatingIfNeeded: number)) }
    }

    /// Appends at most `count` bytes that `body` stores and counts.
    @inline(__always)
    mutating func append(upTo count: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        bytes.append(addingCapacity: count) { span in
            span.withUnsafeMutableBufferPointer { buffer, written in
                if let place = buffer.baseAddress { written = body(place) }
            }
        }
    }

    /// Appends eight bytes as they are.
    mutating func append(fixed value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ value: Double) { append(fixed: value.bitPattern) }

    mutating func append(_ string: some Collection<UInt8>) {
        append(string.count)
        bytes.append(contentsOf: string)
    }

    mutating func append(_ string: String) { append(string.utf8) }
}

extension UnsafeMutablePointer<UInt8> {
    /// Stores a number and returns how many bytes that took, at most ten.
    @inline(__always)
    func store(packed number: UInt64) -> Int {
        var rest = number
        var count = 0
        while rest > 0x7F {
            self[count] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            count &+= 1
        }
        self[count] = UInt8(truncatingIfNeeded: rest)
        return count &+ 1
    }
}

/// Reads what a `PackedWriter` wrote; nil where the bytes end too early.
struct PackedReader {
    private let bytes: [UInt8]
    private var cursor = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    @inline(__always)
    mutating func number() -> Int? {
        var value: UInt = 0
        var shift: UInt = 0
        while cursor < bytes.count, shift < 64 {
            let byte = bytes[cursor]
            cursor += 1
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(exactly: value) }
            shift += 7
        }
        return nil
    }

    mutating func fixed() -> UInt64? {
        guard bytes.count - cursor >= 8 else { return nil }
        defer { cursor += 8 }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: cursor, as: UInt64.self)) }
    }

    mutating func double() -> Double? { fixed().map { Double(bitPattern: $0) } }

    mutating func slice() -> ArraySlice<UInt8>? {
        guard let count = number(), bytes.count - cursor >= count else { return nil }
        defer { cursor += count }
        return bytes[cursor..<cursor + count]
    }

    mutating func string() -> String? { slice().map { String(decoding: $0, as: UTF8.self) } }
}
