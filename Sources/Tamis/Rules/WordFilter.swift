/// A set of words that may say yes to a word it does not hold, and never no to one it holds (a Bloom filter of one hash).
struct WordFilter: Sendable {
    private var bits = [UInt64](repeating: 0, count: 256)

    /// Adds a folded word.
    mutating func insert(_ word: ArraySlice<UInt8>) {
        let hash = word.reduce(WordFilter.start, WordFilter.step)
        bits[Int(hash >> 6 & 255)] |= 1 << (hash & 63)
    }

    /// Whether the set may hold the first word of a line. Words that are not plain ASCII may always be in it.
    func mayHoldFirst(of utf8: [UInt8], _ line: ByteRange) -> Bool {
        utf8.withUnsafeBufferPointer { bytes in
            var index = line.lowerBound
            while index < line.upperBound, bytes[index] < 0x80, !WordFilter.isWord(bytes[index]) { index += 1 }
            var hash = WordFilter.start
            var isInNumber = false
            while index < line.upperBound, WordFilter.isWord(bytes[index]) {
                let isDigit = bytes[index] < 0x3A
                if !isDigit || !isInNumber { hash = WordFilter.step(hash, isDigit ? 0x30 : bytes[index] | 0x20) }
                isInNumber = isDigit
                index += 1
            }
            return index < line.upperBound && bytes[index] >= 0x80 || holds(hash)
        }
    }

    /// Whether the set may hold the last word of a line.
    func mayHoldLast(of utf8: [UInt8], _ line: ByteRange) -> Bool {
        utf8.withUnsafeBufferPointer { bytes in
            var end = line.upperBound
            while end > line.lowerBound, bytes[end - 1] < 0x80, !WordFilter.isWord(bytes[end - 1]) { end -= 1 }
            var start = end
            while start > line.lowerBound, WordFilter.isWord(bytes[start - 1]) { start -= 1 }
            if start > line.lowerBound, bytes[start - 1] >= 0x80 { return true }
            return mayHoldFirst(of: utf8, start..<end)
        }
    }

    private func holds(_ hash: UInt32) -> Bool {
        bits[Int(hash >> 6 & 255)] & 1 << (hash & 63) != 0
    }

    // FNV-1a, folded: words are short, and a wrong yes only costs a look-up.
    private static let start: UInt32 = 0x811C_9DC5

    private static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        let next = (hash ^ UInt32(byte)) &* 0x0100_0193
        return next ^ next >> 15
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41 || (0x30...0x39).contains(byte)
    }
}
