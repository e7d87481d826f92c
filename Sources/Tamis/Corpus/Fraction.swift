/// A number from 0 to 1 as a quotient of integers, so that a threshold means the same on every machine.
public struct Fraction: Sendable, Equatable {
    /// Over `denominator`.
    public let numerator: UInt64
    /// A power of ten.
    public let denominator: UInt64

    /// Reads a decimal number such as `0.80`, `.8` or `1`.
    ///
    /// Nil where it is none, has more than nine decimals, or is above 1 or not above 0.
    public init?(decimal: String) {
        let parts = decimal.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        let digits = Array(parts[0]) + decimals
        guard !digits.isEmpty, decimals.count <= 9, parts[0].count <= 9,
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        numerator = digits.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
        denominator = decimals.reduce(1) { power, _ in power * 10 }
        if numerator == 0 || numerator > denominator { return nil }
    }

    init(_ numerator: UInt64, over denominator: UInt64) {
        (self.numerator, self.denominator) = (numerator, denominator)
    }

    /// The nearest floating-point number.
    public var value: Double { Double(numerator) / Double(denominator) }

    /// Whether `part / whole` is at least this fraction, by products of 128 bits.
    @inline(__always)
    func isReached(by part: Int, of whole: Int) -> Bool {
        let left = UInt64(part).multipliedFullWidth(by: denominator)
        let right = UInt64(whole).multipliedFullWidth(by: numerator)
        return (left.high, left.low) >= (right.high, right.low)
    }
}
