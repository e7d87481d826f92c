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

    /// Takes the fingerprint of a text; linear in its length, apart from sorting the keys of its paragraphs.
    ///
    /// - Parameters:
    ///   - seed: A secret of the run for the exact key, where nobody else is to know it; 0 for keys that are kept.
    ///   - keysParagraphs: Whether paragraph keys are wanted.
    public init(_ utf8: [UInt8], banding: Banding, seed: UInt64 = 0, keysParagraphs: Bool = true) {
        self = ShingledText.with(utf8) {
            Fingerprint($0, banding: banding, seed: seed, keysParagraphs: keysParagraphs)
        }
    }

    private init(_ text: ShingledText, banding: Banding, seed: UInt64, keysParagraphs: Bool) {
        shingles = text.shingles
        bandKeys = shingles.isEmpty ? [] : Signature(shingles: shingles).bandKeys(banding)
        characterCount = tamis_count_characters(text.text.utf8.baseAddress, text.text.utf8.count)
        let paragraphs = keysParagraphs ? text.layout().paragraphs : []
        (exactKey, paragraphKeys) = Self.keys(of: text, paragraphs, seed: seed)
    }

    /// The key that stands for a paragraph with this exact key.
    public static func paragraphKey(_ key: Key) -> UInt64 { key.low ^ key.high | BandKeySpace.paragraphBit }

    /// Whether a key is a paragraph's and not a band's.
    public static func isParagraphKey(_ key: UInt64) -> Bool { key & BandKeySpace.paragraphBit != 0 }

    /// Folds the whole text once; the foldings of its paragraphs are parts of that.
    private static func keys(
        of text: ShingledText, _ paragraphs: [ShingledText.Paragraph], seed: UInt64
    ) -> (exactKey: Key?, paragraphKeys: [UInt64]) {
        guard !text.words.isEmpty else { return (nil, []) }
        let byteCount = text.text.utf8.count
        var folder = ExactFolder(text.text, capacity: byteCount + 64)
        var paragraphKeys: [UInt64] = []
        folder.begin(at: 0)
        for paragraph in paragraphs where paragraph.words.count >= leastParagraphWordCount {
            folder.fold(to: paragraph.content.lowerBound)
            let start = folder.buffer.count
            folder.fold(to: paragraph.content.upperBound)
            let key = Key(hashing: UnsafeBufferPointer(rebasing: folder.buffer.written[start...]))
            paragraphKeys.append(paragraphKey(key))
        }
        folder.fold(to: byteCount)
        _ = folder.finish()
        return (Key(hashing: folder.buffer.written, seed: seed), paragraphKeys.ascendingDistinct())
    }
}

extension [UInt64] {
    /// The values in rising order, each once.
    func ascendingDistinct() -> [UInt64] {
        guard count > 1 else { return self }
        var sorted = sorted()
        var last = 0
        for index in 1..<sorted.count {
            last += sorted[index] == sorted[last] ? 0 : 1
            sorted[last] = sorted[index]
        }
        sorted.removeLast(sorted.count - last - 1)
        return sorted
    }
}
