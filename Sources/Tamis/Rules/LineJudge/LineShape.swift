// Example: "By Ann Lee | 5 May 2024" has seven words, of which four begin with a capital, one separator, five digits,
// begins with a capital and ends in a digit.

import CKernels

/// What the bytes of one line look like.
struct LineShape {
    /// How many of the bytes looked at are of a class, and what stands behind what.
    let counts: tamis_line_shape
    /// The class that the line begins with and that it ends with, as far as it goes by classes.
    let opening: Int
    let ending: Int
    let scannedCount: Int

    /// Looks at a trimmed line that is not empty: at its first `limit` bytes, at most `TAMIS_SHAPED_BYTES`, and at its end.
    @inline(__always)
    init(_ line: ByteRange, upTo limit: Int, of utf8: UnsafeBufferPointer<UInt8>, on processor: tamis_cpu) {
        scannedCount = min(line.count, limit)
        let rest = UnsafeBufferPointer(rebasing: utf8[line.lowerBound...])
        var counts = tamis_line_shape()
        tamis_shape_line_on(processor, rest.baseAddress, scannedCount, rest.count, &counts)
        self.counts = counts
        opening = Self.openingClass(line, utf8)
        ending = Self.endingClass(line, utf8)
    }

    private static func openingClass(_ line: ByteRange, _ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        let first = utf8[line.lowerBound]
        let value = ByteClass.number(of: first)
        guard line.count > 1 else { return value }
        let second = utf8[line.lowerBound + 1]
        switch (first, second) {
        case (0xE2, 0x80) where line.count > 2:
            switch utf8[line.lowerBound + 2] {
            case 0x98...0x9F: return ByteClass.quote.rawValue
            case 0x90...0x95: return ByteClass.dash.rawValue
            default: return ByteClass.separator.rawValue
            }
        case (0xE2, _), (0xF0, 0x9F): return ByteClass.separator.rawValue
        case (0xC2, 0xAB), (0xC2, 0xBB): return ByteClass.quote.rawValue
        case (0xC2, _): return ByteClass.other.rawValue
        default: break
        }
        // A number and a stop begin an item of a list.
        if value == ByteClass.digit.rawValue {
            let third = line.count > 2 ? utf8[line.lowerBound + 2] : 0
            if second == 0x2E || second == 0x29 || third == 0x2E || third == 0x29 { return ByteClass.colon.rawValue }
        }
        return value
    }

    private static func endingClass(_ line: ByteRange, _ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        var end = line.upperBound
        let last = utf8[end - 1]
        if line.count > 2, last >= 0x80 {
            switch (utf8[end - 3], utf8[end - 2], last) {
            case (0xE2, 0x80, 0xA6): return ByteClass.dash.rawValue
            case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return ByteClass.stop.rawValue
            case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C): end -= 3
            default: return (utf8[end - 2] == 0xC2 ? ByteClass.other : ByteClass.lead).rawValue
            }
        } else if last == 0x22 || last == 0x29 || last == 0x27 || last == 0x5D {
            end -= 1
        }
        guard end > line.lowerBound else { return ByteClass.other.rawValue }
        let inner = utf8[end - 1]
        if inner == 0x2E, line.count > 3, utf8[end - 2] == 0x2E { return ByteClass.dash.rawValue }
        if inner == 0x3F { return ByteClass.money.rawValue }
        if inner == 0x21 { return ByteClass.sign.rawValue }
        let value = ByteClass.number(of: inner)
        if value == ByteClass.stop.rawValue { return value }
        return ByteClass.number(of: last)
    }
}
