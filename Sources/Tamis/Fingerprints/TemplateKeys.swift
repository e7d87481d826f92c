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
        var buffer = ByteBuffer(capacity: 1024)
        lines = Self.keys(of: text.lines, text, seed, &buffer)
        paragraphs = text.isHardWrapped ? Self.keys(of: text.paragraphs, text, seed, &buffer) : []
    }

    private static func keys(
        of segments: [Segment], _ text: SegmentedDocument, _ seed: UInt64, _ buffer: inout ByteBuffer
    ) -> [TemplateKey] {
        var keys: [TemplateKey] = []
        keys.reserveCapacity(segments.count)
        text.document.utf8.withUnsafeBufferPointer { utf8 in
            for index in segments.indices {
                buffer.fold(utf8, segments[index].range)
                guard buffer.hasCharacters(leastCharacterCount) else { continue }
                keys.append(TemplateKey(key: tamis_xxh3_64(buffer.bytes, buffer.count, seed), index: index))
            }
        }
        return keys
    }
}

extension ByteBuffer {
    /// Holds the template folding of `range` and nothing else.
    fileprivate mutating func fold(_ utf8: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
        count = 0
        reserve(range.count + 64)
        let length = tamis_fold_template(utf8.baseAddress! + range.lowerBound, range.count, bytes)
        if length < 0 { Folding.template.append(utf8, range, to: &self) } else { count = length }
    }

    /// Whether it holds at least `limit` Unicode scalars.
    fileprivate func hasCharacters(_ limit: Int) -> Bool {
        // A scalar has up to four bytes.
        count >= limit * 4 || written.count { $0 & 0xC0 != 0x80 } >= limit
    }
}
