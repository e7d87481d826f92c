import Glibc

extension [UInt8] {
    /// The offset after the first line feed at or after `start`.
    func firstLineEnd(from start: Int) -> Int? {
        withUnsafeBytes { $0.firstLineEnd(from: start) }
    }

    /// The offset after the last line feed at or after `start`.
    func lastLineEnd(from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            var position = bytes.count
            while position > start, bytes[position - 1] != 0x0A { position -= 1 }
            return position > start ? position : nil
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The offset after the first line feed at or after `start`.
    func firstLineEnd(from start: Int) -> Int? {
        guard start < count, let base = baseAddress, let found = memchr(base + start, 0x0A, count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - base + 1
    }
}
