/// A count in half octaves: 0, 1, 2, 3, 4–5, 6–7, 8–11, 12–15, 16–23, … as 0, 1, 2, 3, 4, 5, …; at most `limit`.
@inline(__always)
func octaveBin(_ count: Int, limit: Int) -> Int {
    guard count > 3 else { return min(max(count, 0), limit) }
    let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
    return min(2 * exponent + (count >> (exponent - 1) & 1), limit)
}

/// A part of a whole in `steps` equal steps; the last of `steps + 1` values is the whole itself, the first is nothing.
@inline(__always)
func shareBin(_ part: Int, of whole: Int, steps: Int) -> Int {
    guard part > 0, whole > 0 else { return 0 }
    return part >= whole ? steps : min(1 + part &* (steps - 1) / whole, steps - 1)
}

/// A score in steps of equal width around 0, of which there are `count`.
@inline(__always)
func scoreBin(_ score: Int, width: Int, count: Int) -> Int {
    let bound = count / 2 &* width
    return (max(-bound, min(score, bound &- 1)) &+ bound) / width
}
