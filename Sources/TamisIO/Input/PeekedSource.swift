/// A source whose first bytes have been looked at, and are given out all the same.
public struct PeekedSource: ByteSource {
    /// The bytes looked at and not given out yet.
    public private(set) var peeked: [UInt8] = []
    private var position = 0
    private var source: any ByteSource
    private(set) var isAtEnd = false
    /// What ended the source while it was looked at; the bytes before are given out first.
    private var failure: InputError?

    /// Makes a source of which nothing has been looked at.
    public init(_ source: any ByteSource) {
        self.source = source
    }

    /// Reads until `byteCount` bytes have been looked at, or to the end; true when that many are there.
    ///
    /// Throws where the source fails before its first byte; a later failure waits for `read`.
    public mutating func peek(_ byteCount: Int) throws(InputError) -> Bool {
        while peeked.count < byteCount { guard try peekOnce(upTo: byteCount) else { break } }
        return peeked.count >= byteCount
    }

    /// Reads once, until `byteCount` bytes have been looked at or fewer; false at the end, as `peek` says.
    mutating func peekOnce(upTo byteCount: Int) throws(InputError) -> Bool {
        guard !isAtEnd else { return false }
        let known = peeked.count
        do throws(InputError) {
            try source.read(atMost: byteCount - known, appendingTo: &peeked)
        } catch {
            guard !peeked.isEmpty else { throw error }
            failure = error
        }
        isAtEnd = peeked.count == known
        return !isAtEnd
    }

    /// Gives out the bytes looked at, then those that follow.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        guard position < peeked.count else {
            peeked = []
            position = 0
            if let failure = failure.take() { throw failure }
            return isAtEnd ? 0 : try source.read(into: buffer)
        }
        let count = min(buffer.count, peeked.count - position)
        peeked[position..<position + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
        position += count
        return count
    }
}
