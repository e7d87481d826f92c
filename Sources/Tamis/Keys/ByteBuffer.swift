/// Bytes written one after another through a pointer, in memory that grows.
///
/// The foldings reserve room once for a stretch of text and then write without checks; an array cannot.
struct ByteBuffer: ~Copyable {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    var count = 0

    /// An empty buffer, which takes no memory before it is written to where `capacity` is 0.
    init(capacity: Int = 0) {
        self.capacity = capacity
        bytes = capacity > 0 ? .allocate(capacity: capacity) : Self.nowhere
    }

    deinit { if capacity > 0 { bytes.deallocate() } }

    /// The address of no bytes.
    private static var nowhere: UnsafeMutablePointer<UInt8> {
        UnsafeMutablePointer(bitPattern: MemoryLayout<UInt64>.alignment)!
    }

    /// Where the next byte goes.
    @inline(__always)
    var end: UnsafeMutablePointer<UInt8> { bytes + count }

    /// Makes room for `additional` bytes.
    @inline(__always)
    mutating func reserve(_ additional: Int) {
        if capacity - count < additional { grow(additional) }
    }

    private mutating func grow(_ additional: Int) {
        let isAllocated = capacity > 0
        capacity = max(capacity * 2, count + additional)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        if isAllocated { bytes.deallocate() }
        bytes = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count += 1
    }

    /// Appends a scalar in UTF-8, or an invalid byte as it was.
    mutating func append(scalar value: UInt32) {
        reserve(4)
        count += end.store(scalar: value)
    }

    /// The bytes written so far.
    var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }
}

extension UnsafeMutablePointer<UInt8> {
    /// Stores a scalar in UTF-8, or an invalid byte as it was, and returns how many bytes that took.
    @inline(__always)
    func store(scalar value: UInt32) -> Int {
        func low(_ bits: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: bits) }
        func tail(_ bits: UInt32) -> UInt8 { low(bits & 0x3F | 0x80) }
        switch value {
        case ..<0x80:
            self[0] = low(value)
            return 1
        case ..<0x800:
            (self[0], self[1]) = (low(value >> 6 | 0xC0), tail(value))
            return 2
        case ..<0x10000:
            (self[0], self[1], self[2]) = (low(value >> 12 | 0xE0), tail(value >> 6), tail(value))
            return 3
        case ..<DecodedScalar.invalid:
            (self[0], self[1]) = (low(value >> 18 | 0xF0), tail(value >> 12))
            (self[2], self[3]) = (tail(value >> 6), tail(value))
            return 4
        default:
            self[0] = low(value)
            return 1
        }
    }
}
