import CKernels

/// A count in half octaves: 0, 1, 2, 3, 4–5, 6–7, 8–11, 12–15, 16–23, … as 0, 1, 2, 3, 4, 5, …; at most `limit`, which is below 48.
@inline(__always)
func octaveBin(_ count: Int, limit: Int) -> Int {
    min(Int(tamis_octave(UInt32(truncatingIfNeeded: max(count, 0)))), limit)
}

/// A part of a whole in `steps` equal steps; the last of `steps + 1` values is the whole itself, the first is nothing.
///
/// Both are below 2^32 / `steps`: they count lines and words.
@inline(__always)
func shareBin(_ part: Int, of whole: Int, steps: Int) -> Int {
    let (part, whole) = (UInt32(truncatingIfNeeded: max(part, 0)), UInt32(truncatingIfNeeded: max(whole, 0)))
    return Int(tamis_share(part, whole, UInt32(truncatingIfNeeded: steps)))
}

/// A score in steps of equal width around 0, of which there are `count`.
@inline(__always)
func scoreBin(_ score: Int, width: Int, count: Int) -> Int {
    let bound = count / 2 &* width
    return (max(-bound, min(score, bound &- 1)) &+ bound) / width
}
