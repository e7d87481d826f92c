import Testing

@testable import Tamis

@Suite struct ShinglesTests {
    private static func hashes(_ text: String) -> [UInt64] {
        Fingerprint(Array(text.utf8), banding: Banding(threshold: 0.8)).shingles
    }

    @Test(arguments: [
        ("", 0), ("one two three four", 0), ("one two three four five", 1), ("one two three four five six", 2),
        ("東京は大都市", 2),
    ])
    func everyRunOfFiveWordsIsAShingle(text: String, count: Int) {
        #expect(Self.hashes(text).count == count)
    }

    @Test func sameWordsHaveTheSameHashWhereverTheyStand() {
        let once = Self.hashes("the quick brown fox jumps")[0]
        #expect(Self.hashes("See: “The QUICK brown fox … jumps”! And then")[1] == once)
        #expect(Self.hashes("quick the brown fox jumps")[0] != once)
        #expect(Self.hashes("jumps the quick brown fox")[0] != once)
    }

    @Test(arguments: [
        ("It's 16,000 a day.", "it s 16 000 a day"), ("He can’t read_me at 3.30", "he can t read me at 3 30"),
        ("Der naïve_Kafka's Prozeß", "der naive kafka s prozess"), ("½ of it: L'été est là", "1 2 of it l ete est la"),
    ])
    func wordsAreThoseOfTheNearKey(text: String, nearKey: String) {
        #expect(!Self.hashes(text).isEmpty)
        #expect(Self.hashes(text) == Self.hashes(nearKey))
    }

    /// All 16⁵ runs over 16 words, so that runs differ in one word, in order, in repeats.
    @Test func hashesCollideAsSeldomAsRandomNumbers() {
        let words = (0..<16).map { number in
            SegmentedDocument(Document(id: "word", utf8: Array("word\(number)".utf8)), levels: .words).words[0]
        }
        var hashes: [UInt64] = []
        for number in 0..<(1 << 20) {
            hashes += Shingles.hashes(of: (0..<5).map { words[number >> ($0 * 4) & 15] })
        }
        #expect(Set(hashes).count == 1 << 20)
        // Of 2²⁰ random numbers of 32 bits, 128 ± 11 repeat an earlier one.
        let lowerCollisionCount = hashes.count - Set(hashes.map { UInt32(truncatingIfNeeded: $0) }).count
        let upperCollisionCount = hashes.count - Set(hashes.map { UInt32($0 >> 32) }).count
        #expect(abs(lowerCollisionCount - 128) < 45)
        #expect(abs(upperCollisionCount - 128) < 45)
    }
}
