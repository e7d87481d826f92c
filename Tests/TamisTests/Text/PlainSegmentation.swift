import CKernels
import CXXHash

@testable import Tamis

/// The segmentation said plainly, scalar by scalar and one folding per segment: what the fast form must equal.
struct PlainSegmentation {
    struct Piece: Equatable {
        var range: ByteRange
        var end: Int
        var folded: [UInt8]
        var words: Range<Int>
    }

    let utf8: [UInt8]
    var lines: [Line] = []
    var words: [ByteRange] = []

    init(_ utf8: [UInt8]) {
        self.utf8 = utf8
        lines = plainLines()
        utf8.withUnsafeBufferPointer {
            let breaker = WordBreaker(utf8: $0, end: $0.count)
            while let word = breaker.word(from: words.last?.upperBound ?? 0) { words.append(word) }
        }
    }

    func piece(_ range: ByteRange, end: Int) -> Piece {
        let first = words.firstIndex { $0.lowerBound >= range.lowerBound } ?? words.count
        let last = words.firstIndex { $0.lowerBound >= range.upperBound } ?? words.count
        return Piece(
            range: range, end: end, folded: FastFoldingTests.defined(.exact, utf8, range),
            words: first..<max(first, last))
    }

    func wordHash(_ range: ByteRange) -> UInt64 {
        let folded = FastFoldingTests.defined(.near, utf8, range)
        return tamis_xxh3_64(folded, folded.count, 0)
    }

    func paragraphs() -> [Piece] {
        let groups = utf8.withUnsafeBufferPointer { utf8 in
            lines.withUnsafeBufferPointer { HardWrapping(utf8, lines: $0).paragraphs() }
        }
        return (groups ?? lines.indices.map { $0..<$0 + 1 }).map { group in
            let last = lines[group.upperBound - 1]
            return piece(lines[group.lowerBound].range.lowerBound..<last.range.upperBound, end: last.end)
        }
    }

    func sentences() -> [Piece] {
        utf8.withUnsafeBufferPointer { utf8 in
            TextBlocks.with(utf8) { text in
                var result: [Piece] = []
                for paragraph in paragraphs() {
                    let breaker = SentenceBreaker(text: text, end: paragraph.range.upperBound)
                    var start = utf8.trimmed(paragraph.range).lowerBound
                    while start < paragraph.range.upperBound {
                        let next = nextSentence(text, breaker, from: start)
                        let range = utf8.trimmed(start..<next)
                        if !range.isEmpty { result.append(piece(range, end: next)) }
                        start = next
                    }
                }
                return result
            }.result
        }
    }

    private func nextSentence(_ text: TextBlocks, _ breaker: SentenceBreaker, from start: Int) -> Int {
        var offset = start
        while offset < breaker.end {
            let scalar = DecodedScalar(text.utf8, at: offset, end: breaker.end)
            let next = offset + scalar.length
            switch scalar.properties.sentenceClass {
            case TAMIS_SENTENCE_ATERM, TAMIS_SENTENCE_STERM:
                let after = breaker.boundary(after: next, of: scalar.properties.sentenceClass, sentence: start..<offset)
                if after.isBoundary { return after.offset }
                offset = after.offset
            default: offset = next
            }
        }
        return breaker.end
    }

    private func plainLines() -> [Line] {
        utf8.withUnsafeBufferPointer { utf8 in
            var result: [Line] = []
            var start = 0
            var isBlank = true
            func append(_ stop: Int, _ end: Int) {
                let content = utf8.trimmed(start..<stop)
                if !isBlank { result.append(Line(range: start..<stop, content: content, end: end)) }
                (start, isBlank) = (end, true)
            }
            var offset = 0
            while offset < utf8.count {
                let scalar = DecodedScalar(utf8, at: offset, end: utf8.count)
                let next = offset + scalar.length
                switch scalar.value {
                case 0x0D where next < utf8.count && utf8[next] == 0x0A:
                    append(offset, next + 1)
                    offset = next + 1
                    continue
                case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: append(offset, next)
                default: isBlank = isBlank && (scalar.properties.isWhiteSpace || scalar.properties.isZeroWidth)
                }
                offset = next
            }
            append(offset, offset)
            return result
        }
    }
}
