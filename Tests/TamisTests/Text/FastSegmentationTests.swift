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
        if linesOnly.lines.map(\.range) != document.lines.map(\.range) { return "lines alone" }
        if linesOnly.lines.map(\.end) != document.lines.map(\.end) { return "ends of lines alone" }
        for line in linesOnly.lines where line.key != Key(hashing: linesOnly.folded.span.extracting(line.foldedRange)) {
            return "foldings of lines alone"
        }
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

    @Test func lineKernelsAgree() {
        for seed in 0..<UInt64(1000) {
            var random = RandomText(seed: seed)
            let utf8 = random.text(partCount: 200)
            let expected = Self.lines(of: utf8, on: TAMIS_CPU_PORTABLE).map { [$0.start, $0.stop, $0.end] }
            for cpu in [TAMIS_CPU_PORTABLE, TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512]
            where tamis_cpu_supports(cpu) != 0 {
                let lines = Self.lines(of: utf8, on: cpu)
                #expect(lines.map { [$0.start, $0.stop, $0.end] } == expected, "seed \(seed), \(cpu)")
                for line in lines where line.is_regular != 0 {
                    let line = line.start..<line.stop
                    let lowered = utf8[line].map { $0.isASCIIWhiteSpace ? 0x20 : $0.isASCIILetter ? $0 | 0x20 : $0 }
                    #expect(lowered == FastFoldingTests.defined(.exact, utf8, line), "seed \(seed), \(cpu)")
                }
            }
        }
    }

    /// The lines that a kernel finds.
    static func lines(of utf8: [UInt8], on cpu: tamis_cpu) -> [tamis_line] {
        var lowered = [UInt8](repeating: 0, count: utf8.count + 64)
        var found = [tamis_line](repeating: tamis_line(), count: Int(TAMIS_LINES_AT_ONCE))
        var lines: [tamis_line] = []
        utf8.withUnsafeBufferPointer { utf8 in
            lowered.withUnsafeMutableBufferPointer { lowered in
                var search = tamis_line_search()
                (search.bytes, search.count, search.lowered) = (utf8.baseAddress, utf8.count, lowered.baseAddress)
                while case let count = tamis_find_lines_on(cpu, &search, &found), count > 0 { lines += found[..<count] }
            }
        }
        return lines
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
