// Each word has one of two places, so a look at both tells whether it is there, without a branch that nobody can foresee:
//
//     places of "the"   3 or 90       places of "und"   3 or 41
//     "the" came first and has 3; "und" takes 41. Had that been taken too, its owner would go to its other place.

import CKernels

/// The function words of all languages that have a list, in one table.
struct StopWordSet: @unchecked Sendable {
    static let shared = StopWordSet()
    /// Cuckoo hashing (Pagh and Rodler 2004); 0 where free, as more than half of the places must be for each word to find one.
    ///
    /// Made once and never freed.
    let places: UnsafePointer<UInt64>

    private init() {
        let places = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << Int(TAMIS_WORD_SET_BITS))
        places.initialize(repeating: 0, count: 1 << Int(TAMIS_WORD_SET_BITS))
        self.places = UnsafePointer(places)
        for hash in StopWords.hashesOfAllLanguages where !contains(hash) {
            var hash = hash
            var place = tamis_word_set_place(hash)
            while places[place] != 0 {
                swap(&hash, &places[place])
                let first = tamis_word_set_place(hash)
                place = place == first ? tamis_word_set_other_place(hash) : first
            }
            places[place] = hash
        }
    }

    /// Asks for the table before words are looked for.
    func prefetch() { tamis_prefetch(places, MemoryLayout<UInt64>.stride << Int(TAMIS_WORD_SET_BITS)) }

    /// Whether the word with this hash is a function word of any language.
    private func contains(_ hash: UInt64) -> Bool {
        places[tamis_word_set_place(hash)] == hash || places[tamis_word_set_other_place(hash)] == hash
    }
}
