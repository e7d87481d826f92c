import CKernels
import Tamis

/// A JSON string's text, with the way back to its raw spelling.
public struct DecodedText: Sendable {
    /// The text in WTF-8: UTF-8 in which a lone surrogate is three bytes.
    ///
    /// Invalid bytes of the input are kept.
    public let bytes: [UInt8]
    /// The offset of the text's first byte in the record.
    let rawStart: Int
    /// The escapes, in order: where the text and its raw spelling part.
    let escapes: [tamis_escape]

    /// The raw bytes that spell `range` of the text, as offsets in the record.
    ///
    /// A border inside a character that one escape spells moves out to the escape's border, so that an escape is taken
    /// whole or not at all; an empty range stays empty. O(log n) in the number of escapes, and linear in those of `range`.
    public func rawRange(of range: ByteRange) -> ByteRange {
        var low = 0
        var high = escapes.count
        while low < high {
            let middle = (low + high) / 2
            if Int(escapes[middle].decoded_offset) < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return rawRange(of: range, after: &low)
    }

    /// The same for ranges that ascend and do not overlap, one after the other: `escapeCount` is 0 first, then the escapes that were passed.
    func rawRange(of range: ByteRange, after escapeCount: inout Int) -> ByteRange {
        let lower = rawOffset(of: range.lowerBound, after: &escapeCount, roundingUp: false)
        guard !range.isEmpty else { return lower..<lower }
        return lower..<max(lower, rawOffset(of: range.upperBound, after: &escapeCount, roundingUp: true))
    }

    private func rawOffset(of offset: Int, after escapeCount: inout Int, roundingUp: Bool) -> Int {
        while escapeCount < escapes.count, Int(escapes[escapeCount].decoded_offset) < offset { escapeCount += 1 }
        guard escapeCount > 0 else { return rawStart + offset }
        // The last escape that starts before `offset`.
        let escape = escapes[escapeCount - 1]
        let decodedEnd = Int(escape.decoded_offset) + Int(escape.decoded_count)
        let rawEnd = Int(escape.raw_offset) + Int(escape.raw_count)
        if offset >= decodedEnd { return rawStart + rawEnd + offset - decodedEnd }
        return rawStart + (roundingUp ? rawEnd : Int(escape.raw_offset))
    }
}
