// Each word has one of two places, so a look at both tells whether it is there, without a branch that nobody can foresee:
//
//     places of "the"   3 or 90       places of "und"   3 or 41
//     "the" came first and has 3; "und" takes 41. Had that been taken too, its owner would go to its other place.

/// The function words of all languages that have a list, in one table.
struct StopWordSet: @unchecked Sendable {
    static let shared = StopWordSet()
    /// Cuckoo hashing (Pagh and Rodler 2004); 0 where free, as more than half of the places must be for each word to find one.
    ///
    /// Made once and never freed.
    private let places: UnsafePointer<UInt64>
    private static let placeBits: UInt64 = 12

    private init() {
        let places = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << Self.placeBits)
        places.initialize(repeating: 0, count: 1 << Self.placeBits)
        self.places = UnsafePointer(places)
        for hash in StopWords.hashesOfAllLanguages where !contains(hash) {
            var hash = hash
            var place = Self.place(hash)
            while places[place] != 0 {
                swap(&hash, &places[place])
                place = place == Self.place(hash) ? Self.otherPlace(hash) : Self.place(hash)
            }
            places[place] = hash
        }
    }

    /// Whether the word with this hash is a function word of any language.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        let (first, second) = (places[Self.place(hash)], places[Self.otherPlace(hash)])
        return min(first ^ hash, second ^ hash) == 0
    }

    @inline(__always)
    private static func place(_ hash: UInt64) -> Int { Int(hash >> (64 - placeBits)) }

    @inline(__always)
    private static func otherPlace(_ hash: UInt64) -> Int { Int(hash >> (64 - 2 * placeBits) & (1 << placeBits - 1)) }
}
