/// A list of function words, looked up by `Word.hash`.
struct StopWords: Sendable {
    /// The hashes, each in the first free place from the one its upper bits name; 0 where free.
    private let places: [UInt64]
    /// A bit per value of twelve bits of the hash: nearly all other words are turned down by it.
    private let filter: [UInt64]

    /// English articles, pronouns, prepositions, conjunctions, auxiliaries, their contractions and the adverbs of grammar.
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
        aren't can't cannot couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's i'd i'll i'm i've isn't
        it'd it'll it's let's mustn't she'd she'll she's shouldn't that's there's they'd they'll they're they've wasn't
        we'd we'll we're we've weren't what's who's won't wouldn't you'd you'll you're you've
        """)

    /// Takes the words of a text, at most half as many as there are places.
    init(_ text: String) {
        let words = SegmentedDocument(Document(id: "", utf8: Array(text.utf8)), levels: .words).words
        var places = [UInt64](repeating: 0, count: 1024)
        var filter = [UInt64](repeating: 0, count: 64)
        for hash in words.map(\.hash) {
            var place = Int(hash >> 54)
            while places[place] != 0, places[place] != hash { place = (place + 1) & 1023 }
            places[place] = hash
            filter[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
        }
        self.places = places
        self.filter = filter
    }

    /// The hashes of the words, in no particular order.
    var hashes: [UInt64] { places.filter { $0 != 0 } }

    /// Whether the word with this hash is on the list.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        let bits = filter.withUnsafeBufferPointer { $0[Int(truncatingIfNeeded: hash >> 6 & 63)] }
        return bits >> (hash & 63) & 1 != 0 && isListed(hash)
    }

    private func isListed(_ hash: UInt64) -> Bool {
        var place = Int(hash >> 54)
        while places[place] != 0 {
            if places[place] == hash { return true }
            place = (place + 1) & 1023
        }
        return false
    }
}
