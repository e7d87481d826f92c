// Example: "By Ann Lee | 5 May 2024" has seven words, of which four begin with a capital, one separator, five digits,
// begins with a capital and ends in a digit.

/// What the bytes of one line look like.
struct LineShape {
    private(set) var glueCount = 0
    private(set) var innerStopCount = 0
    private(set) var foreignSeparatorCount = 0
    private(set) var hasCopyright = false
    private(set) var hasTime = false
    private(set) var hasAddress = false
    private(set) var ending = 0
    private(set) var opening = 0
    private(set) var scannedCount = 0
    private var counts = SIMD2<UInt64>()

    /// How many of the bytes looked at are of a class.
    @inline(__always)
    func count(_ byteClass: ByteClass) -> Int {
        let value = UInt64(byteClass.rawValue)
        return Int((value < 8 ? counts[0] >> (value * 8) : counts[1] >> ((value - 8) * 8)) & 0xFF)
    }

    /// Looks at a trimmed line that is not empty: at its first `limit` bytes, fewer than 256, and at its end.
    @inline(__always)
    init(_ line: ByteRange, upTo limit: Int, of utf8: UnsafeBufferPointer<UInt8>, classes: ByteClassTables) {
        let end = min(line.upperBound, line.lowerBound + limit)
        scannedCount = end - line.lowerBound
        // No branch depends on what the bytes are: it could not be foreseen.
        var previous = ByteClass.space.rawValue &* 16
        var events: UInt64 = 0
        for index in line.lowerBound..<end {
            let byte = Int(utf8[index])
            let value = Int(classes.classes[byte])
            counts &+= classes.units[byte]
            events &+= classes.events[previous &+ value]
            previous = value &* 16
        }
        if count(.lead) > 0 {
            for index in line.lowerBound..<end where classes.classes[Int(utf8[index])] == ByteClass.lead.rawValue {
                noteForeign(index, end, utf8)
            }
        }
        glueCount = Int(events & 0xFF)
        innerStopCount = Int(events >> 8 & 0xFF)
        hasTime = events >> 16 & 0xFF != 0
        hasAddress = events >> 24 != 0
        opening = Self.openingClass(line, utf8, classes.classes)
        ending = Self.endingClass(line, utf8, classes.classes)
    }

    @inline(__always)
    private mutating func noteForeign(_ index: Int, _ end: Int, _ utf8: UnsafeBufferPointer<UInt8>) {
        guard index + 1 < end else { return }
        switch (utf8[index], utf8[index + 1]) {
        case (0xC2, 0xA9): hasCopyright = true
        case (0xC2, 0xB7), (0xC2, 0xBB), (0xC2, 0xAB): foreignSeparatorCount += 1
        case (0xE2, 0x80) where index + 2 < end:
            if utf8[index + 2] == 0xA2 || utf8[index + 2] == 0xBA || utf8[index + 2] == 0xB9 {
                foreignSeparatorCount += 1
            }
        case (0xE2, 0x86), (0xE2, 0x96), (0xE2, 0x97): foreignSeparatorCount += 1
        default: break
        }
    }

    private static func openingClass(
        _ line: ByteRange, _ utf8: UnsafeBufferPointer<UInt8>, _ classes: UnsafePointer<UInt8>
    ) -> Int {
        let first = utf8[line.lowerBound]
        let value = Int(classes[Int(first)])
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

    private static func endingClass(
        _ line: ByteRange, _ utf8: UnsafeBufferPointer<UInt8>, _ classes: UnsafePointer<UInt8>
    ) -> Int {
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
        let value = Int(classes[Int(inner)])
        if value == ByteClass.stop.rawValue { return value }
        return Int(classes[Int(last)])
    }
}
