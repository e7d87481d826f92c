// ln(x) without a mathematics library, so that every machine gives the same bits:
//
//     x = m · 2^e with m in √½ … √2,   ln x = e · ln 2 + 2 (s + s³/3 + s⁵/5 + …),   s = (m − 1) / (m + 1)
//
// |s| ≤ 0.172, so eleven terms reach the precision of a Double.

/// The natural logarithm of a positive finite number, to within two units in the last place.
func naturalLogarithm(_ value: Double) -> Double {
    var exponent = Double(value.exponent)
    var significand = value.significand
    if significand > 1.4142135623730951 {
        significand /= 2
        exponent += 1
    }
    let s = (significand - 1) / (significand + 1)
    let square = s * s
    var series = 0.0
    for odd in stride(from: 21.0, through: 1, by: -2) {
        series = series * square + 1 / odd
    }
    return exponent * 0.6931471805599453 + 2 * s * series
}

/// n · ln n, from a table for the small n that nearly all word counts are.
struct CountLogarithms: Sendable {
    static let shared = CountLogarithms()

    private let products: [Double] = (0..<1024).map { $0 == 0 ? 0 : Double($0) * naturalLogarithm(Double($0)) }

    /// `count` · ln `count`; 0 for 0.
    @inline(__always)
    func product(_ count: Int) -> Double {
        count < 1024
            ? products.withUnsafeBufferPointer { $0[count] } : Double(count) * naturalLogarithm(Double(count))
    }
}
