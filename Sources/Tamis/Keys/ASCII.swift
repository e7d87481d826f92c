// ASCII properties of a byte, without a look at any table.
extension UInt8 {
    var isASCIIDigit: Bool { self &- 0x30 < 10 }
    var isASCIIUppercase: Bool { self &- 0x41 < 26 }
    var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
    var isASCIIWhiteSpace: Bool { self == 0x20 || self &- 9 < 5 }
}

extension ArraySlice<UInt8> {
    /// The bytes without ASCII white space at either end.
    var trimmed: ArraySlice<UInt8> {
        var (start, end) = (startIndex, endIndex)
        while start < end, self[start].isASCIIWhiteSpace { start += 1 }
        while end > start, self[end - 1].isASCIIWhiteSpace { end -= 1 }
        return self[start..<end]
    }
}
