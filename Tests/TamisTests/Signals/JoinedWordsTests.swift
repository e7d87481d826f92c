import Testing

@testable import Tamis

/// Runs of words joined without a space, beside the definition word by word.
@Suite struct JoinedWordsTests {
    /// The first words of later copies, as datatrove finds them.
    private func plainRepeats(_ words: [String], length: Int) -> [UInt32] {
        var seen: Set<String> = []
        var repeats: [UInt32] = []
        var position = 0
        while position + length <= words.count {
            if seen.insert(words[position..<(position + length)].joined()).inserted {
                position += 1
            } else {
                repeats.append(UInt32(position))
                position += length
            }
        }
        return repeats
    }

    @Test func randomTextsHaveTheRepeatsOfTheDefinition() {
        for seed in 0..<400 as Range<UInt64> {
            var random = RandomText(seed: seed)
            let alphabet =
                seed % 2 == 0 ? ["a", "b", "ab", "ba", "aab"] : ["the", "council", "met", "on", "a", "bridge", "é"]
            let words = (0..<Int(random.next() % 300)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))]
            }
            let utf8 = Array(words.joined(separator: seed % 3 == 0 ? "\n" : " ").utf8)
            utf8.withUnsafeBufferPointer { bytes in
                let split = SplitWords(SplitText(bytes, characters: CharacterTally(utf8)))
                split.joined.withUnsafeBufferPointer { bytes in
                    split.offsets.withUnsafeBufferPointer { offsets in
                        var joined = JoinedWords(bytes: bytes.baseAddress, offsets: offsets)
                        for length in 5...10 {
                            if length > 5 { joined.extend() }
                            let expected = plainRepeats(words, length: length)
                            #expect(Array(joined.repeats()) == expected, "seed \(seed), \(length) words")
                        }
                    }
                }
            }
        }
    }
}
