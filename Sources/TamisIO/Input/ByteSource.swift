/// Where bytes come from.
public protocol ByteSource {
    /// Fills the front of `buffer`, which is not empty. Returns the number of bytes read; 0 at the end of the input.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
}

extension ByteSource {
    /// Reads once, `byteCount` bytes at most, and puts them at the end of `bytes`.
    mutating func read(atMost byteCount: Int, appendingTo bytes: inout [UInt8]) throws(InputError) {
        try bytes.append(addingCapacity: byteCount) { (span: inout OutputSpan<UInt8>) throws(InputError) in
            try span.withUnsafeMutableBufferPointer { (buffer, count) throws(InputError) in
                let free = UnsafeMutableRawBufferPointer(buffer)
                count = try read(into: UnsafeMutableRawBufferPointer(rebasing: free[..<byteCount]))
            }
        }
    }
}
