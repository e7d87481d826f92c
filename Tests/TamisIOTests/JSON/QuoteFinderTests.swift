import CKernels
import Testing

@testable import TamisIO

/// Every variant of a kernel gives what a byte loop gives.
@Suite struct QuoteFinderTests {
    @Test func everyByteAtEveryPlace() {
        for variant in 0..<tamis_quote_finder_variant_count() {
            for byte in UInt8.min...UInt8.max {
                let stops = byte == 0x22 || byte == 0x5C || byte < 0x20
                for count in [1, 15, 16, 17, 31, 32, 33, 70] {
                    for place in 0..<count {
                        var bytes = [UInt8](repeating: 0x80 | byte, count: count)
                        bytes[place] = byte
                        #expect(tamis_find_quote_variant(variant, bytes, count) == (stops ? place : count))
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
            for variant in 0..<tamis_quote_finder_variant_count() {
                #expect(tamis_find_quote_variant(variant, rest, rest.count) == first)
                #expect(tamis_count_newlines_variant(variant, rest, rest.count) == rest.count { $0 == 0x0A })
            }
        }
    }
}
