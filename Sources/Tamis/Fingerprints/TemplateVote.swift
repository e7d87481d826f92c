import CKernels

// Example: ten copies of an article, each with a word changed somewhere, mostly agree in the smallest shingle, so their
// common footer has few distinct votes; fifty different articles give it fifty.

/// A document's say on whether a line is a template: its smallest shingle hash under each of three permutations.
///
/// A key's count is the least, over the permutations, of the number of distinct values of the documents that hold it. So
/// copies of one article count once, not once each.
public struct TemplateVote: Sendable, Hashable {
    /// How many permutations there are.
    public static let permutationCount = Int(TAMIS_PERMUTATIONS)
    /// Paragraphs with fewer words do not vote where longer ones have enough shingles.
    public static let leastParagraphWordCount = 10
    /// With fewer shingles in long paragraphs, the whole text votes.
    public static let leastShingleCount = 30

    /// The smallest permuted hash of a shingle, by permutation.
    public let minima: SIMD3<UInt64>

    /// Takes the vote of a text; nil where it has fewer than five words.
    public init?(_ utf8: [UInt8]) {
        guard let vote = ShingledText.with(utf8, { TemplateVote($0, $0.layout()) }) else { return nil }
        self = vote
    }

    init?(_ text: ShingledText, _ layout: ShingledText.Layout) {
        guard !text.shingles.isEmpty else { return nil }
        var least: (UInt64, UInt64, UInt64) = (.max, .max, .max)
        text.shingles.withUnsafeBufferPointer { shingles in
            withUnsafeMutablePointer(to: &least) { least in
                least.withMemoryRebound(to: UInt64.self, capacity: 3) { least in
                    for range in Self.shingleRanges(text, layout) {
                        tamis_least_shingles(shingles.baseAddress! + range.lowerBound, range.count, least)
                    }
                }
            }
        }
        minima = SIMD3(least.0, least.1, least.2)
    }

    /// The shingles inside of long paragraphs, or all.
    private static func shingleRanges(_ text: ShingledText, _ layout: ShingledText.Layout) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var count = 0
        for paragraph in layout.paragraphs where paragraph.words.count >= leastParagraphWordCount {
            let shingleCount = Shingles.count(wordCount: paragraph.words.count)
            ranges.append(paragraph.words.lowerBound..<paragraph.words.lowerBound + shingleCount)
            count += shingleCount
        }
        return count >= leastShingleCount ? ranges : [0..<text.shingles.count]
    }
}
