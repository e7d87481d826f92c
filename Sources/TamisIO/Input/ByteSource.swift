/// Where bytes come from.
public protocol ByteSource {
    /// Fills the front of `buffer`, which is not empty. Returns the number of bytes read; 0 at the end of the input.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
}
