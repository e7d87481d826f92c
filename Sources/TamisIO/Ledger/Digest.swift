import CXXHash
import Tamis

/// The XXH3-128 of bytes that come piece by piece.
final class Digest {
    private let state: OpaquePointer
    /// How many bytes have come.
    private(set) var byteCount = 0

    init() {
        state = tamis_xxh3_stream_make()
    }

    /// Of the lines of a list.
    convenience init(of parts: [String]) {
        self.init()
        for part in parts { update(Array((part + "\n").utf8)[...]) }
    }

    /// Of the file at `path`, as it stands on the disk.
    convenience init(ofFile path: String) throws(InputError) {
        self.init()
        let file = try FrozenBytes.mapping(path)
        withExtendedLifetime(file) { update($0.bytes) }
    }

    deinit {
        tamis_xxh3_stream_free(state)
    }

    /// Adds `bytes` at the end.
    func update(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Adds `bytes` at the end.
    func update(_ bytes: UnsafeRawBufferPointer) {
        tamis_xxh3_stream_update(state, bytes.baseAddress, bytes.count)
        byteCount += bytes.count
    }

    /// The hash of all bytes so far, in 32 hexadecimal digits.
    var hexadecimal: String {
        let hash = tamis_xxh3_stream_digest(state)
        return hexadecimalDigits(hash.high) + hexadecimalDigits(hash.low)
    }
}

/// The 16 hexadecimal digits of `value`.
func hexadecimalDigits(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
