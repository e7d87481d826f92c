/// A count in half octaves: 0, 1, 2, 3, 4–5, 6–7, 8–11, 12–15, 16–23, … as 0, 1, 2, 3, 4, 5, …; at most `limit`.
@inline(__always)
func octaveBin(_ count: Int, limit: Int) -> Int {
    // The exponent of a floating-point number and the first bit behind its point are the bin; no count here is above 2^24,
    // and those of large limits are no different.
    let bin = Int(Float(max(count, 1)).bitPattern >> 22) &- 254
    return min(count < 2 ? max(count, 0) : bin, limit)
}

/// A part of a whole in `steps` equal steps; the last of `steps + 1` values is the whole itself, the first is nothing.
///
/// Both are below 2^32 / `steps`: they count lines and words.
@inline(__always)
func shareBin(_ part: Int, of whole: Int, steps: Int) -> Int {
    // All cases are worked out, since nobody can foresee which it is; divided as 32 bits, which takes less.
    let (numerator, denominator) = (UInt32(truncatingIfNeeded: part &* (steps - 1)), UInt32(truncatingIfNeeded: whole))
    let step = min(1 &+ Int(numerator / max(denominator, 1)), steps - 1)
    return part <= 0 || whole <= 0 ? 0 : part >= whole ? steps : step
}

/// A score in steps of equal width around 0, of which there are `count`.
@inline(__always)
func scoreBin(_ score: Int, width: Int, count: Int) -> Int {
    let bound = count / 2 &* width
    return (max(-bound, min(score, bound &- 1)) &+ bound) / width
}
