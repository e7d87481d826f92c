import Tamis

extension [Finding] {
    /// The findings, and one more for each run of bytes outside of them that JSON cannot hold, in ascending order.
    func withInvalidBytesReplaced(in utf8: [UInt8]) -> [Finding] {
        guard !utf8[...].isUTF8 else { return self }
        var result: [Finding] = []
        var next = 0
        var offset = 0
        while offset < utf8.count {
            if next < count, self[next].range.lowerBound <= offset {
                result.append(self[next])
                offset = Swift.max(offset, self[next].range.upperBound)
                next += 1
                continue
            }
            let scalar = DecodedScalar(in: utf8.span, at: offset)
            if !scalar.isValid {
                result.append(
                    Finding(
                        rule: "encoding", range: offset..<offset + 1, replacement: [0xEF, 0xBF, 0xBD],
                        evidence: .debris("byte that is not UTF-8")))
            }
            offset += scalar.length
        }
        return result + self[next...]
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes are valid UTF-8.
    var isUTF8: Bool {
        (try? UTF8Span(validating: span)) != nil
    }
}
