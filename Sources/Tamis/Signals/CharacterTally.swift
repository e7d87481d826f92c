// One pass over the bytes counts the kinds of characters and marks where characters start:
//
//     text    N  o  .  space  1  –           (the dash takes three bytes)
//     starts  1  1  1  1      1  1 0 0
//
// A table gives every ASCII byte a word of eight 8-bit counters, so that one addition counts all kinds; bytes from 0x80
// on are decoded one by one.

/// How many characters of each kind a text has, and where its characters start.
///
/// A character is a Unicode scalar, or a byte that is not part of valid UTF-8.
public struct CharacterTally: Sendable {
    /// Characters of the text.
    public private(set) var count = 0
    /// Characters of general category Nd.
    public private(set) var digitCount = 0
    /// Characters with the property Uppercase.
    public private(set) var uppercaseCount = 0
    /// Characters of general category Sm, Sc, Sk or So.
    public private(set) var symbolCount = 0
    /// Characters above U+007F.
    public private(set) var nonASCIICount = 0
    /// Characters with the property White_Space.
    public private(set) var whitespaceCount = 0
    /// Characters `<`, `&` and `=`, without which there is no markup.
    private(set) var markupStarterCount = 0

    /// One bit per byte, 1 where a character starts; empty where all bytes are ASCII.
    private var starts: [UInt64] = []

    init() {}

    /// Counts the characters of `utf8`, and those of each kind if `hasKinds`.
    init(_ utf8: [UInt8], hasKinds: Bool = true) {
        utf8.withUnsafeBufferPointer { bytes in
            if hasKinds { return count(bytes: bytes) }
            countNonASCII(bytes)
        }
    }

    /// The number of characters in `range`, which starts and ends between characters.
    @inline(__always)
    public func count(in range: ByteRange) -> Int {
        guard !starts.isEmpty, !range.isEmpty else { return range.count }
        // Nearly all words are ASCII and lie in one word of bits.
        let word = starts.withUnsafeBufferPointer { $0[range.lowerBound >> 6] }
        let isASCII = range.count <= 64 && ~(word >> UInt64(range.lowerBound & 63)) << UInt64(64 - range.count) == 0
        return isASCII ? range.count : startCount(in: range)
    }

    private func startCount(in range: ByteRange) -> Int {
        let first = range.lowerBound >> 6
        let last = (range.upperBound - 1) >> 6
        let head = UInt64.max << UInt64(range.lowerBound & 63)
        let tail = UInt64.max >> UInt64(63 - (range.upperBound - 1) & 63)
        return starts.withUnsafeBufferPointer { starts in
            if first == last {
                return (starts[first] & head & tail).nonzeroBitCount
            }
            var count = (starts[first] & head).nonzeroBitCount + (starts[last] & tail).nonzeroBitCount
            for word in (first + 1)..<last {
                count += starts[word] == .max ? 64 : starts[word].nonzeroBitCount
            }
            return count
        }
    }

    private mutating func count(bytes: UnsafeBufferPointer<UInt8>) {
        let kinds = asciiKinds
        var next = 0
        // Counters of eight bits hold 255 characters.
        for start in stride(from: 0, to: bytes.count, by: 255) {
            let end = min(start + 255, bytes.count)
            let packed = kinds.withUnsafeBufferPointer { kinds in
                var sum: UInt64 = 0
                for offset in start..<end {
                    sum &+= kinds[Int(bytes[offset])]
                }
                return sum
            }
            add(packed)
            if packed >> 48 & 0xFF != 0 {
                next = addNonASCII(bytes, from: max(start, next), to: end)
            }
        }
        count += bytes.count
    }

    /// Counts the characters and those above U+007F, and marks where they start.
    private mutating func countNonASCII(_ bytes: UnsafeBufferPointer<UInt8>) {
        var next = bytes.firstNonASCII(from: 0, to: bytes.count)
        while next < bytes.count {
            // Counters of eight bits hold 255 characters.
            next = addNonASCII(bytes, from: next, to: min(next + 255, bytes.count))
            next = bytes.firstNonASCII(from: next, to: bytes.count)
        }
        count += bytes.count
    }

    private mutating func add(_ packed: UInt64) {
        digitCount += Int(packed & 0xFF)
        uppercaseCount += Int(packed >> 8 & 0xFF)
        symbolCount += Int(packed >> 16 & 0xFF)
        whitespaceCount += Int(packed >> 24 & 0xFF)
        markupStarterCount += Int(packed >> 32 & 0xFF)
        nonASCIICount += Int(packed >> 40 & 0xFF)
    }

    /// Counts the characters above U+007F that start in `start..<end`, and takes the bytes that continue one off `count`.
    ///
    /// Returns where the last of them ends.
    private mutating func addNonASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        if starts.isEmpty {
            starts = [UInt64](repeating: .max, count: bytes.count / 64 + 1)
        }
        var packed: UInt64 = 0
        var continuationCount = 0
        var offset = start
        starts.withUnsafeMutableBufferPointer { starts in
            while offset < end {
                if bytes[offset] < 0x80 {
                    offset = bytes.firstNonASCII(from: offset, to: end)
                    continue
                }
                let scalar = DecodedScalar(bytes, at: offset, end: bytes.count)
                packed &+= packedKinds(of: scalar.properties) | 1 << 40
                for continuation in (offset &+ 1)..<(offset &+ scalar.length) {
                    starts[continuation >> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: continuation))
                }
                continuationCount &+= scalar.length &- 1
                offset &+= scalar.length
            }
        }
        add(packed)
        count -= continuationCount
        return offset
    }
}

/// Eight counters of eight bits: digit, upper case, symbol, white space; 0 for the four that follow.
@inline(__always)
private func packedKinds(of properties: ScalarProperties) -> UInt64 {
    (properties.isDecimalDigit ? 1 : 0)
        | (properties.isUppercase ? 1 << 8 : 0)
        | (properties.isSymbol ? 1 << 16 : 0)
        | (properties.isWhiteSpace ? 1 << 24 : 0)
}

/// The counters of each byte; the fifth counts `<`, `&` and `=`, the seventh bytes that are not ASCII.
private let asciiKinds: [UInt64] = (0..<256 as Range<UInt32>).map { byte in
    guard byte < 0x80 else { return 1 << 48 }
    let isMarkupStarter = "<&=".unicodeScalars.contains { $0.value == byte }
    return packedKinds(of: ScalarProperties(of: byte)) | (isMarkupStarter ? 1 << 32 : 0)
}
