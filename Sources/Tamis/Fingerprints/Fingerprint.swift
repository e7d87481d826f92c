import CKernels

/// What the corpus keeps of a document.
public struct Fingerprint: Sendable {
    /// Shorter paragraphs have no key.
    public static let leastParagraphWordCount = 10

    /// The key of the whole text's exact folding, in which line ends are blanks like others; nil for a text without words.
    ///
    /// Texts without words are never duplicates.
    public let exactKey: Key?
    /// The signature's keys; none for a document of fewer than five words.
    public let bandKeys: [UInt64]
    /// The distinct keys of paragraphs of ten words or more, in rising order; never equal to a band key.
    ///
    /// They propose the pairs in which one document contains the other.
    public let paragraphKeys: [UInt64]
    /// The hashes of all runs of five words, in the order of the text, with repeats.
    public let shingles: [UInt64]
    /// The length of the text in Unicode scalars.
    public let characterCount: Int

    /// Takes the fingerprint of `text`, which has the levels `.words` and `.paragraphs`; linear in its length, apart from sorting
    /// the keys of its paragraphs; `seed` is the secret of the exact key.
    public init(_ text: SegmentedDocument, banding: Banding, seed: UInt64 = 0) {
        exactKey = text.words.isEmpty || text.lines.isEmpty ? nil : Self.wholeKey(text, seed: seed)
        shingles = Shingles.hashes(of: text.words)
        bandKeys = shingles.isEmpty ? [] : Signature(shingles: shingles).bandKeys(banding)
        paragraphKeys = Self.paragraphKeys(text)
        characterCount = tamis_count_characters(text.document.utf8, text.document.utf8.count)
    }

    /// The key that stands for a paragraph with this exact key.
    public static func paragraphKey(_ key: Key) -> UInt64 { key.low ^ key.high | BandKeySpace.paragraphBit }

    /// Whether a key is a paragraph's and not a band's.
    public static func isParagraphKey(_ key: UInt64) -> Bool { key & BandKeySpace.paragraphBit != 0 }

    /// Joins the foldings of the lines, none of which is blank, by blanks.
    private static func wholeKey(_ text: SegmentedDocument, seed: UInt64) -> Key {
        let byteCount = text.lines.reduce(0) { $0 + $1.foldedRange.count + 1 }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: byteCount) { joined in
            text.folded.withUnsafeBufferPointer { folded in
                var end = joined.baseAddress!
                for line in text.lines {
                    end.update(from: folded.baseAddress! + line.foldedRange.lowerBound, count: line.foldedRange.count)
                    end += line.foldedRange.count
                    end.pointee = 0x20
                    end += 1
                }
            }
            return Key(hashing: UnsafeBufferPointer(rebasing: joined[..<(byteCount - 1)]), seed: seed)
        }
    }

    private static func paragraphKeys(_ text: SegmentedDocument) -> [UInt64] {
        var keys: [UInt64] = []
        for paragraph in text.paragraphs where paragraph.words.count >= leastParagraphWordCount {
            keys.append(paragraphKey(paragraph.key))
        }
        keys.sort()
        var last: UInt64?
        keys.removeAll { key in
            defer { last = key }
            return key == last
        }
        return keys
    }
}
