import CKernels
import Testing

@testable import Tamis

@Suite struct FastSegmentationTests {
    /// Compares every level of a text with the plain segmentation; says what differs.
    static func difference(_ utf8: [UInt8]) -> String? {
        let plain = PlainSegmentation(utf8)
        let document = SegmentedDocument(Document(id: "random", utf8: utf8), levels: .all)
        func pieces(_ segments: [Segment]) -> [PlainSegmentation.Piece] {
            segments.map {
                PlainSegmentation.Piece(
                    range: $0.range, end: $0.end, folded: Array(document.folded[$0.foldedRange]), words: $0.words)
            }
        }
        if document.words.map({ Int($0.start)..<Int($0.end) }) != plain.words { return "words" }
        if document.words.map(\.hash) != plain.words.map(plain.wordHash) { return "word hashes" }
        if pieces(document.lines) != plain.lines.map({ plain.piece($0.range, end: $0.end) }) { return "lines" }
        if pieces(document.paragraphs) != plain.paragraphs() { return "paragraphs" }
        if pieces(document.sentences) != plain.sentences() { return "sentences" }
        for segment in document.lines + document.paragraphs + document.sentences {
            if segment.key != Key(hashing: document.folded.span.extracting(segment.foldedRange)) { return "keys" }
        }
        let linesOnly = SegmentedDocument(document.document, levels: .lines)
        if linesOnly.lines.map(\.key) != document.lines.map(\.key) { return "keys of lines alone" }
        return nil
    }

    @Test func randomTextsAreSegmentedAsThePlainFormDoes() {
        for seed in 0..<UInt64(2000) {
            var random = RandomText(seed: seed)
            let utf8 = random.text(partCount: 120)
            if let difference = Self.difference(utf8) {
                Issue.record("seed \(seed): \(difference) of \(String(decoding: utf8, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    @Test func wrappedRandomTextsAreSegmentedAsThePlainFormDoes() {
        var wrappedCount = 0
        for seed in 0..<UInt64(200) {
            var random = RandomText(seed: seed)
            var utf8: [UInt8] = []
            for _ in 0..<4 { utf8 += Self.wrapped(random.prose(wordCount: 60), at: 60) + [0x0A, 0x0A] }
            let document = SegmentedDocument(Document(id: "wrapped", utf8: utf8), levels: .all)
            wrappedCount += document.isHardWrapped ? 1 : 0
            if let difference = Self.difference(utf8) {
                Issue.record("seed \(seed): \(difference) of \(String(decoding: utf8, as: UTF8.self).debugDescription)")
                return
            }
        }
        #expect(wrappedCount > 100)
    }

    /// Fills lines with words as a wrapping editor does.
    static func wrapped(_ utf8: [UInt8], at width: Int) -> [UInt8] {
        var lines: [[UInt8]] = [[]]
        for word in utf8.split(whereSeparator: { $0 <= 0x20 }) {
            let column = lines[lines.count - 1].count { $0 & 0xC0 != 0x80 } + 1 + word.count { $0 & 0xC0 != 0x80 }
            if column > width { lines.append([]) }
            if !lines[lines.count - 1].isEmpty { lines[lines.count - 1].append(0x20) }
            lines[lines.count - 1] += word
        }
        return Array(lines.joined(separator: [0x0A]))
    }

    @Test func noTerminatorIsMissed() {
        for value in UInt32(0)...0x10FFFF {
            let sentenceClass = ScalarProperties(of: value).sentenceClass
            guard sentenceClass == TAMIS_SENTENCE_ATERM || sentenceClass == TAMIS_SENTENCE_STERM else { continue }
            let utf8 = Array(String(Unicode.Scalar(value)!).utf8)
            let isFound = utf8.withUnsafeBufferPointer { utf8 in
                TextBlocks.with(utf8) { $0.first(from: 0, to: utf8.count) { $0.terminator } == 0 }.result
            }
            #expect(isFound, "U+\(String(value, radix: 16))")
        }
    }
}
