import CKernels
import Testing

@testable import Tamis

/// The kernels of the published filters, by each instruction set, beside plain definitions.
@Suite struct SplitBlockTests {
    private static let sets = [TAMIS_CPU_PORTABLE, TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512].filter {
        tamis_cpu_supports($0) != 0
    }

    /// Texts of odd bytes in all lengths about the size of a block.
    private static func texts(count: Int) -> [[UInt8]] {
        let bytes = Array(" \t\n\u{1C}a.Zb9_#[{}!?cookieslicy\u{A0}\u{2026}\u{3000}é東".utf8) + [0x80, 0xFF, 0x20, 0x20]
        return (0..<count).map { seed in
            var random = RandomText(seed: UInt64(seed))
            return (0..<(seed % 200)).map { _ in bytes[Int(random.next() % UInt64(bytes.count))] }
        }
    }

    @Test func allInstructionSetsGiveTheSameMasks() {
        for text in Self.texts(count: 600) {
            let masks = Self.sets.map { set in
                [tamis_split_block](unsafeUninitializedCapacity: (text.count + 63) / 64) { blocks, count in
                    text.withUnsafeBufferPointer {
                        tamis_split_blocks_on(set, $0.baseAddress, text.count, blocks.baseAddress)
                    }
                    count = (text.count + 63) / 64
                }.map { [$0.space, $0.letter, $0.word, $0.terminal, $0.line_end, $0.sign, $0.non_ascii, $0.lead] }
            }
            #expect(masks.allSatisfy { $0 == masks[0] })
        }
    }

    @Test func allInstructionSetsFindTheSamePairs() {
        let pairs = [("c", "k"), ("l", "y"), ("a", "."), ("z", "9"), ("_", "[")].map {
            tamis_letter_pair(first: $0.0.utf8.first!, second: $0.1.utf8.first!)
        }
        for text in Self.texts(count: 300) {
            for start in stride(from: 0, to: text.count, by: 7) {
                let found = Self.sets.map { tamis_find_pair_by($0, pairs, text, start, text.count) }
                #expect(found.allSatisfy { $0 == found[0] })
            }
        }
    }

    @Test func wordsAreThoseBetweenWhiteSpace() {
        for text in Self.texts(count: 600) {
            text.withUnsafeBufferPointer { utf8 in
                let split = SplitText(utf8, characters: CharacterTally(text))
                let words = SplitWords(split)
                var expected: [Range<Int>] = []
                var offset = 0
                while offset < text.count {
                    let length = split.spaceLength(at: offset)
                    if length > 0 {
                        offset += length
                    } else if expected.last?.upperBound == offset {
                        expected[expected.count - 1] = expected[expected.count - 1].lowerBound..<(offset + 1)
                        offset += 1
                    } else {
                        expected.append(offset..<(offset + 1))
                        offset += 1
                    }
                }
                #expect(words.words.map(\.range) == expected)
                #expect(Array(words.joined.prefix(Int(words.offsets.last!))) == expected.flatMap { text[$0] })
                #expect(
                    words.odd.map(Int.init) == expected.indices.filter { !text[expected[$0].lowerBound].isASCIILetter })
                for (first, second) in zip(words.words, words.words.dropFirst()) {
                    #expect((first.hash == second.hash) == (text[first.range] == text[second.range]))
                }
            }
        }
    }

    @Test(arguments: ["be", "that", "the", "of", "with", "to", "have", "and"])
    func stopWordsAreKnownAnywhere(_ word: String) {
        for text in [
            word, "x \(word)", "\(word) y", "x\(word) \(word) \(word)x", String(repeating: "z ", count: 40) + word,
        ] {
            let utf8 = Array(text.utf8)
            utf8.withUnsafeBufferPointer {
                let split = SplitText($0, characters: CharacterTally(utf8))
                #expect(SplitWords(split).distinctStopWordCount == 1)
                #expect(split.stopWordBit((utf8.count - 1)..<utf8.count) == 0)
            }
        }
        #expect(SplitText.count(of: "\(word)s \(word.uppercased()) x\(word)") == 0)
    }
}

extension SplitText {
    fileprivate static func count(of text: String) -> Int {
        let utf8 = Array(text.utf8)
        return utf8.withUnsafeBufferPointer {
            SplitWords(SplitText($0, characters: CharacterTally(utf8))).distinctStopWordCount
        }
    }
}
