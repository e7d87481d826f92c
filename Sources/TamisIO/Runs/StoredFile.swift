import Glibc

/// A file of ours that is read at any place, from any thread.
final class StoredFile: @unchecked Sendable {
    /// How errors name the file.
    let name: String
    private let descriptor: FileDescriptor

    /// Takes over an open file.
    init(_ descriptor: consuming FileDescriptor, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Fills `buffer` with the bytes from `offset` on; a file that ends before is an error.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(InputError) {
        var position = 0
        while position < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[position...])
            let count = pread(descriptor.number, rest.baseAddress, rest.count, offset + position)
            if count > 0 {
                position += count
            } else if count == 0 {
                throw InputError("ends too early", file: name, byteOffset: offset + position, advice: Self.damaged)
            } else if errno != EINTR {
                throw InputError(.last, file: name, byteOffset: offset + position)
            }
        }
    }

    /// Writes all of `bytes` at the end of what has been written.
    func append(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
        try descriptor.write(bytes)
    }

    /// The error for bytes at `offset` that are not those that were written.
    func mismatch(at offset: Int) -> InputError {
        InputError("does not match its checksum", file: name, byteOffset: offset, advice: Self.damaged)
    }

    private static let damaged = "the file or its disk is damaged"
}
