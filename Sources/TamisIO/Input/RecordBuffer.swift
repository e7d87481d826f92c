/// Bytes read and not yet handed on.
struct RecordBuffer {
    private var source: any ByteSource
    /// The bytes at hand.
    private(set) var bytes: [UInt8] = []
    /// The offset of `bytes[0]` in the input.
    private(set) var offset = 0
    /// Whether the source has no more to give.
    private(set) var isAtEnd = false

    init(_ source: any ByteSource) {
        self.source = source
    }

    /// Reads once, to hold at most `capacity` bytes; true when the source gave less than asked for.
    mutating func fill(upTo capacity: Int) throws(InputError) -> Bool {
        let wanted = capacity - bytes.count
        guard wanted > 0, !isAtEnd else { return isAtEnd }
        bytes.reserveCapacity(capacity)
        let known = bytes.count
        try bytes.append(addingCapacity: wanted) { (span: inout OutputSpan<UInt8>) throws(InputError) in
            try span.withUnsafeMutableBufferPointer { (buffer, count) throws(InputError) in
                let free = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<wanted])
                count = try source.read(into: free)
            }
        }
        isAtEnd = bytes.count == known
        return bytes.count < capacity
    }

    /// Takes the first `count` bytes out.
    mutating func take(_ count: Int) -> [UInt8] {
        let rest = Array(bytes[count...])
        var taken = rest
        swap(&taken, &bytes)
        taken.removeLast(rest.count)
        offset += count
        return taken
    }
}
