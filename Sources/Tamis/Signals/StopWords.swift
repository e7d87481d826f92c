import CXXHash

/// A list of function words, looked up by the hash of their near folding.
struct StopWords: Sendable {
    private let hashes: [UInt64]

    /// English articles, pronouns, prepositions, conjunctions, auxiliaries and the adverbs of grammar.
    static let english = StopWords(
        """
        a about above across after again against all along also although am among an and another any are around as at
        be because been before behind being below beneath beside between beyond both but by
        can could did do does doing done down during each either else ever every
        few for from had has have having he her here hers herself him himself his how
        i if in inside into is it its itself just least less many may me might mine more most much must my myself
        near neither nor not now of off on once one only onto or other others ought our ours ourselves out over own per
        rather same several shall she should since so some such than that the their theirs them themselves then there
        therefore these they this those though through throughout thus till to too toward towards
        under unless until up upon us very via was we were what whatever when whenever where whereas wherever whether
        which whichever while who whoever whom whose why will with within without would
        yet you your yours yourself yourselves
        """)

    /// Takes words in near folding, separated by white space.
    init(_ words: String) {
        var slots = [UInt64](repeating: 0, count: 1024)
        for word in words.split(whereSeparator: \.isWhitespace) {
            // ASCII words in lower case are their own near folding, which `Word.hash` hashes in the same way.
            let hash = Array(word.utf8).withUnsafeBufferPointer { tamis_xxh3_64($0.baseAddress, $0.count, 0) }
            var slot = Int(truncatingIfNeeded: hash) & 1023
            while slots[slot] != 0 {
                slot = (slot + 1) & 1023
            }
            slots[slot] = hash
        }
        hashes = slots
    }

    /// Whether the word with this hash is on the list.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        hashes.withUnsafeBufferPointer { hashes in
            var slot = Int(truncatingIfNeeded: hash) & 1023
            while hashes[slot] != 0 {
                if hashes[slot] == hash { return true }
                slot = (slot + 1) & 1023
            }
            return false
        }
    }
}
