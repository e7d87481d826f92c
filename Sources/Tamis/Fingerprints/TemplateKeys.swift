import CKernels
import CXXHash

// Example: "Page 1 of 12 | Example News" has the template folding "page 0 of 0 example news", 24 characters. "1 2 3 4 5 6 7
// 8 9" has "0", which is too short to tell.

/// The key of a line's or paragraph's template folding.
public struct TemplateKey: Sendable, Equatable {
    /// XXH3-64 of the folding.
    public let key: UInt64
    /// Which line or paragraph it is: an index into `SegmentedDocument.lines` or `.paragraphs`.
    public let index: Int
}

/// The template keys of a document's lines, and of its paragraphs where these run over several lines.
public struct TemplateKeys: Sendable {
    /// Shorter foldings have no key: too many different lines share them.
    public static let leastCharacterCount = 15

    /// The keys of lines, in order.
    public let lines: [TemplateKey]
    /// The keys of paragraphs in hard-wrapped text, in order; otherwise none, since each line is a paragraph.
    public let paragraphs: [TemplateKey]

    /// Takes the keys of `text`, which has the level `.paragraphs`; linear in its length.
    public init(_ text: SegmentedDocument, seed: UInt64 = 0) {
        self = text.document.utf8.withUnsafeBufferPointer { utf8 in
            TemplateKeys(
                utf8, lines: text.lines.lazy.map(\.range),
                paragraphs: text.isHardWrapped ? text.paragraphs.map(\.range) : [], seed: seed)
        }
    }

    init(_ utf8: UnsafeBufferPointer<UInt8>, _ layout: ShingledText.Layout, seed: UInt64) {
        self.init(
            utf8, lines: layout.lines.lazy.map(\.range),
            paragraphs: layout.isHardWrapped ? layout.paragraphs.map(\.range) : [], seed: seed)
    }

    private init(
        _ utf8: UnsafeBufferPointer<UInt8>, lines: some Collection<ByteRange>, paragraphs: [ByteRange], seed: UInt64
    ) {
        var folder = TemplateFolder()
        self.lines = Self.keys(of: lines, utf8, seed, &folder)
        self.paragraphs = Self.keys(of: paragraphs, utf8, seed, &folder)
    }

    @inline(__always)
    private static func keys(
        of ranges: some Collection<ByteRange>, _ utf8: UnsafeBufferPointer<UInt8>, _ seed: UInt64,
        _ folder: inout TemplateFolder
    ) -> [TemplateKey] {
        var keys: [TemplateKey] = []
        keys.reserveCapacity(ranges.count)
        for (index, range) in ranges.enumerated() {
            folder.fold(utf8, range)
            guard folder.hasCharacters(leastCharacterCount) else { continue }
            keys.append(TemplateKey(key: tamis_xxh3_64(folder.buffer.bytes, folder.buffer.count, seed), index: index))
        }
        return keys
    }
}

/// Writes template foldings, one at a time.
private struct TemplateFolder: ~Copyable {
    /// The folding.
    private(set) var buffer = ByteBuffer(capacity: 1024)
    private var near = ByteBuffer()

    /// Folds `range`: ASCII by a kernel, the rest by way of its near folding, which is mostly without digits beyond ASCII.
    mutating func fold(_ utf8: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
        buffer.count = 0
        buffer.reserve(range.count + 64)
        var length = tamis_fold_template(utf8.baseAddress! + range.lowerBound, range.count, buffer.bytes)
        if length < 0 {
            near.count = 0
            NearFolder(utf8: utf8).append(range, to: &near)
            buffer.reserve(near.count + 64)
            length = tamis_fold_near_to_template(near.bytes, near.count, buffer.bytes)
        }
        if length < 0 { buffer.appendTemplate(near) } else { buffer.count = length }
    }

    /// Whether the folding has at least `limit` Unicode scalars.
    func hasCharacters(_ limit: Int) -> Bool {
        // A scalar has up to four bytes.
        buffer.count >= limit * 4
            || buffer.count >= limit && tamis_count_characters(buffer.bytes, buffer.count) >= limit
    }
}

extension ByteBuffer {
    /// Appends a near folding with its numbers collapsed.
    fileprivate mutating func appendTemplate(_ near: borrowing ByteBuffer) {
        let start = count
        append(near.written)
        collapseNumbers(from: start)
    }
}
