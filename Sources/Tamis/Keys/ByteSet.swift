import CKernels

/// A set of byte values that a text can be searched for at the speed of memory.
struct ByteSet: Sendable {
    private let set: tamis_byte_set

    /// The set of `bytes`, which must have at most eight different upper halves.
    init(_ bytes: some Sequence<UInt8>) {
        var low = [UInt8](repeating: 0, count: 16)
        var high = [UInt8](repeating: 0, count: 16)
        var bit: UInt8 = 1
        for byte in bytes {
            let upper = Int(byte >> 4)
            if high[upper] == 0 {
                precondition(bit != 0, "the bytes have more than eight different upper halves")
                high[upper] = bit
                bit = bit &<< 1
            }
            low[Int(byte & 15)] |= high[upper]
        }
        var set = tamis_byte_set()
        withUnsafeMutableBytes(of: &set.low) { $0.copyBytes(from: low) }
        withUnsafeMutableBytes(of: &set.high) { $0.copyBytes(from: high) }
        self.set = set
    }

    /// The offset of the first byte of the set from `start` on; the count of `bytes` where there is none.
    func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        return withUnsafePointer(to: set) { tamis_find_in_set($0, base, start, bytes.count) }
    }
}
