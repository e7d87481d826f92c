// Example: two documents with Jaccard similarity 0.8 agree in one value with probability 0.8, in all six rows of a band with
// 0.8⁶ = 0.26, and in at least one of 20 bands with 1 − (1 − 0.26)²⁰ = 0.9977.

/// How a signature is cut into bands: documents that agree in all rows of a band are candidates.
///
/// More bands find more pairs; more rows find fewer (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
public struct Banding: Sendable, Equatable {
    /// The least share of the pairs at the threshold that become candidates.
    public static let leastRecall = 0.995

    /// How many slices of the signature are compared.
    public let bandCount: Int
    /// How many values a slice has.
    public let rowCount: Int

    /// The most rows with which at least 99.5 % of the pairs with Jaccard similarity `threshold` become candidates.
    ///
    /// 0.8 gives 20 bands of 6 rows, 0.5 gives 40 of 3. Below 0.044 even bands of one row, which it gives then, find fewer.
    public init(threshold: Double) {
        var rowCount = 1
        for count in 1...Signature.valueCount
        where Self.recall(bandCount: Signature.valueCount / count, rowCount: count, at: threshold) >= Self.leastRecall {
            rowCount = count
        }
        self.rowCount = rowCount
        bandCount = Signature.valueCount / rowCount
    }

    /// The share of pairs with Jaccard similarity `jaccard` that become candidates, 0…1.
    public func recall(at jaccard: Double) -> Double {
        Self.recall(bandCount: bandCount, rowCount: rowCount, at: jaccard)
    }

    private static func recall(bandCount: Int, rowCount: Int, at jaccard: Double) -> Double {
        1 - power(1 - power(jaccard, rowCount), bandCount)
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}
