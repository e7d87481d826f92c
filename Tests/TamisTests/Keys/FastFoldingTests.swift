import CKernels
import CXXHash
import Testing

@testable import Tamis

@Suite struct FastFoldingTests {
    /// The definition of a folding, as bytes.
    static func defined(_ folding: Folding, _ bytes: [UInt8], _ range: ByteRange) -> [UInt8] {
        var buffer = ByteBuffer(capacity: bytes.count)
        bytes.withUnsafeBufferPointer { for value in folding.scalars(of: $0, range) { buffer.append(scalar: value) } }
        return Array(buffer.written)
    }

    @Test func fastFoldingsEqualTheirDefinition() {
        for seed in 0..<UInt64(3000) {
            var random = RandomText(seed: seed)
            let bytes = random.text(partCount: 60)
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = Int.random(in: start...bytes.count, using: &random)
            for folding in Folding.allCases {
                for range in [0..<bytes.count, start..<end] {
                    var buffer: [UInt8] = []
                    folding.append(range, of: bytes.span, to: &buffer)
                    let expected = Self.defined(folding, bytes, range)
                    #expect(buffer == expected, "seed \(seed), \(folding) of \(bytes[range])")
                    if buffer != expected { return }
                }
            }
        }
    }

    @Test func everyScalarFoldsAsDefined() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), value < 0x3000 || value % 7 == 0 else { continue }
            let bytes = Array("a\(scalar) b\(scalar)\u{301}".utf8)
            for folding in [Folding.exact, .near] {
                var buffer: [UInt8] = []
                folding.append(0..<bytes.count, of: bytes.span, to: &buffer)
                if buffer != Self.defined(folding, bytes, 0..<bytes.count) {
                    Issue.record("\(folding) of U+\(String(value, radix: 16))")
                    return
                }
            }
        }
    }

    @Test func kernelsAgree() {
        for seed in 0..<UInt64(2000) {
            var random = RandomText(seed: seed)
            let bytes = random.text(partCount: 200)
            let expected = Self.blocks(of: bytes, on: TAMIS_CPU_PORTABLE)
            for cpu in [TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512] where tamis_cpu_supports(cpu) != 0 {
                #expect(Self.blocks(of: bytes, on: cpu) == expected, "seed \(seed), \(cpu)")
            }
        }
    }

    @Test func exactKernelsFoldAsDefined() {
        for seed in 0..<UInt64(2000) {
            var random = RandomText(seed: seed)
            let bytes = random.text(partCount: 200)
            let start = Int.random(in: 0...bytes.count, using: &random)
            for cpu in [TAMIS_CPU_PORTABLE, TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512]
            where tamis_cpu_supports(cpu) != 0 {
                let (folded, end) = Self.folded(bytes, from: start, on: cpu)
                // What the kernel leaves to the definition may still change what stands before it.
                let expected = Self.defined(.exact, bytes, start..<end)
                #expect(folded == expected, "seed \(seed), \(cpu), \(start)..<\(end)")
                if folded != expected { return }
            }
        }
    }

    @Test func nearAndTemplateKernelsAgree() {
        for seed in 0..<UInt64(2000) {
            var random = RandomText(seed: seed)
            let mask: UInt8 = seed % 2 == 0 ? 0x7F : 0xFF
            let bytes = (random.prose(wordCount: 20) + random.text(partCount: 40)).map { $0 & mask }
            let expected = Self.nearAndTemplate(bytes, on: TAMIS_CPU_PORTABLE)
            for cpu in [TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512] where tamis_cpu_supports(cpu) != 0 {
                #expect(Self.nearAndTemplate(bytes, on: cpu) == expected, "seed \(seed), \(cpu)")
            }
        }
    }

    /// The near folding of the ASCII that a text begins with, how far it goes, and both template foldings, if there are any.
    static func nearAndTemplate(_ bytes: [UInt8], on cpu: tamis_cpu) -> [[UInt8]] {
        var output = [UInt8](repeating: 0, count: bytes.count + Int(TAMIS_NEAR_SPARE_BYTES))
        let near = tamis_fold_near_ascii_on(cpu, bytes, bytes.count, Int32(bytes.count & 1), &output)
        var results = [Array(output[..<near.written])]
        let extent = [near.read, near.stretch_read, near.stretch_written, Int(near.is_after_blank)]
        results.append(extent.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        for fold in [tamis_fold_template_on, tamis_fold_near_to_template_on] {
            let length = fold(cpu, bytes, bytes.count, &output)
            results.append(length < 0 ? [0xFF] : Array(output[..<length]))
        }
        return results
    }

    /// What a kernel folds of a text before it leaves a character to the definition, without a blank at the end.
    static func folded(_ bytes: [UInt8], from start: Int, on cpu: tamis_cpu) -> (folded: [UInt8], end: Int) {
        var output = [UInt8](repeating: 0, count: bytes.count + 64)
        var state = tamis_exact_folding()
        bytes.withUnsafeBufferPointer { bytes in
            output.withUnsafeMutableBufferPointer { output in
                (state.bytes, state.count, state.position) = (bytes.baseAddress, bytes.count, start)
                state.output = output.baseAddress
                tamis_fold_exact_on(cpu, &state, bytes.count)
            }
        }
        var folded = Array(output[..<state.written])
        if folded.last == 0x20 { folded.removeLast() }
        return (folded, state.position)
    }

    @Test func wordKernelsAgree() {
        for seed in 0..<UInt64(1000) {
            var random = RandomText(seed: seed)
            // ASCII alone, so that there are no words of foreign runs to hand over.
            let bytes = (random.prose(wordCount: 300) + random.text(partCount: 300)).map { $0 & 0x7F }
            for cutsJoints in [false, true] {
                let expected = Self.words(of: bytes, cutsJoints, on: TAMIS_CPU_PORTABLE)
                for cpu in [TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512] where tamis_cpu_supports(cpu) != 0 {
                    #expect(Self.words(of: bytes, cutsJoints, on: cpu) == expected, "seed \(seed), \(cpu)")
                }
            }
        }
    }

    /// Start, end and hash of each word.
    static func words(of bytes: [UInt8], _ cutsJoints: Bool, on cpu: tamis_cpu) -> [[UInt64]] {
        bytes.withUnsafeBufferPointer { utf8 in
            TextBlocks.with(utf8) { text in
                [tamis_word](unsafeUninitializedCapacity: utf8.count) { words, count in
                    count = tamis_hash_words_on(
                        cpu, text.blocks, utf8.count, text.lowered, cutsJoints ? 1 : 0, nil, 0, words.baseAddress)
                }
            }.result
        }.map { [UInt64($0.start), UInt64($0.end), $0.hash] }
    }

    /// The lowered bytes and masks, flat.
    static func blocks(of bytes: [UInt8], on cpu: tamis_cpu) -> [UInt64] {
        let count = (bytes.count + 63) / 64
        var lowered = [UInt8](repeating: 0, count: count * 64)
        var blocks = [tamis_text_block](repeating: tamis_text_block(), count: count)
        tamis_text_blocks_on(cpu, bytes, bytes.count, &lowered, &blocks)
        return lowered[..<bytes.count].map(UInt64.init)
            + blocks.flatMap { [$0.line_end, $0.space, $0.irregular, $0.run, $0.joint, $0.foreign, $0.terminator] }
    }
}
