/// Bytes read and not yet handed on.
struct RecordBuffer {
    private var source: any ByteSource
    /// The bytes at hand.
    private(set) var bytes: [UInt8] = []
    /// The offset of `bytes[0]` in the input.
    private(set) var offset = 0
    /// Whether the source has no more to give.
    private(set) var isAtEnd = false

    private let limits: RecordLimits

    init(_ source: any ByteSource, _ limits: RecordLimits) {
        self.source = source
        self.limits = limits
    }

    /// Reads once, a batch at most and one byte over the limit at most; true when the source gave less than asked for.
    mutating func fill() throws(InputError) -> Bool {
        let known = bytes.count
        let goal =
            known < limits.batchBytes ? limits.batchBytes : min(known + limits.batchBytes, limits.maxRecordBytes + 1)
        guard known < goal, !isAtEnd else { return isAtEnd }
        if bytes.capacity < goal { bytes.reserveCapacity(known == 0 ? goal : limits.grown(goal)) }
        try bytes.append(addingCapacity: goal - known) { (span: inout OutputSpan<UInt8>) throws(InputError) in
            try span.withUnsafeMutableBufferPointer { (buffer, count) throws(InputError) in
                let free = UnsafeMutableRawBufferPointer(buffer)
                count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: free[..<(goal - known)]))
            }
        }
        isAtEnd = bytes.count == known
        return bytes.count < goal
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
