extension Range<Int> {
    /// The first index for which `isBehind` holds, as it does for all behind it; the upper bound where it holds for none.
    ///
    /// Logarithmic in the number of indices.
    @inline(__always)
    func partitioningIndex(where isBehind: (Int) -> Bool) -> Int {
        var low = lowerBound
        var high = upperBound
        while low < high {
            let middle = (low + high) / 2
            if isBehind(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
