/// A Bloom filter of two bits a hash: may hold what was not inserted, never misses what was.
struct HashFilter: Sendable {
    private var words = [UInt64](repeating: 0, count: 256)

    mutating func insert(_ hash: UInt64) {
        words.withUnsafeMutableBufferPointer { words in
            let (first, second) = (Self.first(hash), Self.second(hash))
            words[first >> 6] |= 1 << UInt64(first & 63)
            words[second >> 6] |= 1 << UInt64(second & 63)
        }
    }

    @inline(__always)
    func holds(_ hash: UInt64) -> Bool {
        words.withUnsafeBufferPointer { words in
            let (first, second) = (Self.first(hash), Self.second(hash))
            return words[first >> 6] >> UInt64(first & 63) & words[second >> 6] >> UInt64(second & 63) & 1 != 0
        }
    }

    @inline(__always)
    private static func first(_ hash: UInt64) -> Int { Int((hash ^ hash >> 14) & 0x3FFF) }
    @inline(__always)
    private static func second(_ hash: UInt64) -> Int { Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 50) }
}
