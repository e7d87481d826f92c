// "abc" gives a9993e364706816aba3e25717850c26c9cd0d89d (FIPS 180-4). Used where a WARC record carries such a digest of bytes
// that change; it protects nothing.

/// SHA-1.
enum SHA1 {
    /// The 20 bytes of the digest of `bytes`.
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var padded = bytes
        padded.append(0x80)
        padded.append(contentsOf: repeatElement(0, count: (119 - bytes.count % 64) % 64))
        for shift in stride(from: 56, through: 0, by: -8) {
            padded.append(UInt8(truncatingIfNeeded: (bytes.count << 3) >> shift))
        }
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        var words = [UInt32](repeating: 0, count: 80)
        padded.withUnsafeBufferPointer { padded in
            for block in stride(from: 0, to: padded.count, by: 64) {
                add(UnsafeBufferPointer(rebasing: padded[block..<block + 64]), &words, to: &state)
            }
        }
        return state.flatMap { word in
            stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
        }
    }

    private static func add(_ block: UnsafeBufferPointer<UInt8>, _ words: inout [UInt32], to state: inout [UInt32]) {
        for index in 0..<16 {
            words[index] = (0..<4).reduce(0) { $0 << 8 | UInt32(block[4 * index + $1]) }
        }
        for index in 16..<80 {
            words[index] = rotated(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1)
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for index in 0..<80 {
            let (mixed, constant): (UInt32, UInt32) =
                switch index {
                case ..<20: (b & c | ~b & d, 0x5A82_7999)
                case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = rotated(a, 5) &+ mixed &+ e &+ constant &+ words[index]
            (a, b, c, d, e) = (next, a, rotated(b, 30), c, d)
        }
        for (index, value) in [a, b, c, d, e].enumerated() { state[index] &+= value }
    }

    private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 {
        value &<< count | value &>> (32 - count)
    }
}

/// Bytes as text, eight characters for five bytes (RFC 4648, section 6), without padding.
enum Base32 {
    /// The text for `bytes`.
    static func encode(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var result: [UInt8] = []
        var (bits, bitCount) = (0, 0)
        for byte in bytes {
            (bits, bitCount) = (bits << 8 | Int(byte), bitCount + 8)
            while bitCount >= 5 {
                bitCount -= 5
                result.append(digits[bits >> bitCount & 31])
            }
            bits &= 1 << bitCount - 1
        }
        if bitCount > 0 { result.append(digits[bits << (5 - bitCount) & 31]) }
        return String(decoding: result, as: UTF8.self)
    }
}
