// Example: after the prose "The old bridge is closed." the line "Bridge closed again" shares two of its three words with the
// prose, "Sports" none.

/// The words of the prose of a text, as a bit for each value of sixteen bits of their hashes.
struct ProseVocabulary {
    private var bits = [UInt64](repeating: 0, count: 1024)

    /// How many words of a line are looked at.
    private static let lineLimit = 8

    /// Adds the words of a line of prose.
    mutating func insert(_ line: Segment, _ words: UnsafeBufferPointer<Word>) {
        bits.withUnsafeMutableBufferPointer { bits in
            for index in line.words {
                let hash = words[index].hash
                bits[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
            }
        }
    }

    /// How many of a line's words, function words aside, are in the prose: none, one, two, three or more of each, as a value
    /// of the slot `shared`.
    ///
    /// - Parameter stopWordBits: A bit for each of the line's first words that is a function word.
    @inline(__always)
    func value(_ line: Segment, _ words: UnsafeBufferPointer<Word>, _ stopWordBits: UInt16) -> Int {
        var count = 0
        var sharedCount = 0
        for place in 0..<min(line.words.count, Self.lineLimit) where stopWordBits >> UInt16(place) & 1 == 0 {
            let hash = words[line.words.lowerBound &+ place].hash
            count += 1
            if bits[Int(hash >> 54)] >> (hash >> 48 & 63) & 1 != 0 { sharedCount += 1 }
        }
        return min(count, 4) * 5 + min(sharedCount, 4)
    }
}
