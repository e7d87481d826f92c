extension Array {
    /// Makes an array of at most `capacity` elements, which `body` writes and counts.
    ///
    /// A third of the instructions of `init(unsafeUninitializedCapacity:initializingWith:)` for a small array: that looks the type
    /// of its storage up at each call.
    @inlinable
    @inline(__always)
    package init(filling capacity: Int, _ body: (UnsafeMutableBufferPointer<Element>, inout Int) -> Void) {
        self = []
        // Without room of its own it would write its count, 0, into the one empty array of all threads.
        reserveCapacity(Swift.max(capacity, 1))
        append(addingCapacity: capacity) { (span: inout OutputSpan<Element>) in
            span.withUnsafeMutableBufferPointer { buffer, count in body(buffer, &count) }
        }
    }
}
