import CKernels

/// What the corpus keeps of a document.
public struct Fingerprint: Sendable {
    /// Shorter paragraphs have no key.
    public static let leastParagraphWordCount = 10

    /// The key of the whole text's exact folding, in which line ends are blanks like others; nil for a text without
    /// words, and where it was not asked for.
    ///
    /// Texts without words are never duplicates.
    public let exactKey: Key?
    /// The signature's keys; none for a document of fewer than five words, and of a short one where they are put off.
    public let bandKeys: [UInt64]
    /// The distinct keys of paragraphs of ten words or more, in rising order; never equal to a band key.
    ///
    /// They propose the pairs in which one document contains the other.
    public let paragraphKeys: [UInt64]
    /// The hashes of all runs of five words, in the order of the text, with repeats.
    public let shingles: [UInt64]
    /// The length of the text in Unicode scalars.
    public let characterCount: Int

    /// The most shingles of a short text, which has more band keys than shingles.
    package static let shortShingleCount = 16

    /// What is taken of a text besides its length.
    public struct Detail: OptionSet, Sendable {
        /// One bit per kind of key.
        public let rawValue: UInt8

        /// Makes a set from its bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The exact key, which finds copies.
        public static let exactKey = Detail(rawValue: 1)
        /// Shingles and the signature's keys, which find near duplicates.
        public static let signature = Detail(rawValue: 2)
        /// Paragraph keys, which find contained documents by their shingles.
        public static let paragraphs = Detail(rawValue: 6)
        /// No band keys of short texts; `Signature` makes them of the shingles when they are wanted.
        package static let putsOffShortTexts = Detail(rawValue: 8)
        /// Everything.
        public static let all: Detail = [.exactKey, .signature, .paragraphs]
    }

    /// Takes the fingerprint of a text; linear in its length, apart from sorting the keys of its paragraphs.
    ///
    /// - Parameters:
    ///   - seed: A secret of the run for the exact key, where nobody else is to know it; 0 for keys that are kept.
    ///   - detail: What is wanted; of all else there is nothing.
    public init(_ utf8: [UInt8], banding: Banding, seed: UInt64 = 0, detail: Detail = .all) {
        self =
            !detail.contains(.signature)
            ? utf8.withUnsafeBufferPointer { Fingerprint(exactKeyOf: $0, seed: seed) }
            : ShingledText.with(utf8) { Fingerprint($0, banding: banding, seed: seed, detail: detail) }
    }

    private init(exactKeyOf utf8: UnsafeBufferPointer<UInt8>, seed: UInt64) {
        (bandKeys, paragraphKeys, shingles) = ([], [], [])
        characterCount = tamis_count_characters(utf8.baseAddress, utf8.count)
        exactKey = utf8.hasWords ? Self.keys(of: utf8, [], seed: seed).exactKey : nil
    }

    private init(_ text: ShingledText, banding: Banding, seed: UInt64, detail: Detail) {
        shingles = text.shingles
        let leastShingleCount = detail.contains(.putsOffShortTexts) ? Self.shortShingleCount + 1 : 1
        bandKeys = shingles.count < leastShingleCount ? [] : Signature(shingles: shingles).bandKeys(banding)
        characterCount = tamis_count_characters(text.text.utf8.baseAddress, text.text.utf8.count)
        let keysParagraphs = detail.contains(.paragraphs) && text.words.count >= Self.leastParagraphWordCount
        let paragraphs = keysParagraphs ? text.layout().paragraphs : []
        let folds = detail.contains(.exactKey) || !paragraphs.isEmpty
        let (key, paragraphKeys) =
            folds && !text.words.isEmpty ? Self.keys(of: text.text.utf8, paragraphs, seed: seed) : (nil, [])
        exactKey = detail.contains(.exactKey) ? key : nil
        self.paragraphKeys = paragraphKeys
    }

    /// The key that stands for a paragraph with this exact key.
    public static func paragraphKey(_ key: Key) -> UInt64 { key.low ^ key.high | BandKeySpace.paragraphBit }

    /// Whether a key is a paragraph's and not a band's.
    public static func isParagraphKey(_ key: UInt64) -> Bool { key & BandKeySpace.paragraphBit != 0 }

    /// Folds the whole text once; the foldings of its paragraphs are parts of that.
    private static func keys(
        of utf8: UnsafeBufferPointer<UInt8>, _ paragraphs: [ShingledText.Paragraph], seed: UInt64
    ) -> (exactKey: Key?, paragraphKeys: [UInt64]) {
        var folder = ExactFolder(utf8, capacity: utf8.count + 64)
        var paragraphKeys: [UInt64] = []
        folder.begin(at: 0)
        for paragraph in paragraphs where paragraph.words.count >= leastParagraphWordCount {
            folder.fold(to: paragraph.content.lowerBound)
            let start = folder.buffer.count
            folder.fold(to: paragraph.content.upperBound)
            let key = Key(hashing: UnsafeBufferPointer(rebasing: folder.buffer.written[start...]))
            paragraphKeys.append(paragraphKey(key))
        }
        folder.fold(to: utf8.count)
        _ = folder.finish()
        return (Key(hashing: folder.buffer.written, seed: seed), paragraphKeys.ascendingDistinct())
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the near key has words.
    fileprivate var hasWords: Bool {
        // A letter or digit of ASCII is part of one.
        contains { $0.isASCIILetter || $0.isASCIIDigit }
            || ShingledText.with(self) { !$0.words.isEmpty }
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
