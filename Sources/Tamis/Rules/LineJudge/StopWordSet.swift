/// The function words of all languages that have a list, in one table.
struct StopWordSet: @unchecked Sendable {
    static let shared = StopWordSet()
    /// Open addressing; 0 where free.
    ///
    /// Made once and never freed.
    private let places: UnsafePointer<UInt64>
    private static let placeBits: UInt64 = 13

    private init() {
        let places = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << Self.placeBits)
        places.initialize(repeating: 0, count: 1 << Self.placeBits)
        for hash in StopWords.hashesOfAllLanguages {
            var place = Int(hash >> (64 - Self.placeBits))
            while places[place] != 0, places[place] != hash { place = (place + 1) & (1 << Self.placeBits - 1) }
            places[place] = hash
        }
        self.places = UnsafePointer(places)
    }

    /// Whether the word with this hash is a function word of any language.
    @inline(__always)
    func contains(_ hash: UInt64) -> Bool {
        var place = Int(hash >> (64 - Self.placeBits))
        while places[place] != 0 {
            if places[place] == hash { return true }
            place = (place + 1) & (1 << Self.placeBits - 1)
        }
        return false
    }
}
