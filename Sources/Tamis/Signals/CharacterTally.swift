import CKernels

// One pass over the bytes counts ASCII by kind; another, over the rest, counts and marks where characters start:
//
//     text    N  o  .  space  1  –           (the dash takes three bytes)
//     starts  1  1  1  1      1  1 0 0

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
    /// For each word of `starts` how many characters start before it.
    private var startCounts: [Int] = []

    /// Whether each character is a byte.
    var isASCII: Bool { starts.isEmpty }

    init() {}

    /// Counts the characters of `utf8`, and those of each kind if `hasKinds`.
    init(_ utf8: [UInt8], hasKinds: Bool = true) {
        utf8.withUnsafeBufferPointer { bytes in
            count = bytes.count
            if !hasKinds || countKinds(bytes) { markStarts(bytes) }
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

    /// The number of characters in all of `words`, which ascend.
    func count(in words: UnsafeBufferPointer<Word>) -> Int {
        var total = 0
        for word in words { total &+= Int(word.end &- word.start) }
        guard !isASCII else { return total }
        // Nearly all bytes start a character: the others are sought one by one, and their words.
        var next = 0
        for (block, bits) in starts.enumerated() where bits != .max {
            var rest = ~bits
            while rest != 0 {
                let offset = UInt32(truncatingIfNeeded: block &* 64 &+ rest.trailingZeroBitCount)
                while next &+ 16 <= words.count, words[next &+ 15].end <= offset { next &+= 16 }
                while next < words.count, words[next].end <= offset { next &+= 1 }
                if next < words.count, words[next].start <= offset { total &-= 1 }
                rest &= rest &- 1
            }
        }
        return total
    }

    private func startCount(in range: ByteRange) -> Int {
        startCount(before: range.upperBound) - startCount(before: range.lowerBound)
    }

    private func startCount(before offset: Int) -> Int {
        let block = offset >> 6
        let below = starts.withUnsafeBufferPointer { $0[block] } & ~(UInt64.max << UInt64(offset & 63))
        return startCounts.withUnsafeBufferPointer { $0[block] } &+ below.nonzeroBitCount
    }

    /// Counts ASCII by kind; returns whether there are other bytes.
    private mutating func countKinds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        let counts = tamis_count_character_kinds(base, bytes.count)
        digitCount = counts.digit
        uppercaseCount = counts.uppercase
        symbolCount = counts.symbol
        whitespaceCount = counts.space
        markupStarterCount = counts.markup_starter
        return counts.non_ascii > 0
    }

    /// Counts the characters above U+007F, and marks where characters start if there are any.
    private mutating func markStarts(_ bytes: UnsafeBufferPointer<UInt8>) {
        var offset = bytes.firstNonASCII(from: 0, to: bytes.count)
        guard offset < bytes.count else { return }
        starts = [UInt64](repeating: .max, count: bytes.count / 64 + 1)
        while offset < bytes.count {
            // Counters of eight bits hold 255 characters.
            offset = addNonASCII(bytes, from: offset, to: min(offset + 255, bytes.count))
            offset = bytes.firstNonASCII(from: offset, to: bytes.count)
        }
        startCounts = [Int](filling: starts.count) { counts, count in
            var sum = 0
            for block in starts.indices {
                counts[block] = sum
                sum &+= starts[block].nonzeroBitCount
            }
            count = starts.count
        }
    }

    private mutating func add(_ packed: UInt64) {
        digitCount += Int(packed & 0xFF)
        uppercaseCount += Int(packed >> 8 & 0xFF)
        symbolCount += Int(packed >> 16 & 0xFF)
        whitespaceCount += Int(packed >> 24 & 0xFF)
        nonASCIICount += Int(packed >> 32 & 0xFF)
    }

    /// Counts the characters above U+007F that start in `start..<end`, and takes the bytes that continue one off `count`.
    ///
    /// Returns where the last of them ends.
    private mutating func addNonASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
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
                packed &+= packedKinds(of: scalar.properties) | 1 << 32
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

/// Counters of eight bits: digit, upper case, symbol, white space; 0 for those that follow.
@inline(__always)
private func packedKinds(of properties: ScalarProperties) -> UInt64 {
    (properties.isDecimalDigit ? 1 : 0)
        | (properties.isUppercase ? 1 << 8 : 0)
        | (properties.isSymbol ? 1 << 16 : 0)
        | (properties.isWhiteSpace ? 1 << 24 : 0)
}
