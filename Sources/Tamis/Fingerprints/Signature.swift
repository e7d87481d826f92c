import CKernels
import CXXHash

// Example: signatures 3 1 4 | 1 5 9 | … and 3 1 4 | 1 5 8 | … in bands of three rows agree in the first band and so in its
// key; they disagree in the second.

/// MinHash minima of a set of shingles: the share of values in which two signatures agree estimates the Jaccard similarity of
/// the sets, with a standard deviation of at most 0.046.
///
/// The functions and the keys' hash are fixed, so that signatures made on any machine at any time can be compared.
public struct Signature: Sendable, Equatable {
    /// How many values a signature has.
    public static let valueCount = Int(TAMIS_SIGNATURE_VALUES)

    /// The smallest value of each hash function; all bits set where there is no shingle.
    public let minima: [UInt32]

    /// Makes the signature of the set of `shingles`, in which repeats do not count.
    public init(shingles: [UInt64]) {
        self = shingles.withUnsafeBufferPointer { Signature(shingles: $0) }
    }

    /// Makes the signature of the set of `shingles`.
    package init(shingles: UnsafeBufferPointer<UInt64>) {
        minima = [UInt32](filling: Self.valueCount) { minima, count in
            tamis_min_hash(shingles.baseAddress, shingles.count, minima.baseAddress)
            count = Self.valueCount
        }
    }

    /// One key per band: the XXH3-64 of its rows, seeded with its number, so that all bands share one space of keys.
    ///
    /// The upper bit is 0; `Fingerprint.paragraphKeys` have it set.
    public func bandKeys(_ banding: Banding) -> [UInt64] {
        minima.withUnsafeBytes { minima in
            let byteCount = banding.rowCount * MemoryLayout<UInt32>.size
            return [UInt64](filling: banding.bandCount) { keys, count in
                for band in 0..<banding.bandCount {
                    let hash = tamis_xxh3_64(minima.baseAddress! + band * byteCount, byteCount, UInt64(band))
                    keys[band] = hash & ~BandKeySpace.paragraphBit
                }
                count = banding.bandCount
            }
        }
    }
}

/// Tells the two kinds of keys that propose candidates apart.
enum BandKeySpace {
    static let paragraphBit: UInt64 = 1 << 63
}
