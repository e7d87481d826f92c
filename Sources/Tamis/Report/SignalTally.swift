// The distribution of a signal over any number of documents, in fixed bins of 0.1 % of the value:
//
//     values 0.10, 0.20, 0.20, null, 0.90      count 4, undefined 1, least 0.1, greatest 0.9
//     quartiles 0.10, 0.20, 0.20               the value at the rank, to within its bin
//     tenths    0 1 2 0 0 0 0 0 0 1            of 0…1 for a fraction
//
// The bins are the same for every run, so merging adds counts, and any grouping and order gives the same tally.

/// How the values of one signal are distributed.
package struct SignalTally: Sendable, Equatable {
    /// Documents for which the signal is defined.
    package private(set) var count = 0
    /// Documents for which it is not.
    package private(set) var undefinedCount = 0
    /// The least value; nil without values.
    package private(set) var least: Double?
    /// The greatest value; nil without values.
    package private(set) var greatest: Double?
    /// Values by bin; never iterated but sorted.
    private var bins: [UInt64: Int] = [:]

    /// The tally of no values.
    package init() {}

    /// Counts a value, nil being undefined.
    ///
    /// A negative value, which no signal has, counts as 0.
    package mutating func add(_ value: Double?) {
        guard let value, value.isFinite else {
            undefinedCount += 1
            return
        }
        let magnitude = max(value, 0)
        count += 1
        least = min(least ?? magnitude, magnitude)
        greatest = max(greatest ?? magnitude, magnitude)
        bins[SignalTally.bin(of: magnitude), default: 0] += 1
    }

    /// Adds the values of another tally.
    package mutating func merge(_ other: SignalTally) {
        count += other.count
        undefinedCount += other.undefinedCount
        if let value = other.least { least = min(least ?? value, value) }
        if let value = other.greatest { greatest = max(greatest ?? value, value) }
        for (bin, count) in other.bins { bins[bin, default: 0] += count }
    }

    /// The least value that `fraction` of the values do not exceed, to within 0.1 %; nil without values.
    package func quantile(_ fraction: Double) -> Double? {
        guard let least, let greatest else { return nil }
        let rank = max(1, Int((fraction * Double(count)).rounded(.up)))
        var passed = 0
        for (bin, binCount) in sortedBins {
            passed += binCount
            if passed >= rank { return min(max(SignalTally.value(of: bin), least), greatest) }
        }
        return greatest
    }

    /// How many values lie in each tenth: of 0…1 for a fraction, what is above in the last; for any other unit of the
    /// logarithm's way from the least value above 0, with which stands 0 itself, to the greatest.
    package func tenths(of unit: Signal.Unit) -> [Int] {
        var tenths = [Int](repeating: 0, count: 10)
        let bins = sortedBins
        guard let axis = SignalTally.axis(bins) else { return tenths }
        for (bin, binCount) in bins {
            let tenth: Int
            if unit == .fraction {
                // 0.3 is the lower end of its tenth and must not fall below it for want of precision.
                tenth = Int(min(SignalTally.value(of: bin + 1).nextDown, 1) * 10)
            } else {
                tenth = Int((max(bin, axis.lowerBound) - axis.lowerBound) * 10 / UInt64(axis.count))
            }
            tenths[min(tenth, 9)] += binCount
        }
        return tenths
    }

    /// Where a value lies on the axis of `tenths(of:)`, 0…1; nil without values or where it lies outside.
    package func position(of value: Double, unit: Signal.Unit) -> Double? {
        guard let least, let greatest else { return nil }
        if unit == .fraction { return (0...1).contains(value) ? value : nil }
        guard (least...greatest).contains(value), let axis = SignalTally.axis(sortedBins) else { return nil }
        return Double(max(SignalTally.bin(of: value), axis.lowerBound) - axis.lowerBound) / Double(axis.count)
    }

    /// The bins from the least value above 0 to the greatest; that of 0 where there is no other, nil without values.
    private static func axis(_ sortedBins: [(UInt64, Int)]) -> ClosedRange<UInt64>? {
        guard let greatest = sortedBins.last?.0 else { return nil }
        return (sortedBins.first { $0.0 > 0 }?.0 ?? 0)...greatest
    }

    private var sortedBins: [(UInt64, Int)] {
        bins.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// A Double's bits without its sign's are in the order of the values; ten bits of the mantissa tell numbers
    /// apart that differ by 0.1 %.
    private static func bin(of value: Double) -> UInt64 { value.bitPattern >> 42 }

    private static func value(of bin: UInt64) -> Double { Double(bitPattern: bin << 42) }
}
