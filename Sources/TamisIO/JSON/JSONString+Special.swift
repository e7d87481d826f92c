import Glibc
import Tamis

extension JSONString {
    /// Bytes that an encoder must not copy: a lone surrogate, or an invalid run to be replaced.
    struct Special {
        let range: ByteRange
        let isSurrogate: Bool
    }

    /// The next lone surrogate at or after `start`, or the next invalid run where those are to be replaced.
    static func nextSpecial(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ invalidBytes: InvalidBytes
    ) -> Special? {
        invalidBytes == .kept ? nextSurrogate(in: bytes, from: start) : nextInvalid(in: bytes, from: start)
    }

    private static func nextSurrogate(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Special? {
        guard let base = bytes.baseAddress else { return nil }
        var position = start
        while position < bytes.count, let found = memchr(base + position, 0xED, bytes.count - position) {
            position = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if isSurrogate(bytes, position) { return Special(range: position..<position + 3, isSurrogate: true) }
            position += 1
        }
        return nil
    }

    private static func nextInvalid(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Special? {
        var position = start
        while position < bytes.count {
            if bytes[position] < 0x80 {
                position += 1
                continue
            }
            if isSurrogate(bytes, position) { return Special(range: position..<position + 3, isSurrogate: true) }
            var iterator = bytes[position..<min(position + 4, bytes.count)].makeIterator()
            var decoder = Unicode.UTF8.ForwardParser()
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): position += scalar.count
            case .error(let length): return Special(range: position..<position + length, isSurrogate: false)
            case .emptyInput: return nil
            }
        }
        return nil
    }

    private static func isSurrogate(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        position + 2 < bytes.count && bytes[position] == 0xED && bytes[position + 1] & 0xE0 == 0xA0
            && bytes[position + 2] & 0xC0 == 0x80
    }
}
