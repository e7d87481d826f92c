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
    /// whole or not at all; an empty range stays empty. O(log n) in the number of escapes.
    public func rawRange(of range: ByteRange) -> ByteRange {
        let lower = rawOffset(of: range.lowerBound, roundingUp: false)
        return lower..<max(lower, range.isEmpty ? lower : rawOffset(of: range.upperBound, roundingUp: true))
    }

    private func rawOffset(of offset: Int, roundingUp: Bool) -> Int {
        guard let escape = lastEscape(before: offset) else { return rawStart + offset }
        let decodedEnd = Int(escape.decoded_offset) + Int(escape.decoded_count)
        let rawEnd = Int(escape.raw_offset) + Int(escape.raw_count)
        if offset >= decodedEnd { return rawStart + rawEnd + offset - decodedEnd }
        return rawStart + (roundingUp ? rawEnd : Int(escape.raw_offset))
    }

    /// The last escape that starts before `offset`.
    private func lastEscape(before offset: Int) -> tamis_escape? {
        var low = 0
        var high = escapes.count
        while low < high {
            let middle = (low + high) / 2
            if Int(escapes[middle].decoded_offset) < offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? escapes[low - 1] : nil
    }
}
