// Example: after the prose "The old bridge is closed." the line "Bridge closed again" shares two of its three words with the
// prose, "Sports" none.

import CKernels

/// The words of the prose of a text, as a bit for each value of sixteen bits of their hashes.
struct ProseVocabulary: ~Copyable {
    private let words = UnsafeMutablePointer<tamis_vocabulary>.allocate(capacity: 1)

    /// How many words of a line are looked at.
    private static let lineLimit = 8

    /// Makes a vocabulary without words.
    init() { tamis_clear_vocabulary(words) }

    deinit { words.deallocate() }

    /// Adds the words of a line of prose.
    func insert(_ line: Segment, _ words: UnsafePointer<tamis_word>) {
        tamis_add_to_vocabulary(self.words, words + line.words.lowerBound, line.words.count)
    }

    /// How many of a line's words, function words aside, are in the prose: none, one, two, three or more of each, as a value
    /// of the slot `shared`.
    ///
    /// - Parameter stopWordBits: A bit for each of the line's first words that is a function word.
    @inline(__always)
    func value(_ line: Segment, _ words: UnsafePointer<tamis_word>, _ stopWordBits: UInt16) -> UInt8 {
        let found = tamis_find_in_vocabulary(
            self.words, words + line.words.lowerBound, min(line.words.count, Self.lineLimit), stopWordBits)
        return UInt8(truncatingIfNeeded: min(found.content, 4) &* 5 &+ min(found.shared, 4))
    }
}
