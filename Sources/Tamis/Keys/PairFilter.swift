// Most runs of words stand once; a counter per bucket shows it without a table of runs:
//
//     pairs       12  25  51  12  52  40        40 shares a bucket with 25
//     counters     2   2   1   2   1   2
//     may repeat   ✓   ✓       ✓       ✓        only these go on to the exact table

/// Tells which of many pairs cannot stand twice, and may be wrong only in letting one pass.
struct PairFilter: ~Copyable {
    private let counters: UnsafeMutablePointer<UInt8>
    private let mask: Int

    /// Counts `pairCount` pairs.
    @inline(__always)
    init(_ pairCount: Int, pair: (Int) -> UInt64) {
        // About six buckets a pair; at most one MiB, which stays near and changes no result.
        var bucketCount = 256
        while bucketCount < pairCount * 4, bucketCount < 1 << 20 {
            bucketCount *= 2
        }
        mask = bucketCount - 1
        counters = .allocate(capacity: bucketCount)
        counters.initialize(repeating: 0, count: bucketCount)
        let (counters, mask) = (counters, mask)
        for index in 0..<pairCount {
            let bucket = Self.bucket(of: pair(index)) & mask
            // 0, 1, 3, 7, …, 255: counts to eight without a branch.
            counters[bucket] = counters[bucket] << 1 | 1
        }
    }

    deinit {
        counters.deallocate()
    }

    /// 1 if `pair`, one of those counted, may stand more than once; 0 if it cannot.
    @inline(__always)
    func countIfRepeated(_ pair: UInt64) -> Int {
        Int(counters[Self.bucket(of: pair) & mask] >> 1 & 1)
    }

    @inline(__always)
    private static func bucket(of pair: UInt64) -> Int {
        Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
