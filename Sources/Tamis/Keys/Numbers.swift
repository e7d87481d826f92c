extension ByteBuffer {
    /// Puts one `0` for decimal digits that follow each other, also with blanks between them: "1 024 views" (once
    /// "1,024 views") is "0 views".
    mutating func collapseNumbers(from start: Int) {
        let text = UnsafeBufferPointer(start: bytes, count: count)
        var write = start
        var read = start
        var endsInNumber = false
        while read < text.count {
            let byte = text[read]
            if byte < 0x80, !byte.isASCIIDigit, byte != 0x20 || !endsInNumber {
                bytes[write] = byte
                (read, write) = (read + 1, write + 1)
                endsInNumber = false
                continue
            }
            let scalar = DecodedScalar(text, at: read, end: text.count)
            let isDigit = scalar.value < 0x80 ? UInt8(scalar.value).isASCIIDigit : scalar.properties.isDecimalDigit
            if isDigit {
                if !endsInNumber {
                    bytes[write] = 0x30
                    write += 1
                }
                endsInNumber = true
                read += scalar.length
            } else if scalar.value == 0x20, endsInNumber, isDigitNext(text, read + 1) {
                read += 1
            } else {
                endsInNumber = false
                for place in 0..<scalar.length { bytes[write + place] = bytes[read + place] }
                write += scalar.length
                read += scalar.length
            }
        }
        count = write
    }

    private borrowing func isDigitNext(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        offset < text.count && DecodedScalar(text, at: offset, end: text.count).properties.isDecimalDigit
    }

    mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
        guard let bytes = other.baseAddress else { return }
        reserve(other.count)
        end.update(from: bytes, count: other.count)
        count += other.count
    }
}
