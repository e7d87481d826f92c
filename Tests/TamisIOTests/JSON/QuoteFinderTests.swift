import CKernels
import Testing

@testable import TamisIO

/// Every kernel gives what a byte loop gives.
@Suite struct QuoteFinderTests {
    /// What this machine can run, portable C first.
    private static let processors = [TAMIS_CPU_PORTABLE, TAMIS_CPU_SSE2, TAMIS_CPU_AVX2, TAMIS_CPU_AVX512]
        .filter { tamis_cpu_supports($0) != 0 }

    @Test func everyByteAtEveryPlace() {
        for processor in Self.processors {
            for byte in UInt8.min...UInt8.max {
                let stops = byte == 0x22 || byte == 0x5C || byte < 0x20
                for count in [1, 15, 16, 17, 31, 32, 33, 70] {
                    for place in 0..<count {
                        var bytes = [UInt8](repeating: 0x80 | byte, count: count)
                        bytes[place] = byte
                        let found = tamis_find_quote_on(processor, bytes, count)
                        if found != (stops ? place : count) { Issue.record("byte \(byte) at \(place) of \(count)") }
                    }
                }
            }
        }
    }

    @Test func randomBytes() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<5000 {
            let bytes = (0..<random.below(200)).map { _ in random.below(40) == 0 ? UInt8(random.below(128)) : 0x61 }
            let start = bytes.isEmpty ? 0 : random.below(bytes.count)
            let rest = Array(bytes[start...])
            let first = rest.firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 } ?? rest.count
            for processor in Self.processors {
                #expect(tamis_find_quote_on(processor, rest, rest.count) == first)
                #expect(tamis_count_newlines_on(processor, rest, rest.count) == rest.count { $0 == 0x0A })
            }
        }
    }

    @Test func stringsEndAndDecodeAlike() {
        var random = SeededRandom(seed: 4)
        let pieces = [
            "a", "plain text of a length ", "\\n", "\\\"", "\\u00e9", "\\ud83d\\ude00", "\\ud83d", "é", "\\\\",
        ]
        let breaks = ["\"", "\u{1}", "\\x", "\\u12g4", "\\", "\\u", "\\u12", ""]
        for _ in 0..<5000 {
            let inside = (0..<random.below(40)).map { _ in Array(random.pick(pieces).utf8) }.joined()
            let bytes =
                inside + Array(random.pick(breaks).utf8) + Array(random.pick(["", "tail", "\",\"x\":\"y\""]).utf8)
            let expected = tamis_find_string_end_on(TAMIS_CPU_PORTABLE, bytes, bytes.count)
            #expect(expected.end >= inside.count || bytes.count == inside.count)
            let text = decoded(bytes, expected, on: TAMIS_CPU_PORTABLE)
            for processor in Self.processors.dropFirst() {
                let found = tamis_find_string_end_on(processor, bytes, bytes.count)
                #expect(found.end == expected.end && found.escape_count == expected.escape_count)
                let other = decoded(bytes, expected, on: processor)
                #expect(other.text == text.text && other.escapes == text.escapes)
            }
        }
    }

    /// What a kernel decodes of the checked front of `bytes`, and its escapes as numbers.
    private func decoded(
        _ bytes: [UInt8], _ extent: tamis_string_extent, on processor: tamis_cpu
    ) -> (text: [UInt8], escapes: [[Int]]) {
        var text = [UInt8](repeating: 0, count: extent.end)
        var escapes = [tamis_escape](repeating: tamis_escape(), count: extent.escape_count)
        let found = tamis_decode_string_on(
            processor, bytes, extent.end, &text, &escapes, escapes.count)
        return (
            Array(text[..<found.decoded_count]),
            escapes[..<found.escape_count].map {
                [Int($0.decoded_offset), Int($0.raw_offset), Int($0.decoded_count), Int($0.raw_count)]
            }
        )
    }
}
