/// Bytes read and not yet handed on.
struct RecordBuffer {
    private var source: any ByteSource
    /// The bytes at hand.
    private(set) var bytes: [UInt8] = []
    /// The offset of `bytes[0]` in the input.
    private(set) var offset = 0
    /// Whether the source has no more to give.
    private(set) var isAtEnd = false

    /// What ended the source before its time; the bytes at hand are handed on first.
    private var failure: InputError?
    private let limits: RecordLimits

    init(_ source: any ByteSource, _ limits: RecordLimits) {
        self.source = source
        self.limits = limits
    }

    /// Reads once, a batch at most and one byte over the limit at most; true when the source gave less than asked for.
    mutating func fill() -> Bool {
        let known = bytes.count
        let goal =
            known < limits.batchBytes ? limits.batchBytes : min(known + limits.batchBytes, limits.maxRecordBytes + 1)
        guard known < goal, !isAtEnd else { return isAtEnd }
        if bytes.capacity < goal { bytes.reserveCapacity(known == 0 ? goal : limits.grown(goal)) }
        do throws(InputError) {
            try source.read(atMost: goal - known, appendingTo: &bytes)
        } catch {
            failure = error
        }
        isAtEnd = bytes.count == known
        return bytes.count < goal
    }

    /// Whether the source ended before its time: what is at hand may be a part of a record.
    var isCutShort: Bool { failure != nil }

    /// Throws, once, what ended the source before its time.
    mutating func throwFailure() throws(InputError) {
        if let failure = failure.take() { throw failure }
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
